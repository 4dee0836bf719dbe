package org.interurban.platform.network;

import java.util.Set;
import org.interurban.platform.sources.RecordKinds;
import org.interurban.platform.taxonomy.RestsOnTopics;
import org.interurban.platform.taxonomy.TopicColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What documents tell of in the network itself. */
@Configuration
class NetworkKinds {

    @Bean
    RecordKinds kindsOfNetwork() {
        return RecordKinds.forEveryone("network", "chapter", "office-bearer");
    }

    @Bean
    RecordKinds kindsOfClusters() {
        return RecordKinds.forEveryone("cluster", "cluster-role")
                .named("select code, in_language(name, name_translations, :language) as name from cluster");
    }

    @Bean
    RecordKinds kindsOfFigures() {
        return new RecordKinds(
                Set.of("figure"),
                "select k.code, s.everyone, s.permission, s.scopes from network_figure k join network_figure_seen_by s"
                        + " on s.id = k.id");
    }

    @Bean
    RecordKinds kindsOfMilestones() {
        return new RecordKinds(
                        Set.of("milestone"),
                        "select k.code, s.everyone, s.permission, s.scopes from milestone k join milestone_seen_by s"
                                + " on s.id = k.id")
                .named("select code, in_language(title, title_translations, :language) as name from milestone");
    }

    @Bean
    RestsOnTopics themesOfClusters(JdbcClient sql) {
        return new TopicColumn(sql, "cluster", "network.on-topic");
    }
}
