package org.interurban.platform.membership;

import static org.interurban.platform.authority.CommonPermission.EVERYTHING;
import static org.interurban.platform.authority.Role.MEMBERSHIP_OFFICER;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may work on the network and its members. */
public enum MembershipPermission implements Permission {
    NETWORK(EVERYTHING, MEMBERSHIP_OFFICER),
    MEMBERS_EDIT(NETWORK);

    private final Place place;

    MembershipPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
