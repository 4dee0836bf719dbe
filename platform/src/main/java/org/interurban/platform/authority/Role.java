package org.interurban.platform.authority;

import static org.interurban.platform.authority.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/**
 * What people of a network do, each role with its branches of the permission tree; held within a scope. Who speaks for a city holds
 * the role in it and nowhere wider.
 */
public enum Role {
    ADMINISTRATOR(anywhere(), EVERYTHING),
    PROGRAMME_OFFICER(
            anywhere(),
            RECORDS,
            PROGRAMMES,
            PARTNERSHIPS,
            PROFILE_EDIT,
            PAIRING_ANSWER,
            REPORTS_READ,
            PUBLISHING,
            OUTBOX),
    MEMBERSHIP_OFFICER(anywhere(), RECORDS, NETWORK, REPORTS_READ),
    EDITOR(anywhere(), RECORDS_READ, PROGRAMME_READ, PARTNERSHIP_READ, READINGS_CHOOSE, PUBLISHING, REPORTS_READ),
    REGIONAL_TEAM(
            EnumSet.complementOf(EnumSet.of(Scope.Kind.NETWORK)),
            RECORDS_READ,
            SHEETS_IMPORT,
            PROGRAMME,
            PARTNERSHIPS,
            PROFILE_EDIT,
            REPORTS_READ),
    FOCAL_POINT(
            EnumSet.of(Scope.Kind.CITY),
            PARTNERSHIP_READ,
            PARTNERSHIP_EDIT,
            ACTIVITIES_EDIT,
            PLANS_EDIT,
            PROFILE_EDIT,
            PAIRING_ANSWER,
            SHEETS_IMPORT),
    FUNDER(anywhere(), RECORDS_READ, PROGRAMME_READ, PARTNERSHIP_READ, REPORTS_READ),
    EXPERT(anywhere(), PROGRAMME_READ, PARTNERSHIP_READ, PLANS_EDIT),
    STAKEHOLDER(EnumSet.of(Scope.Kind.CITY, Scope.Kind.PARTNERSHIP), PARTNERSHIP_READ),
    JURY_MEMBER(anywhere(), OWN_ACCOUNT),
    VOTER(EnumSet.of(Scope.Kind.CITY), OWN_ACCOUNT),
    TRAINEE(anywhere(), OWN_ACCOUNT),
    DELEGATE(EnumSet.of(Scope.Kind.CITY), OWN_ACCOUNT);

    private final Set<Scope.Kind> kinds;
    private final Set<Permission> grants;

    Role(Set<Scope.Kind> kinds, Permission first, Permission... more) {
        this.kinds = kinds;
        this.grants = EnumSet.of(first, more);
    }

    private static Set<Scope.Kind> anywhere() {
        return EnumSet.allOf(Scope.Kind.class);
    }

    /** Whether the role can be held in scopes of the kind; one that is held elsewhere has no effect. */
    public boolean isHeldIn(Scope.Kind kind) {
        return kinds.contains(kind);
    }

    public boolean grants(Permission permission) {
        return permission == OWN_ACCOUNT || grants.stream().anyMatch(grant -> grant.covers(permission));
    }
}
