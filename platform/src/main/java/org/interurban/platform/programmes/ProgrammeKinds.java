package org.interurban.platform.programmes;

import java.util.Set;
import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What documents tell of in programmes: all of it is seen with its programme. */
@Configuration
class ProgrammeKinds {

    @Bean
    RecordKinds kindsOfProgrammes() {
        return new RecordKinds(
                        Set.of("programme", "theme", "objective", "programme-body", "programme-group"),
                        "select k.code, s.everyone, s.permission, s.scopes from programme k join programme_seen_by s on s.id = k.id")
                .named("select code, in_language(name, name_translations, :language) as name from programme");
    }

    @Bean
    RecordKinds kindsOfMethods() {
        return new RecordKinds(Set.of("method", "step"), """
                select m.method as code, coalesce(bool_and(s.everyone), true) as everyone,
                       'PROGRAMME_READ' as permission, coalesce(max(s.scopes), '{}') as scopes
                  from method_step m left join programme_seen_by s on s.id = m.programme
                 group by m.method
                """);
    }
}
