package org.interurban.platform.authority;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do: a constant of an enum that the module brings whose work it is, named for it, {@code PlanPermission}. All of them
 * form one tree: who holds a branch holds everything below it.
 */
public interface Permission {

    /** As annotations, views and what can be found name it; no other permission has the same. */
    String name();

    Place place();

    /**
     * Where a permission stands.
     *
     * @param above the branch that covers it, null for a root
     * @param holders the roles that hold it and do not hold what is above
     */
    record Place(@Nullable Permission above, Set<Role> holders) {

        public Place(@Nullable Permission above, Role... holders) {
            this(above, Set.copyOf(Arrays.asList(holders)));
        }
    }

    /** Whether people with the role may, within the scope in which they hold it. */
    default boolean isHeldBy(Role role) {
        var above = place().above();
        return place().holders().contains(role) || (above != null && above.isHeldBy(role));
    }

    /** Those of all modules. */
    static List<Permission> all() {
        return Permissions.ALL;
    }

    /** @throws IllegalStateException where no module brings one of the name */
    static Permission named(String name) {
        var permission = Permissions.BY_NAME.get(name);
        if (permission == null) {
            throw new IllegalStateException("No module brings a permission " + name);
        }
        return permission;
    }
}
