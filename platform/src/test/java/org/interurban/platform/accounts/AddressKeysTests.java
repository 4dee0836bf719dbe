package org.interurban.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.interurban.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A data folder from before addresses had one form. */
class AddressKeysTests {

    @Test
    void findsEveryAccountByItsAddressAndOfTwoWithTheSameTheOneInUse() {
        var source = new DriverManagerDataSource(TestDatabase.empty());
        var sql = JdbcClient.create(source);
        migrate(source, "0303");
        var plain = add(sql, "Mayor@City.example", "now()", null);
        var international = add(sql, "mayor@도시.example", null, null);
        var unused = add(sql, "\u2003officer@city.example", null, null);
        var used = add(sql, "officer\uff20city.example@city.example", "now() - interval '1 day'", null);
        sql.sql("update account set email = 'OFFICER@city\uff0eexample' where id = :id")
                .param("id", used)
                .update();
        var disabled = add(sql, "officer\u200b@city.example", "now()", "now()");
        var wrong = add(sql, "\"two words\"@city.example", "now()", null);

        migrate(source, null);

        assertThat(keys(sql))
                .containsEntry(plain, "mayor@city.example")
                .containsEntry(international, "mayor@xn--hq1b79z.example")
                .containsEntry(used, "officer@city.example")
                .containsEntry(unused, "")
                .containsEntry(disabled, "")
                .containsEntry(wrong, "");
        assertThat(sql.sql("select email from account where id = :id")
                        .param("id", plain)
                        .query(String.class)
                        .single())
                .as("where mail goes")
                .isEqualTo("Mayor@City.example");
    }

    private static void migrate(DataSource source, String upTo) {
        Flyway.configure()
                .dataSource(source)
                .outOfOrder(true)
                .target(upTo == null ? "latest" : upTo)
                .javaMigrations(new V0304__address_keys())
                .load()
                .migrate();
    }

    private static UUID add(JdbcClient sql, String email, String seen, String disabled) {
        return sql.sql("insert into account (id, email, name, invited_at, seen_at, disabled_at)"
                        + " values (gen_random_uuid(), :email, 'Example', now(), " + seen + ", " + disabled
                        + ") returning id")
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    private static Map<UUID, String> keys(JdbcClient sql) {
        var keys = new HashMap<UUID, String>();
        sql.sql("select id, coalesce(address_key, '') from account").query((java.sql.ResultSet rs) -> {
            keys.put(rs.getObject(1, UUID.class), rs.getString(2));
        });
        return keys;
    }
}
