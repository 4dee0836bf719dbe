package org.interurban.platform.network;

import org.interurban.platform.sources.ReadingChosen;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets figures follow the reading that a person chose. */
@Component("chosenReadingsOfTheNetwork")
class ChosenReadings {

    private final JdbcClient sql;

    ChosenReadings(JdbcClient sql) {
        this.sql = sql;
    }

    /** A figure belongs to the reading with which it shares a passage. */
    @EventListener
    void on(ReadingChosen event) {
        sql.sql("""
            update network_figure f
               set chosen = exists (
                 select from reading_record r
                  where r.record_kind = 'figure' and r.record_code = f.code
                    and r.question = :question and r.letter = :letter)
             where f.question = :question
            """)
                .param("question", event.question())
                .param("letter", event.reading())
                .update();
    }
}
