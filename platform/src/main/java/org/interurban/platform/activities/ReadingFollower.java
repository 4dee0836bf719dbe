package org.interurban.platform.activities;

import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.sources.ReadingChosen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Writes the reading that a person chose into the activity it is about. */
@Component("activityReadingFollower")
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
        if (!event.recordKind().equals("activity") || event.value() == null || event.aspect() == null) {
            return;
        }
        for (var code : event.recordCode().split(";")) {
            switch (event.aspect()) {
                case "date" -> setDate(code, period(event.value()));
                case "title" ->
                    sql.sql("""
                        update activity set title = :title, version = version + 1
                         where code = :code and title <> :title
                        """)
                            .param("title", event.value())
                            .param("code", code)
                            .update();
                default -> {
                    // the other aspects are read beside the record and hold no column of it
                }
            }
        }
    }

    /** Reads {@code 2023-02|month} or {@code 2023-03-27/2023-03-31|day}. */
    static PartialPeriod period(String value) {
        var parts = value.split("\\|", 2);
        var dates = parts[0].split("/", 2);
        return PartialPeriod.parse(
                dates[0],
                dates.length > 1 ? dates[1] : "",
                parts.length > 1 ? Coded.of(Precision.class, parts[1]) : null);
    }

    private void setDate(String code, PartialPeriod when) {
        sql.sql("""
            update activity set from_on = :from, to_on = :to, precision = :precision, version = version + 1
             where code = :code
               and (from_on, to_on, precision) is distinct from (:from::date, :to::date, :precision)
            """)
                .param("from", when.from())
                .param("to", when.to())
                .param("precision", when.precision().code())
                .param("code", code)
                .update();
    }
}
