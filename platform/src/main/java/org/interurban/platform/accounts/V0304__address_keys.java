package org.interurban.platform.accounts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.interurban.platform.shared.MailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * An account is found by its address in the one form of {@link MailAddress}. Mail still goes to what was stored: another spelling may be
 * somebody else's mailbox. Where two accounts turn out to have one address, it finds the one in use; the other keeps all but this.
 */
@Component
class V0304__address_keys extends BaseJavaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(V0304__address_keys.class);

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        execute(connection, """
            alter table account
              add address_key text check (length(address_key) between 3 and 254),
              add check (erased_at is null or address_key is null)
            """);
        fill(connection);
        execute(connection, "drop index account_email");
        execute(connection, "create unique index account_address on account (address_key)");
    }

    private static void fill(Connection connection) throws SQLException {
        var taken = new HashSet<MailAddress>();
        try (var accounts = connection.prepareStatement("""
                    select id, email from account where email is not null
                     order by disabled_at is not null, seen_at desc nulls last, invited_at, id
                    """);
                var update = connection.prepareStatement("update account set address_key = ? where id = ?");
                var rows = accounts.executeQuery()) {
            while (rows.next()) {
                var id = rows.getObject("id", UUID.class);
                var address = MailAddress.of(rows.getString("email"));
                if (address.filter(taken::add).isPresent()) {
                    update.setString(1, address.get().value());
                    update.setObject(2, id);
                    update.executeUpdate();
                } else {
                    LOG.warn("Account {} gets no more links to sign in: {}", id, why(address.isPresent()));
                }
            }
        }
    }

    private static String why(boolean taken) {
        return taken ? "another account has the same address, written otherwise" : "it has no usable mail address";
    }

    private static void execute(Connection connection, String change) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
