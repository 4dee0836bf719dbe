package org.interurban.platform.sources;

import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The file of documents. */
@Configuration
class DocumentFiles {

    @Bean
    RecordTable documentFile(RecordFiles files) {
        return files.file("documents", 20, "document", "code", """
                select code, title, kind, publisher, partial_period(from_on, to_on, precision) as date, precision, note
                  from document
                 order by position, code
                """)
                .code("code")
                .text("title")
                .text("kind")
                .textIfAny("publisher")
                .date("date", "precision")
                .textIfAny("note")
                .position("position");
    }
}
