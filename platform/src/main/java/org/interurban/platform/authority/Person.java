package org.interurban.platform.authority;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person behind a request: an account with its roles, or nobody. */
public record Person(@Nullable AccountId account, String name, List<Assignment> assignments) {

    public static final Person NOBODY = new Person(null, "", List.of());

    /** A role held within a scope. */
    public record Assignment(Role role, Scope scope) {}

    /** A role that is held where it cannot be has no effect. */
    public Person {
        assignments = assignments.stream()
                .filter(held -> held.role().isHeldIn(held.scope().kind()))
                .toList();
    }

    public boolean isSignedIn() {
        return account != null;
    }

    /** Whether a role held anywhere grants the permission: enough to open a page, not to act on an object. */
    public boolean mayAnywhere(Permission permission) {
        return isSignedIn()
                && (permission == CommonPermission.OWN_ACCOUNT
                        || assignments.stream().anyMatch(held -> permission.isHeldBy(held.role())));
    }

    /** Whether a role held for the network or for one of the object's scopes grants the permission. */
    public boolean may(Permission permission, Scope... scopesOfTheObject) {
        return assignments.stream()
                .filter(held -> held.scope().equals(Scope.NETWORK)
                        || Arrays.asList(scopesOfTheObject).contains(held.scope()))
                .anyMatch(held -> permission.isHeldBy(held.role()));
    }
}
