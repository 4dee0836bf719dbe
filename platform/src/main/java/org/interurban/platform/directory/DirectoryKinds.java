package org.interurban.platform.directory;

import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What documents tell of in the directory. */
@Configuration
class DirectoryKinds {

    @Bean
    RecordKinds kindsOfDirectory() {
        return RecordKinds.forEveryone("organisation")
                .named("select code, in_language(name, name_translations, :language) as name from organisation");
    }

    @Bean
    RecordKinds kindsOfFacts() {
        return RecordKinds.forEveryone("fact").named("""
                select f.code, in_language(o.name, o.name_translations, :language) as name
                  from organisation_fact f join organisation o on o.id = f.organisation
                """);
    }

    @Bean
    RecordKinds kindsOfSites() {
        return RecordKinds.forEveryone("site")
                .named("select code, in_language(name, name_translations, :language) as name from site");
    }
}
