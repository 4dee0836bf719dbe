package org.interurban.platform.authority;

import static org.interurban.platform.authority.Role.ADMINISTRATOR;
import static org.interurban.platform.authority.Role.EDITOR;
import static org.interurban.platform.authority.Role.FUNDER;
import static org.interurban.platform.authority.Role.MEMBERSHIP_OFFICER;
import static org.interurban.platform.authority.Role.PROGRAMME_OFFICER;
import static org.interurban.platform.authority.Role.REGIONAL_TEAM;

import org.jspecify.annotations.Nullable;

/** The branches that more than one module hangs its own on, and what is asked in every module. */
public enum CommonPermission implements Permission {
    EVERYTHING(null, ADMINISTRATOR),
    ADMINISTRATION(EVERYTHING),
    RECORDS(EVERYTHING, PROGRAMME_OFFICER, MEMBERSHIP_OFFICER),
    RECORDS_READ(RECORDS, EDITOR, REGIONAL_TEAM, FUNDER),

    /** Signed in, nothing more: one's own account, sessions and devices. */
    OWN_ACCOUNT(null, Role.values());

    private final Place place;

    CommonPermission(@Nullable Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
