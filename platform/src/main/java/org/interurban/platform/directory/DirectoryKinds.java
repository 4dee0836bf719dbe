package org.interurban.platform.directory;

import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What documents tell of in the directory. */
@Configuration
class DirectoryKinds {

    @Bean
    RecordKinds kindsOfDirectory() {
        return RecordKinds.forEveryone("organisation", "fact", "site");
    }
}
