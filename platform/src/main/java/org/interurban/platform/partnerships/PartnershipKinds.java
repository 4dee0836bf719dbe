package org.interurban.platform.partnerships;

import java.util.Set;
import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What documents tell of in partnerships: all of it is seen with its partnership. */
@Configuration
class PartnershipKinds {

    @Bean
    RecordKinds kindsOfPartnerships() {
        return new RecordKinds(
                        Set.of("partnership", "partnership-topic", "partnership-member"),
                        "select k.code, s.everyone, s.permission, s.scopes from partnership k join partnership_seen_by s on s.id = k.id")
                .named("select code, in_language(name, name_translations, :language) as name from partnership");
    }
}
