package org.interurban.platform.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.authority.ScopeNames;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.web.Drafts;
import org.interurban.platform.web.ThisNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts and what roles they hold. */
@Repository
class Accounts implements People {

    private static final String SELECT =
            "select id, email, name, language, invited_at, seen_at, disabled_at, erased_at from account ";

    private static final String HELD = "select id, account, role, scope_kind, scope_id from role_assignment ";
    private static final String IN_ORDER = "order by role, scope_kind, granted_at";

    private final JdbcClient sql;
    private final Clock clock;
    private final ObjectProvider<ScopeNames> scopes;
    private final ThisNetwork network;
    private final Drafts drafts;

    Accounts(JdbcClient sql, Clock clock, ObjectProvider<ScopeNames> scopes, ThisNetwork network, Drafts drafts) {
        this.sql = sql;
        this.clock = clock;
        this.scopes = scopes;
        this.network = network;
        this.drafts = drafts;
    }

    /** In which somebody is written to. */
    Locale locale(Account account) {
        return account.locale(network.usualLanguage());
    }

    /** What somebody typed and never sent. */
    void forgetDrafts(AccountId account) {
        drafts.forget(account);
    }

    @Override
    public Optional<Person> find(AccountId account) {
        var name = new ArrayList<String>();
        var held = new ArrayList<Person.Assignment>();
        sql.sql("""
            select a.name, r.role, r.scope_kind, r.scope_id
              from account a left join role_assignment r on r.account = a.id
             where a.id = :account and a.disabled_at is null
            """).param("account", account).query((ResultSet rs) -> {
            name.add(rs.getString("name"));
            if (rs.getString("role") != null) {
                held.add(new Person.Assignment(Role.valueOf(rs.getString("role")), scope(rs)));
            }
        });
        return name.isEmpty() ? Optional.empty() : Optional.of(new Person(account, name.getFirst(), held));
    }

    @Override
    public boolean areThere() {
        return sql.sql("select exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Correspondent> correspondent(AccountId account) {
        return sql.sql("select name, email as address from account where id = :account and email is not null")
                .param("account", account)
                .query(Correspondent.class)
                .optional();
    }

    @Override
    public Map<AccountId, String> names(Collection<AccountId> accounts) {
        var names = new HashMap<AccountId, String>();
        if (!accounts.isEmpty()) {
            sql.sql("select id, name from account where id = any(:accounts) and name is not null")
                    .param("accounts", accounts.toArray(AccountId[]::new))
                    .query((ResultSet rs) -> {
                        names.put(new AccountId(rs.getObject("id", UUID.class)), rs.getString("name"));
                    });
        }
        return names;
    }

    Optional<Account> account(AccountId id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    Optional<Account> account(MailAddress address) {
        return sql.sql(SELECT + "where address_key = :address")
                .param("address", address.value())
                .query(Account.class)
                .optional();
    }

    /** Empty where somebody has the address already. */
    Optional<AccountId> add(MailAddress address, String name, @Nullable String language) {
        var id = AccountId.next();
        var isNew = sql.sql("""
            insert into account (id, email, address_key, name, language, invited_at)
            values (:id, :address, :address, :name, :language, :at)
            on conflict do nothing
            """)
                        .param("id", id)
                        .param("address", address.value())
                        .param("name", name.strip())
                        .param("language", language)
                        .param("at", now())
                        .update()
                == 1;
        return isNew ? Optional.of(id) : Optional.empty();
    }

    void describe(AccountId id, String name, @Nullable String language) {
        sql.sql("update account set name = :name, language = :language where id = :id and erased_at is null")
                .param("name", name.strip())
                .param("language", language)
                .param("id", id)
                .update();
    }

    /** @param id of the assignment */
    record Held(AssignmentId id, AccountId account, Role role, Scope scope) {}

    List<Held> roles() {
        return sql.sql(HELD + IN_ORDER).query(this::held).list();
    }

    List<Held> roles(Collection<AccountId> accounts) {
        return sql.sql(HELD + "where account = any(:accounts) " + IN_ORDER)
                .param("accounts", accounts.toArray(AccountId[]::new))
                .query(this::held)
                .list();
    }

    private Held held(ResultSet rs, int row) throws SQLException {
        return new Held(
                new AssignmentId(rs.getObject("id", UUID.class)),
                new AccountId(rs.getObject("account", UUID.class)),
                Role.valueOf(rs.getString("role")),
                scope(rs));
    }

    /** False where the role is held already. */
    boolean assign(AccountId account, Role role, Scope scope, @Nullable AccountId by) {
        return sql.sql("""
            insert into role_assignment (id, account, role, scope_kind, scope_id, granted_by, granted_at)
            values (:id, :account, :role, :kind, :scope, :by, :at)
            on conflict do nothing
            """)
                        .param("id", AssignmentId.next())
                        .param("account", account)
                        .param("role", role.name())
                        .param("kind", scope.kind().name())
                        .param("scope", scope.id())
                        .param("by", by)
                        .param("at", now())
                        .update()
                == 1;
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** One that no module knows any more opens itself to no role. */
    Scope.Kind kind(String name) {
        return Stream.concat(Stream.of(Scope.Kind.NETWORK), scopes.stream().map(ScopeNames::kind))
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Scope.Kind(name, "accounts.scope.gone"));
    }

    private Scope scope(ResultSet rs) throws SQLException {
        return new Scope(
                kind(rs.getString("scope_kind")),
                Identifier.ofNullable(rs.getObject("scope_id", UUID.class), Scope.Id::new));
    }
}
