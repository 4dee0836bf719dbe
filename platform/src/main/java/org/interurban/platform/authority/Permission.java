package org.interurban.platform.authority;

import org.jspecify.annotations.Nullable;

/** The permission tree: who is granted a node is granted everything below it. */
public enum Permission {
    EVERYTHING(null),

    ADMINISTRATION(EVERYTHING),
    ACCOUNTS(ADMINISTRATION),
    AUDIT_TRAIL(ADMINISTRATION),
    OUTBOX(ADMINISTRATION),

    RECORDS(EVERYTHING),
    RECORDS_READ(RECORDS),
    DIRECTORY_EDIT(RECORDS),
    SHEETS_IMPORT(RECORDS),
    READINGS_CHOOSE(RECORDS),

    PROGRAMMES(EVERYTHING),
    PROGRAMMES_CREATE(PROGRAMMES),
    PROGRAMME(PROGRAMMES),
    PROGRAMME_READ(PROGRAMME),
    PROGRAMME_EDIT(PROGRAMME),
    PARTICIPANTS_EDIT(PROGRAMME),
    PAIRING_RUN(PROGRAMME),
    PAIRING_PUBLISH(PROGRAMME),

    PARTNERSHIPS(EVERYTHING),
    PARTNERSHIP_READ(PARTNERSHIPS),
    PARTNERSHIP_EDIT(PARTNERSHIPS),
    ACTIVITIES_EDIT(PARTNERSHIPS),
    PLANS_EDIT(PARTNERSHIPS),
    AGREEMENTS_EDIT(PARTNERSHIPS),

    PROFILE_EDIT(EVERYTHING),
    PAIRING_ANSWER(EVERYTHING),

    NETWORK(EVERYTHING),
    MEMBERS_EDIT(NETWORK),
    GOVERNANCE_EDIT(NETWORK),

    REPORTS_READ(EVERYTHING),
    PUBLISHING(EVERYTHING),

    /** Signed in, nothing more: one's own account, sessions and devices. */
    OWN_ACCOUNT(null);

    private final @Nullable Permission parent;

    Permission(@Nullable Permission parent) {
        this.parent = parent;
    }

    /** Whether a grant of this permission covers the other: itself or anything below it. */
    public boolean covers(Permission other) {
        for (@Nullable Permission node = other; node != null; node = node.parent) {
            if (node == this) {
                return true;
            }
        }
        return false;
    }
}
