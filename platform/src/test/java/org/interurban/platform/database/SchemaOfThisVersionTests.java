package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class SchemaOfThisVersionTests {

    @Autowired
    Flyway flyway;

    @Autowired
    SchemaOfThisVersion schema;

    @Autowired
    JdbcClient sql;

    /** A migration's number says its floor: what a newer version brings may stand behind ours or between them. */
    @ParameterizedTest
    @ValueSource(strings = {"0999", "0199"})
    void refusesWhatANewerVersionHasChangedAndChangesNothing(String number) {
        sql.sql("""
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                   execution_time, success)
            select max(installed_rank) + 1, :number, 'from the future', 'SQL', 'V' || :number || '__x.sql', 1, 'x', 1, true
              from flyway_schema_history
            """).param("number", number).update();
        var before = migrations();
        try {
            assertThatThrownBy(() -> schema.migrate(flyway))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("newer version")
                    .hasMessageContaining("from the future");
            assertThat(migrations()).isEqualTo(before);
        } finally {
            sql.sql("delete from flyway_schema_history where description = 'from the future'")
                    .update();
        }
        schema.migrate(flyway);
    }

    private long migrations() {
        return sql.sql("select count(*) from flyway_schema_history")
                .query(Long.class)
                .single();
    }
}
