package org.interurban.platform.pairing;

import java.util.Optional;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.RestsOnGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds that pair the cities of a group. */
@Component
class RoundsOfGroups implements RestsOnGroup {

    private final JdbcClient sql;

    RoundsOfGroups(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Things> of(Programme programme, String group) {
        var many = sql.sql(
                        "select count(*) from pairing_round where programme = :programme and :group in (side_a, side_b)")
                .param("programme", programme.id())
                .param("group", group)
                .query(Integer.class)
                .single();
        return Optional.of(many)
                .filter(number -> number > 0)
                .map(number ->
                        new Things("pairing.of-group", number, "/programmes/%s/rounds".formatted(programme.code())));
    }
}
