package org.interurban.platform.directory;

import static org.interurban.platform.authority.CommonPermission.RECORDS;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may change organisations and the people in them. */
public enum DirectoryPermission implements Permission {
    DIRECTORY_EDIT(RECORDS);

    private final Place place;

    DirectoryPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
