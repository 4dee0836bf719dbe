package org.interurban.platform.activities;

import java.util.Set;
import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The activities of which documents tell. */
@Configuration
class ActivityKinds {

    @Bean
    RecordKinds kindsOfActivities() {
        return new RecordKinds(
                        Set.of("activity"),
                        "select k.code, s.everyone, s.permission, s.scopes from activity k join activity_seen_by s on s.id = k.id")
                .named("select code, in_language(title, title_translations, :language) as name from activity");
    }
}
