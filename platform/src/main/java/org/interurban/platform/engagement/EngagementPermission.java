package org.interurban.platform.engagement;

import static org.interurban.platform.authority.CommonPermission.EVERYTHING;
import static org.interurban.platform.authority.Role.EDITOR;
import static org.interurban.platform.authority.Role.FOCAL_POINT;
import static org.interurban.platform.authority.Role.MEMBERSHIP_OFFICER;
import static org.interurban.platform.authority.Role.PROGRAMME_OFFICER;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who keeps in touch with members; people of a city, what concerns it. */
enum EngagementPermission implements Permission {
    ENGAGEMENTS(EVERYTHING, MEMBERSHIP_OFFICER, PROGRAMME_OFFICER),
    ENGAGEMENT_READ(ENGAGEMENTS, EDITOR, FOCAL_POINT),
    ENGAGEMENT_EDIT(ENGAGEMENTS, FOCAL_POINT),

    /** To offer support where one's city is asked, and to say what was done. */
    ENGAGEMENT_ANSWER(ENGAGEMENTS, FOCAL_POINT);

    private final Place place;

    EngagementPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
