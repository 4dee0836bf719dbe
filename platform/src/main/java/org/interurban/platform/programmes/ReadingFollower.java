package org.interurban.platform.programmes;

import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.sources.ReadingChosen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Writes the reading that a person chose into the programme it is about. */
@Component("programmeReadingFollower")
class ReadingFollower {

    private final JdbcClient sql;

    ReadingFollower(JdbcClient sql) {
        this.sql = sql;
    }

    @ApplicationModuleListener
    void on(ReadingChosen event) {
        follow(event);
    }

    void follow(ReadingChosen event) {
        if (!event.recordKind().equals("programme") || event.value() == null || event.aspect() == null) {
            return;
        }
        for (var code : event.recordCode().split(";")) {
            switch (event.aspect()) {
                case "themes" ->
                    sql.sql("""
                        update programme_theme set chosen = (reading = :reading)
                         where question = :question and programme = (select id from programme where code = :code)
                        """)
                            .param("reading", event.value())
                            .param("question", event.question())
                            .param("code", code)
                            .update();
                case "start" -> setStart(code, event.value());
                case "scope" ->
                    sql.sql("update programme set scope = :scope, version = version + 1 where code = :code and"
                                    + " scope <> :scope")
                            .param("scope", event.value().split(";"))
                            .param("code", code)
                            .update();
                case "cities_eu" -> {
                    if (event.value().matches("\\d{1,6}")) {
                        sql.sql("update programme set cities_eu = ?, version = version + 1 where code = ?")
                                .params(Integer.valueOf(event.value()), code)
                                .update();
                    }
                }
                default -> {
                    // the other aspects are read beside the record and hold no column of it
                }
            }
        }
    }

    private void setStart(String code, String value) {
        var parts = value.split("\\|", 2);
        var start = PartialPeriod.parse(parts[0], "", parts.length > 1 ? Coded.of(Precision.class, parts[1]) : null);
        sql.sql("""
            update programme set from_on = :from, from_precision = :precision, version = version + 1
             where code = :code and (from_on, from_precision) is distinct from (:from::date, :precision)
            """)
                .param("from", start.from())
                .param("precision", start.precision().code())
                .param("code", code)
                .update();
    }
}
