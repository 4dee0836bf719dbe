package org.interurban.platform.membership;

import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.ReadingChosen;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the type of a membership follow the reading that a person chose. */
@Component
class ChosenTypes {

    private final JdbcClient sql;

    ChosenTypes(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void on(ReadingChosen event) {
        var value = event.value();
        if (event.recordKind().equals("member")
                && "type".equals(event.aspect())
                && value != null
                && Coded.codes(MembershipType.class).contains(value)) {
            sql.sql("update member set type = :type, version = version + 1 where code = :code and type <> :type")
                    .param("type", value)
                    .param("code", event.recordCode())
                    .update();
        }
    }
}
