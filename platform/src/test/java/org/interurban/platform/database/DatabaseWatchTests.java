package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class DatabaseWatchTests {

    private static final String ITS_OWN =
            " from pg_stat_activity where application_name = 'interurban-watch' and datname = current_database()";

    @Autowired
    DatabaseWatch watch;

    @Autowired
    JdbcClient sql;

    @Test
    void turnsNobodyAwayWhenOnlyItsOwnConnectionEnds() {
        await().until(() -> !connections().isEmpty());
        var before = connections();

        sql.sql("select pg_terminate_backend(pid)" + ITS_OWN).query().listOfRows();

        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    assertThat(watch.answers()).isTrue();
                    return !connections().isEmpty() && !connections().equals(before);
                });
    }

    private List<Integer> connections() {
        return sql.sql("select pid" + ITS_OWN + " order by pid")
                .query(Integer.class)
                .list();
    }
}
