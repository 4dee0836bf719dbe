package org.interurban.platform.authority;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;

/** Where a role is held, and where an object lies: the whole network, a regional team, a programme, a partnership or a city. */
public record Scope(Kind kind, @Nullable Id id) {

    /** Identity of the object that the scope is, of whatever kind. */
    public record Id(UUID value) implements Identifier {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public enum Kind {
        NETWORK,
        REGIONAL_TEAM,
        PROGRAMME,
        PARTNERSHIP,
        CITY
    }

    public static final Scope NETWORK = new Scope(Kind.NETWORK, null);

    public Scope {
        if ((kind == Kind.NETWORK) != (id == null)) {
            throw new IllegalArgumentException("Every scope but the network names its object");
        }
    }

    public static Scope programme(Identifier id) {
        return new Scope(Kind.PROGRAMME, new Id(id.value()));
    }

    public static Scope partnership(Identifier id) {
        return new Scope(Kind.PARTNERSHIP, new Id(id.value()));
    }

    public static Scope city(Identifier id) {
        return new Scope(Kind.CITY, new Id(id.value()));
    }
}
