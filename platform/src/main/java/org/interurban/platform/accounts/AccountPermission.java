package org.interurban.platform.accounts;

import static org.interurban.platform.authority.CommonPermission.ADMINISTRATION;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may invite people and give them roles. */
enum AccountPermission implements Permission {
    ACCOUNTS(ADMINISTRATION);

    private final Place place;

    AccountPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
