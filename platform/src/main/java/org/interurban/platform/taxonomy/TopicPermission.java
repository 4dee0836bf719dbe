package org.interurban.platform.taxonomy;

import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who keeps lists of topics: those of a programme also by whoever works on the programme. */
enum TopicPermission implements Permission {
    TOPICS_EDIT(CommonPermission.RECORDS, Role.REGIONAL_TEAM);

    private final Place place;

    TopicPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
