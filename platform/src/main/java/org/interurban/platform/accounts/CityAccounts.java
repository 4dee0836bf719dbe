package org.interurban.platform.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of those who speak for cities, for those who keep the contacts of cities; the deeds of these have asked the right. */
@Service
public class CityAccounts {

    /** Whether somebody signs in with another address from now on. */
    public enum Move {
        DONE,
        NO_ACCOUNT,
        /** Another account has the new address. */
        TAKEN,
        /** The account does more than speak for cities of theirs, so only those who give such roles move it. */
        RESERVED
    }

    /** Somebody signs in with another address than before. */
    public record AddressMoved(MailAddress from, MailAddress to) {}

    /** An account that speaks for cities. */
    public sealed interface Opened {

        /** @param link signs in once, for the letter to this person alone */
        record WithLink(AccountId account, String link) implements Opened {}

        /** The person has been here, and knows how to sign in. */
        record AtHome(AccountId account) implements Opened {}

        record Closed() implements Opened {}
    }

    private final Accounts accounts;
    private final AskForLink links;
    private final Mail mail;
    private final Rights rights;
    private final Audit audit;
    private final JdbcClient sql;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    CityAccounts(
            Accounts accounts,
            AskForLink links,
            Mail mail,
            Rights rights,
            Audit audit,
            JdbcClient sql,
            MessageSource messages,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.links = links;
        this.mail = mail;
        this.rights = rights;
        this.audit = audit;
        this.sql = sql;
        this.messages = messages;
        this.events = events;
    }

    /** Lets the person with this address speak for the cities, with an account where there is none yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Opened open(MailAddress address, String name, @Nullable String language, Locale locale, Scope... cities) {
        var known = accounts.account(address);
        if (known.filter(account -> !account.isActive()).isPresent()) {
            return new Opened.Closed();
        }
        var account = known.map(Account::id)
                .or(() -> accounts.add(address, shortened(name), language))
                .orElseThrow();
        if (known.isEmpty()) {
            record("accounts.invited", account, Map.of());
        }
        for (var city : cities) {
            if (accounts.assign(account, Role.FOCAL_POINT, requireCity(city), Rights.account())) {
                record(
                        "accounts.role-assigned",
                        account,
                        Map.of(
                                "role",
                                Role.FOCAL_POINT.name(),
                                "scope",
                                city.kind().name(),
                                "place",
                                String.valueOf(city.id())));
            }
        }
        return known.filter(found -> found.seenAt() != null).isPresent()
                ? new Opened.AtHome(account)
                : new Opened.WithLink(account, links.first(account, locale));
    }

    private static String shortened(String name) {
        return name.length() <= Account.NAME_LENGTH ? name : name.substring(0, Account.NAME_LENGTH);
    }

    private static Scope requireCity(Scope scope) {
        if (!scope.kind().equals(Scope.Kind.CITY)) {
            throw new IllegalArgumentException("Speaks for a city, not for " + scope.kind());
        }
        return scope;
    }

    /**
     * Both addresses are told.
     *
     * @param keeps whether whoever moves it keeps the contacts of a city; of all for which the account speaks, or else administrators
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Move move(MailAddress from, MailAddress to, Predicate<Scope> keeps) {
        var account = accounts.account(from).orElse(null);
        if (account == null) {
            return Move.NO_ACCOUNT;
        }
        if (accounts.account(to).isPresent()) {
            return Move.TAKEN;
        }
        var speaksForTheseOnly = accounts.roles(List.of(account.id())).stream()
                .map(held -> held.scope())
                .allMatch(scope -> scope.kind().equals(Scope.Kind.CITY) && keeps.test(scope));
        if (!speaksForTheseOnly && !rights.may(AccountPermission.ACCOUNTS)) {
            return Move.RESERVED;
        }
        sql.sql("update account set email = :to, address_key = :to where id = :account")
                .param("to", to.value())
                .param("account", account.id())
                .update();
        sql.sql("delete from sign_in_link where account = ?")
                .param(account.id())
                .update();
        record("accounts.address-moved", account.id(), Map.of());
        Arrays.asList(from, to)
                .forEach(address -> mail.send(new Mail.Message(
                        address.value(),
                        messages.getMessage(
                                "accounts.mail.moved.subject",
                                new Object[] {mail.network(accounts.locale(account))},
                                accounts.locale(account)),
                        messages.getMessage(
                                "accounts.mail.moved",
                                new Object[] {from.value(), to.value(), mail.network(accounts.locale(account))},
                                accounts.locale(account)))));
        events.publishEvent(new AddressMoved(from, to));
        return Move.DONE;
    }

    /** The person with this address no longer speaks for the city. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(MailAddress address, Scope city) {
        accounts.account(address).map(Account::id).ifPresent(account -> accounts.roles(List.of(account)).stream()
                .filter(held -> held.role() == Role.FOCAL_POINT && held.scope().equals(city))
                .forEach(held -> {
                    sql.sql("delete from role_assignment where id = ?")
                            .param(held.id())
                            .update();
                    record(
                            "accounts.role-withdrawn",
                            account,
                            Map.of(
                                    "role",
                                    held.role().name(),
                                    "scope",
                                    city.kind().name(),
                                    "place",
                                    String.valueOf(city.id())));
                }));
    }

    /** Nobody speaks for the city any more, since its record has become another one's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void releaseAll(Scope city) {
        sql.sql("delete from role_assignment where scope_kind = :kind and scope_id = :city returning account, role")
                .param("kind", city.kind().name())
                .param("city", city.id())
                .query((rs, row) -> Map.entry(new AccountId(rs.getObject("account", UUID.class)), rs.getString("role")))
                .list()
                .forEach(held -> record("accounts.role-withdrawn", held.getKey(), Map.of("role", held.getValue())));
    }

    /** Whether the person with this address speaks for the city. */
    public boolean speaksFor(@Nullable String address, Scope city) {
        return Optional.ofNullable(address)
                .flatMap(MailAddress::of)
                .flatMap(accounts::account)
                .filter(account -> accounts.roles(List.of(account.id())).stream()
                        .anyMatch(held ->
                                held.role() == Role.FOCAL_POINT && held.scope().equals(city)))
                .isPresent();
    }

    private void record(String act, AccountId account, Map<String, String> details) {
        audit.record(act, new Audit.Subject("account", account.toString()), details);
    }
}
