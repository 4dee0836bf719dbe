package org.interurban.platform.plans;

import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.ReadingChosen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Writes the reading that a person chose into the agreement or action it is about. */
@Component("planReadingFollower")
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
        if (event.value() == null || event.aspect() == null) {
            return;
        }
        for (var code : event.recordCode().split(";")) {
            switch (event.recordKind() + " " + event.aspect()) {
                case "agreement status" -> {
                    if (Coded.codes(AgreementStatus.class).contains(event.value())) {
                        set("agreement", "status", code, event.value());
                    }
                }
                case "agreement subject" -> set("agreement", "subject", code, event.value());
                case "plan-item kind" -> {
                    if (Coded.codes(ActionKind.class).contains(event.value())) {
                        set("plan_item", "kind", code, event.value());
                    }
                }
                default -> {
                    // the other aspects are read beside the record and hold no column of it
                }
            }
        }
    }

    private void set(String table, String column, String code, String value) {
        sql.sql(
                        "update %1$s set %2$s = :value, version = version + 1 where code = :code and %2$s is distinct from :value"
                                .formatted(table, column))
                .param("value", value)
                .param("code", code)
                .update();
    }
}
