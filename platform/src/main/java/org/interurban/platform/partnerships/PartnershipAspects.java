package org.interurban.platform.partnerships;

import org.interurban.platform.sources.Aspect;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of a partnership follows the reading that a person chose. */
@Configuration
class PartnershipAspects {

    @Bean
    Aspect themeOfPartnership(JdbcClient sql, ThemeLines lines, Topics topics) {
        return new Aspect("partnership", "theme", (code, value, chosen) -> topics.find(value)
                .ifPresent(topic -> {
                    lines.setTheme(code, topic.id());
                    sql.sql("""
                        update partnership_topic set chosen = (topic = :topic)
                         where question = :question
                           and partnership = (select id from partnership where code = :code)
                        """)
                            .param("topic", topic.id())
                            .param("question", chosen.question())
                            .param("code", code)
                            .update();
                }));
    }

    @Bean
    Aspect programmeOfPartnership(JdbcClient sql) {
        return new Aspect("partnership", "programme", (code, value, chosen) -> sql.sql("""
                update partnership p set programme = g.id, version = p.version + 1
                  from programme_brief g where g.code = ? and p.code = ? and p.programme <> g.id
                """)
                .params(value, code)
                .update());
    }
}
