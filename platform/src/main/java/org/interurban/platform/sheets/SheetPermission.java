package org.interurban.platform.sheets;

import static org.interurban.platform.authority.CommonPermission.RECORDS;
import static org.interurban.platform.authority.Role.FOCAL_POINT;
import static org.interurban.platform.authority.Role.REGIONAL_TEAM;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may bring sheets in. */
public enum SheetPermission implements Permission {
    SHEETS_IMPORT(RECORDS, REGIONAL_TEAM, FOCAL_POINT);

    private final Place place;

    SheetPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
