package org.interurban.platform.sources;

import static org.interurban.platform.authority.CommonPermission.RECORDS;
import static org.interurban.platform.authority.Role.EDITOR;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may decide what holds where documents disagree. */
public enum SourcePermission implements Permission {
    READINGS_CHOOSE(RECORDS, EDITOR);

    private final Place place;

    SourcePermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
