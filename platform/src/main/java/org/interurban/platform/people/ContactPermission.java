package org.interurban.platform.people;

import static org.interurban.platform.authority.CommonPermission.RECORDS;
import static org.interurban.platform.authority.CommonPermission.RECORDS_READ;
import static org.interurban.platform.authority.Role.FOCAL_POINT;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who sees how people are reached, and who keeps it up to date. */
public enum ContactPermission implements Permission {
    CONTACTS_READ(RECORDS_READ, FOCAL_POINT),
    CONTACTS_EDIT(RECORDS, FOCAL_POINT);

    private final Place place;

    ContactPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
