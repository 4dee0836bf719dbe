package org.interurban.platform.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes accounts, and erases people who leave for good. */
@Service
class KeepAccounts {

    private final Accounts accounts;
    private final TellOfRole tell;
    private final Roles roles;
    private final Sessions sessions;
    private final Mail mail;
    private final List<HoldsPeople> holders;
    private final Audit audit;
    private final Rights rights;
    private final JdbcClient sql;

    KeepAccounts(
            Accounts accounts,
            TellOfRole tell,
            Roles roles,
            Sessions sessions,
            Mail mail,
            List<HoldsPeople> holders,
            Audit audit,
            Rights rights,
            JdbcClient sql) {
        this.accounts = accounts;
        this.tell = tell;
        this.roles = roles;
        this.sessions = sessions;
        this.mail = mail;
        this.holders = holders;
        this.audit = audit;
        this.rights = rights;
        this.sql = sql;
    }

    sealed interface Outcome {
        record Done(AccountId account) implements Outcome {}

        record HasAccount(AccountId account) implements Outcome {}

        record LastAdministrator() implements Outcome {}

        /** The account is disabled or erased; nobody is invited to it. */
        record Closed() implements Outcome {}
    }

    /** The letter comes after the roles, which it names. */
    @Transactional
    Outcome invite(MailAddress address, String name, @Nullable String language) {
        rights.require(AccountPermission.ACCOUNTS);
        var added = accounts.add(address, name, language);
        if (added.isEmpty()) {
            return new Outcome.HasAccount(
                    accounts.account(address).orElseThrow().id());
        }
        var account = added.get();
        record("accounts.invited", account);
        return new Outcome.Done(account);
    }

    /** A new link for somebody who has not come yet. */
    @Transactional
    Outcome inviteAgain(Account account, Locale inviters) {
        rights.require(AccountPermission.ACCOUNTS);
        if (!account.isActive() || account.email() == null) {
            return new Outcome.Closed();
        }
        tell.invite(account.id(), account.email(), String.valueOf(account.name()), account.locale(inviters));
        return new Outcome.Done(account.id());
    }

    @Transactional
    Outcome disable(AccountId account) {
        rights.require(AccountPermission.ACCOUNTS);
        if (roles.isLastAdministrator(account)) {
            return new Outcome.LastAdministrator();
        }
        close(account);
        record("accounts.disabled", account);
        return new Outcome.Done(account);
    }

    @Transactional
    Outcome enable(AccountId account) {
        rights.require(AccountPermission.ACCOUNTS);
        if (sql.sql("update account set disabled_at = null where id = :account and erased_at is null")
                        .param("account", account)
                        .update()
                == 0) {
            return new Outcome.Closed();
        }
        record("accounts.enabled", account);
        return new Outcome.Done(account);
    }

    /**
     * Forgets who somebody was: name, address, passkeys, devices, mail, and what else holds them. What the person did stays, by the id
     * of the account, and the trail still verifies.
     */
    @Transactional
    Outcome erase(AccountId account) {
        rights.require(AccountPermission.ACCOUNTS);
        if (roles.isLastAdministrator(account)) {
            return new Outcome.LastAdministrator();
        }
        var email = accounts.account(account).map(Account::email);
        email.ifPresent(mail::forget);
        email.flatMap(MailAddress::of).ifPresent(address -> holders.forEach(holder -> holder.forget(address)));
        accounts.forgetDrafts(account);
        close(account);
        sql.sql("delete from role_assignment where account = :account")
                .param("account", account)
                .update();
        sql.sql("delete from user_entities where name = :account")
                .param("account", account.toString())
                .update();
        sql.sql("""
            update account set email = null, address_key = null, name = null, language = null, erased_at = :at
             where id = :account and erased_at is null
            """).param("at", accounts.now()).param("account", account).update();
        record("accounts.erased", account);
        return new Outcome.Done(account);
    }

    private void close(AccountId account) {
        sql.sql("update account set disabled_at = coalesce(disabled_at, :at) where id = :account")
                .param("at", accounts.now())
                .param("account", account)
                .update();
        sql.sql("delete from sign_in_link where account = :account")
                .param("account", account)
                .update();
        sessions.endAll(account);
    }

    private void record(String act, AccountId account) {
        audit.record(act, new Audit.Subject("account", account.toString()), Map.of());
    }
}
