package org.interurban.platform.authority;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;

/** Where a role is held, and where an object lies: the whole network, a regional team, a programme, a partnership or a city. */
public record Scope(Kind kind, @Nullable UUID id) {

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
        return new Scope(Kind.PROGRAMME, id.value());
    }

    public static Scope partnership(UUID id) {
        return new Scope(Kind.PARTNERSHIP, id);
    }

    public static Scope city(UUID id) {
        return new Scope(Kind.CITY, id);
    }

    public static Scope regionalTeam(UUID id) {
        return new Scope(Kind.REGIONAL_TEAM, id);
    }
}
