package org.interurban.platform.partnerships;

import java.util.Set;
import org.interurban.platform.sources.RecordKinds;
import org.interurban.platform.taxonomy.RestsOnTopics;
import org.interurban.platform.taxonomy.TopicColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What documents tell of in partnerships: all of it is seen with its partnership. */
@Configuration
class PartnershipKinds {

    @Bean
    RecordKinds kindsOfPartnerships() {
        return new RecordKinds(
                        Set.of("partnership", "partnership-topic", "partnership-member"),
                        "select k.code, s.everyone, s.permission, s.scopes from partnership k join partnership_seen_by"
                                + " s on s.id = k.id")
                .named("select code, in_language(name, name_translations, :language) as name from partnership");
    }

    @Bean
    RestsOnTopics themesOfPartnerships(JdbcClient sql) {
        return new TopicColumn(sql, "partnership", "partnerships.on-topic");
    }

    @Bean
    RestsOnTopics topicsOfPartnerships(JdbcClient sql) {
        return new TopicColumn(sql, "partnership_topic", "partnerships.on-topic.subjects");
    }

    @Bean
    RestsOnTopics matchesOfPartnerships(JdbcClient sql) {
        return new TopicColumn(sql, "partnership_match", "partnerships.on-topic.matches");
    }
}
