package org.interurban.platform.membership;

import org.interurban.platform.sources.Aspect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of a membership follows the reading that a person chose. */
@Configuration
class MemberAspects {

    @Bean
    Aspect typeOfMember(JdbcClient sql) {
        return new Aspect("member", "type", (code, value, chosen) -> {
            sql.sql("""
                update member set type = :type, version = version + 1
                 where code = :code and type <> :type and exists (select from membership_type where code = :type)
                """).param("type", value).param("code", code).update();
        });
    }
}
