package org.interurban.platform.taxonomy;

import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The file of lists of topics. */
@Configuration
class TaxonomyFiles {

    @Bean
    RecordTable taxonomyFile(RecordFiles files) {
        return files.file("taxonomies", 21, "taxonomy", "code", """
            select code, name, name_translations as name_xx, programme, usual, note from taxonomy order by position, code
            """)
                .code("code")
                .text("name", "name", 200)
                .translated("name", "name")
                .textIfAny("programme")
                .takes(
                        "usual",
                        "usual",
                        row -> row.yes("usual") && row.text("programme").isEmpty())
                .textIfAny("note")
                .passesOver("documents") // those of its topics say more
                .position("position");
    }
}
