package org.interurban.platform.taxonomy;

import java.util.Set;
import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics of which documents tell. */
@Configuration
class TopicKinds {

    @Bean
    RecordKinds kindsOfTopics() {
        return new RecordKinds(
                        Set.of("taxonomy"),
                        "select k.code, s.everyone, s.permission, s.scopes from taxonomy k join taxonomy_seen_by s on s.id = k.id")
                .named("select code, in_language(name, name_translations, :language) as name from taxonomy");
    }

    @Bean
    RecordKinds kindsWithinTopics() {
        return new RecordKinds(Set.of("topic"), """
                select x.code || ':' || t.code as code, s.everyone, s.permission, s.scopes
                  from topic t join taxonomy x on x.id = t.taxonomy join taxonomy_seen_by s on s.id = x.id
                """).named("""
                select x.code || ':' || t.code as code, in_language(t.label, t.label_translations, :language) as name
                  from topic t join taxonomy x on x.id = t.taxonomy
                """);
    }
}
