package org.interurban.platform.authority;

import java.util.EnumSet;
import java.util.Set;

/**
 * What people of a network do, held within a scope; each permission says which of them may. Who speaks for a city holds the role in it
 * and nowhere wider.
 */
public enum Role {
    ADMINISTRATOR(anywhere()),
    PROGRAMME_OFFICER(anywhere()),
    MEMBERSHIP_OFFICER(anywhere()),
    EDITOR(anywhere()),
    REGIONAL_TEAM(EnumSet.complementOf(EnumSet.of(Scope.Kind.NETWORK))),
    FOCAL_POINT(EnumSet.of(Scope.Kind.CITY)),
    FUNDER(anywhere()),
    EXPERT(anywhere()),
    STAKEHOLDER(EnumSet.of(Scope.Kind.CITY, Scope.Kind.PARTNERSHIP)),
    JURY_MEMBER(anywhere()),
    VOTER(EnumSet.of(Scope.Kind.CITY)),
    TRAINEE(anywhere()),
    DELEGATE(EnumSet.of(Scope.Kind.CITY));

    private final Set<Scope.Kind> kinds;

    Role(Set<Scope.Kind> kinds) {
        this.kinds = kinds;
    }

    private static Set<Scope.Kind> anywhere() {
        return EnumSet.allOf(Scope.Kind.class);
    }

    /** Whether the role can be held in scopes of the kind; one that is held elsewhere has no effect. */
    public boolean isHeldIn(Scope.Kind kind) {
        return kinds.contains(kind);
    }
}
