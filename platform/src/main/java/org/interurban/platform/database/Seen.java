package org.interurban.platform.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;

/**
 * What a person sees of a kind of record, as a condition on the kind's view {@code …_seen_by}: {@code everyone}, {@code permission} and
 * {@code scopes}. It stands in the text of a statement, so that PostgreSQL plans for the public without asking for rights.
 */
public final class Seen {

    private Seen() {}

    /** Records that everyone sees, and those that the person works on. */
    public static String by(Person person, String view) {
        return person.assignments().isEmpty()
                ? view + ".everyone"
                : "(" + view + ".everyone or " + workedOnBy(person, view) + ")";
    }

    /** Records for which a role of the person's, held for the network or in one of their scopes, grants the permission. */
    public static String workedOnBy(Person person, String view) {
        var scopes = new LinkedHashMap<Role, TreeSet<String>>();
        var conditions = new ArrayList<String>();
        for (var held : person.assignments()) {
            if (held.scope().equals(Scope.NETWORK)) {
                conditions.add(view + ".permission in " + granted(held.role()));
            } else {
                scopes.computeIfAbsent(held.role(), none -> new TreeSet<>()).add(name(held.scope()));
            }
        }
        scopes.forEach((role, within) -> conditions.add("(%1$s.permission in %2$s and %1$s.scopes && '{%3$s}')"
                .formatted(view, granted(role), String.join(",", within))));
        return conditions.isEmpty() ? "false" : "(" + String.join(" or ", conditions) + ")";
    }

    /** As scopes are written in the views and in what can be found: {@code programme:<id>}. */
    public static String name(Scope scope) {
        return scope.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + scope.id();
    }

    private static String granted(Role role) {
        return Permission.all().stream()
                .filter(permission -> permission.isHeldBy(role))
                .map(Permission::name)
                .collect(Collectors.joining("', '", "('", "')"));
    }
}
