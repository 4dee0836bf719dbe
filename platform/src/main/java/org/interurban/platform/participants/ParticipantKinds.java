package org.interurban.platform.participants;

import java.util.Set;
import org.interurban.platform.sources.RecordKinds;
import org.interurban.platform.taxonomy.RestsOnTopics;
import org.interurban.platform.taxonomy.TopicColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What documents tell of in the participants of programmes: it is seen with its programme, with whose code its own begins. */
@Configuration
class ParticipantKinds {

    @Bean
    RecordKinds kindsOfParticipants() {
        return new RecordKinds(
                        Set.of("participant", "interest"),
                        "select k.code, s.everyone, s.permission, s.scopes from programme_brief k join"
                                + " programme_seen_by s on s.id = k.id")
                .named("""
                    select g.code || '/' || o.code as code, in_language(o.name, o.name_translations, :language) as name
                      from participant_brief p
                      join programme_brief g on g.id = p.programme
                      join organisation_brief o on o.id = p.organisation
                    """);
    }

    @Bean
    RestsOnTopics linesOfProfiles(JdbcClient sql) {
        return new TopicColumn(sql, "profile_line", "participants.on-topic");
    }
}
