package org.interurban.platform.authority;

import static org.interurban.platform.authority.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** What people of a network do, each role with its branches of the permission tree; held within a scope. */
public enum Role {
    ADMINISTRATOR(EVERYTHING),
    PROGRAMME_OFFICER(
            RECORDS, PROGRAMMES, PARTNERSHIPS, PROFILE_EDIT, PAIRING_ANSWER, REPORTS_READ, PUBLISHING, OUTBOX),
    MEMBERSHIP_OFFICER(RECORDS, NETWORK, REPORTS_READ),
    EDITOR(RECORDS_READ, PROGRAMME_READ, PARTNERSHIP_READ, READINGS_CHOOSE, PUBLISHING, REPORTS_READ),
    REGIONAL_TEAM(RECORDS_READ, SHEETS_IMPORT, PROGRAMME, PARTNERSHIPS, PROFILE_EDIT, REPORTS_READ),
    FOCAL_POINT(
            PARTNERSHIP_READ,
            PARTNERSHIP_EDIT,
            ACTIVITIES_EDIT,
            PLANS_EDIT,
            PROFILE_EDIT,
            PAIRING_ANSWER,
            SHEETS_IMPORT),
    FUNDER(RECORDS_READ, PROGRAMME_READ, PARTNERSHIP_READ, REPORTS_READ),
    EXPERT(PROGRAMME_READ, PARTNERSHIP_READ, PLANS_EDIT),
    STAKEHOLDER(PARTNERSHIP_READ),
    JURY_MEMBER(OWN_ACCOUNT),
    VOTER(OWN_ACCOUNT),
    TRAINEE(OWN_ACCOUNT),
    DELEGATE(OWN_ACCOUNT);

    private final Set<Permission> grants;

    Role(Permission first, Permission... more) {
        this.grants = EnumSet.of(first, more);
    }

    public boolean grants(Permission permission) {
        return permission == OWN_ACCOUNT || grants.stream().anyMatch(grant -> grant.covers(permission));
    }
}
