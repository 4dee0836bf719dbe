package org.interurban.platform.people;

import java.util.Set;
import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What documents tell of in people: a person is seen with a public post. */
@Configuration
class PeopleKinds {

    @Bean
    RecordKinds kindsOfPeople() {
        return new RecordKinds(Set.of("person"), """
                select h.code, bool_or(s.everyone) as everyone, 'RECORDS_READ' as permission, '{}'::text[] as scopes
                  from person h join post p on p.holder = h.id join post_seen_by s on s.id = p.id
                 group by h.id
                """).named("select code, name from person");
    }
}
