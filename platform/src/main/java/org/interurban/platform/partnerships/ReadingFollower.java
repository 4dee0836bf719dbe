package org.interurban.platform.partnerships;

import org.interurban.platform.sources.ReadingChosen;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Writes the reading that a person chose into the partnership it is about. */
@Component("partnershipReadingFollower")
class ReadingFollower {

    private final JdbcClient sql;
    private final ThemeLines lines;
    private final Topics topics;

    ReadingFollower(JdbcClient sql, ThemeLines lines, Topics topics) {
        this.sql = sql;
        this.lines = lines;
        this.topics = topics;
    }

    @ApplicationModuleListener
    void on(ReadingChosen event) {
        follow(event);
    }

    void follow(ReadingChosen event) {
        if (!event.recordKind().equals("partnership") || event.value() == null || event.aspect() == null) {
            return;
        }
        var value = event.value();
        for (var code : event.recordCode().split(";")) {
            switch (event.aspect()) {
                case "theme" ->
                    topics.find(value).ifPresent(topic -> {
                        lines.setTheme(code, topic.id());
                        sql.sql("""
                            update partnership_topic set chosen = (topic = :topic)
                             where question = :question
                               and partnership = (select id from partnership where code = :code)
                            """)
                                .param("topic", topic.id())
                                .param("question", event.question())
                                .param("code", code)
                                .update();
                    });
                case "programme" -> sql.sql("""
                    update partnership p set programme = g.id, version = p.version + 1
                      from programme_brief g where g.code = ? and p.code = ? and p.programme <> g.id
                    """).params(value, code).update();
                default -> {
                    // the other aspects are read beside the record and hold no column of it
                }
            }
        }
    }
}
