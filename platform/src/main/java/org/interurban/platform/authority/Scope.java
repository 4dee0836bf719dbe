package org.interurban.platform.authority;

import static org.interurban.platform.authority.Role.DELEGATE;
import static org.interurban.platform.authority.Role.FOCAL_POINT;
import static org.interurban.platform.authority.Role.STAKEHOLDER;
import static org.interurban.platform.authority.Role.VOTER;

import java.util.Set;
import java.util.UUID;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;

/** Where a role is held, and where an object lies: the whole network, a city, or an object of a kind that a module knows. */
public record Scope(Kind kind, @Nullable Id id) {

    /** Identity of the object that the scope is, of whatever kind. */
    public record Id(UUID value) implements Identifier {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * A kind of place in which roles are held; said by the module whose objects they are, with the bean {@link ScopeNames}.
     *
     * @param name in capitals, as it is stored; two of one name are the same
     * @param words key of its words
     * @param opensTo the roles that can be held in it, of those that are held in certain places only
     */
    public record Kind(String name, String words, Set<Role> opensTo) {

        public static final Kind NETWORK = new Kind("NETWORK", "accounts.scope.network");
        public static final Kind CITY = new Kind("CITY", "directory.scope", FOCAL_POINT, STAKEHOLDER, VOTER, DELEGATE);

        public Kind(String name, String words, Role... opensTo) {
            this(name, words, Set.of(opensTo));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Kind kind && name.equals(kind.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static final Scope NETWORK = new Scope(Kind.NETWORK, null);

    public Scope {
        if (kind.equals(Kind.NETWORK) != (id == null)) {
            throw new IllegalArgumentException("Every scope but the network names its object");
        }
    }

    public static Scope city(Identifier id) {
        return new Scope(Kind.CITY, new Id(id.value()));
    }
}
