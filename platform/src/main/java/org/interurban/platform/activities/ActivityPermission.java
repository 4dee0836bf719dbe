package org.interurban.platform.activities;

import static org.interurban.platform.authority.Role.FOCAL_POINT;
import static org.interurban.platform.partnerships.PartnershipPermission.PARTNERSHIPS;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may work on the activities of partnerships. */
public enum ActivityPermission implements Permission {
    ACTIVITIES_EDIT(PARTNERSHIPS, FOCAL_POINT);

    private final Place place;

    ActivityPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
