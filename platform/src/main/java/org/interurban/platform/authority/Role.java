package org.interurban.platform.authority;

/**
 * What people of a network do, held within a scope; each permission says which of them may. Who speaks for a city holds the role in it
 * and nowhere wider.
 */
public enum Role {
    ADMINISTRATOR(Held.ANYWHERE),
    PROGRAMME_OFFICER(Held.ANYWHERE),
    MEMBERSHIP_OFFICER(Held.ANYWHERE),
    EDITOR(Held.ANYWHERE),
    REGIONAL_TEAM(Held.NOT_FOR_ALL),
    FOCAL_POINT(Held.WHERE_OPEN),
    FUNDER(Held.ANYWHERE),
    EXPERT(Held.ANYWHERE),
    STAKEHOLDER(Held.WHERE_OPEN),
    JURY_MEMBER(Held.ANYWHERE),
    VOTER(Held.WHERE_OPEN),
    TRAINEE(Held.ANYWHERE),
    DELEGATE(Held.WHERE_OPEN);

    private enum Held {
        ANYWHERE,
        NOT_FOR_ALL,
        WHERE_OPEN
    }

    private final Held held;

    Role(Held held) {
        this.held = held;
    }

    /** Whether the role can be held in scopes of the kind; one that is held elsewhere has no effect. */
    public boolean isHeldIn(Scope.Kind kind) {
        return switch (held) {
            case ANYWHERE -> true;
            case NOT_FOR_ALL -> !kind.equals(Scope.Kind.NETWORK);
            case WHERE_OPEN -> kind.opensTo().contains(this);
        };
    }
}
