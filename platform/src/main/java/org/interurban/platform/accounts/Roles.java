package org.interurban.platform.accounts;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.authority.ScopeNames;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives roles within a scope and takes them back; only within scopes where the giver may do so. */
@Service
class Roles {

    private final Accounts accounts;
    private final JdbcClient sql;
    private final Rights rights;
    private final Audit audit;
    private final ObjectProvider<ScopeNames> scopes;

    Roles(Accounts accounts, JdbcClient sql, Rights rights, Audit audit, ObjectProvider<ScopeNames> scopes) {
        this.accounts = accounts;
        this.sql = sql;
        this.rights = rights;
        this.audit = audit;
        this.scopes = scopes;
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        /** The role is not held in scopes of this kind. */
        record NotThere() implements Outcome {}

        record NoSuchPlace() implements Outcome {}

        /** The name is that of several; their codes tell them apart. */
        record WhichPlace(List<String> codes) implements Outcome {}

        /** The network would be left without anybody to give rights. */
        record LastAdministrator() implements Outcome {}
    }

    /**
     * A role as a page shows it.
     *
     * @param place empty for the whole network
     * @param effective whether it can be held there
     */
    record Line(AssignmentId id, AccountId account, Role role, Scope.Kind kind, String place, boolean effective) {}

    List<Line> of(AccountId account) {
        return of(List.of(account));
    }

    List<Line> of(Collection<AccountId> some) {
        return lines(accounts.roles(some));
    }

    /** Those that were given where they cannot be held, and so have no effect. */
    List<Line> withoutEffect() {
        return lines(accounts.roles().stream()
                .filter(held -> !held.role().isHeldIn(held.scope().kind()))
                .toList());
    }

    private List<Line> lines(List<Accounts.Held> held) {
        var names = new HashMap<Scope.Id, String>();
        scopes.forEach(known -> names.putAll(known.names(held.stream()
                .map(Accounts.Held::scope)
                .filter(scope -> scope.kind().equals(known.kind()))
                .map(Scope::id)
                .collect(Collectors.toCollection(HashSet::new)))));
        return held.stream()
                .map(one -> new Line(
                        one.id(),
                        one.account(),
                        one.role(),
                        one.scope().kind(),
                        place(one.scope(), names),
                        one.role().isHeldIn(one.scope().kind())))
                .toList();
    }

    private static String place(Scope scope, Map<Scope.Id, String> names) {
        return scope.id() == null ? "" : names.getOrDefault(scope.id(), "–");
    }

    /** A place where a role can be held. */
    record Place(String code, String name, Scope.Kind kind) {}

    List<Place> places() {
        return scopes.orderedStream()
                .flatMap(
                        known -> known.all().stream().map(named -> new Place(named.code(), named.name(), known.kind())))
                .toList();
    }

    /** The kinds of scope in which a role can be given here. */
    List<Scope.Kind> kinds() {
        return Stream.concat(
                        Stream.of(Scope.Kind.NETWORK),
                        scopes.orderedStream().map(ScopeNames::kind).sorted(Comparator.comparing(Scope.Kind::name)))
                .toList();
    }

    /**
     * @param kindName of the kinds of scope one
     * @param place code or name of an object of the kind; nothing for the network
     */
    @Transactional
    Outcome assign(AccountId account, Role role, String kindName, @Nullable String place) {
        var kind = accounts.kind(kindName);
        if (!role.isHeldIn(kind)) {
            return new Outcome.NotThere();
        }
        if (kind.equals(Scope.Kind.NETWORK)) {
            return assign(account, role, Scope.NETWORK);
        }
        var found = scopes.stream()
                .filter(known -> known.kind().equals(kind))
                .flatMap(known -> known.find(place == null ? "" : place.strip()).stream())
                .toList();
        return switch (found.size()) {
            case 0 -> new Outcome.NoSuchPlace();
            case 1 -> assign(account, role, new Scope(kind, found.getFirst()));
            default -> new Outcome.WhichPlace(codes(kind, String.valueOf(place).strip()));
        };
    }

    private Outcome assign(AccountId account, Role role, Scope scope) {
        rights.require(AccountPermission.ACCOUNTS, scope);
        if (accounts.assign(account, role, scope, Rights.account())) {
            record("accounts.role-assigned", account, role, scope);
        }
        return new Outcome.Done();
    }

    private List<String> codes(Scope.Kind kind, String name) {
        return places().stream()
                .filter(place -> place.kind().equals(kind) && place.name().equalsIgnoreCase(name))
                .map(Place::code)
                .toList();
    }

    @Transactional
    Outcome withdraw(AccountId account, AssignmentId assignment) {
        var held = accounts.roles(List.of(account)).stream()
                .filter(one -> one.id().equals(assignment))
                .findFirst();
        if (held.isEmpty()) {
            return new Outcome.Done();
        }
        var role = held.get().role();
        var scope = held.get().scope();
        rights.require(AccountPermission.ACCOUNTS, scope);
        if (role == Role.ADMINISTRATOR && scope.equals(Scope.NETWORK) && isLastAdministrator(account)) {
            return new Outcome.LastAdministrator();
        }
        sql.sql("delete from role_assignment where id = :id")
                .param("id", assignment)
                .update();
        record("accounts.role-withdrawn", account, role, scope);
        return new Outcome.Done();
    }

    /** Looked at under a lock, so that two administrators cannot send each other away at the same moment. */
    boolean isLastAdministrator(AccountId account) {
        sql.sql("lock table role_assignment in share row exclusive mode").update();
        var administrators = sql.sql("""
            select r.account from role_assignment r join account a on a.id = r.account
             where r.role = 'ADMINISTRATOR' and r.scope_kind = 'NETWORK' and a.disabled_at is null
            """).query(UUID.class).list();
        return administrators.equals(List.of(account.value()));
    }

    private void record(String act, AccountId account, Role role, Scope scope) {
        audit.record(
                act,
                new Audit.Subject("account", account.toString()),
                Map.of(
                        "role",
                        role.name(),
                        "scope",
                        scope.kind().name(),
                        "place",
                        scope.id() == null ? "" : scope.id().toString()));
    }
}
