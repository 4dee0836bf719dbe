package org.interurban.platform;

import org.interurban.platform.authority.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways in which somebody loses the right that a link in their mail rests on. */
public enum LostRight {
    ACCOUNT_DISABLED("update account set disabled_at = now() where id = :account"),
    PERSON_ERASED("""
        update account set disabled_at = now(), erased_at = now(), email = null, address_key = null, name = null where id = :account
        """),
    ROLE_WITHDRAWN("delete from role_assignment where account = :account");

    private final String change;

    LostRight(String change) {
        this.change = change;
    }

    public void happensTo(AccountId account, JdbcClient sql) {
        sql.sql(change).param("account", account).update();
    }
}
