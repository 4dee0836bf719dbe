package org.interurban.platform.partnerships;

import static org.interurban.platform.authority.CommonPermission.EVERYTHING;
import static org.interurban.platform.authority.Role.EDITOR;
import static org.interurban.platform.authority.Role.EXPERT;
import static org.interurban.platform.authority.Role.FOCAL_POINT;
import static org.interurban.platform.authority.Role.FUNDER;
import static org.interurban.platform.authority.Role.PROGRAMME_OFFICER;
import static org.interurban.platform.authority.Role.REGIONAL_TEAM;
import static org.interurban.platform.authority.Role.STAKEHOLDER;
import static org.interurban.platform.programmes.ProgrammePermission.PROGRAMME;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may work on partnerships, and on what hangs on them. */
public enum PartnershipPermission implements Permission {
    PARTNERSHIPS(EVERYTHING, PROGRAMME_OFFICER, REGIONAL_TEAM),
    PARTNERSHIP_READ(PARTNERSHIPS, EDITOR, FOCAL_POINT, FUNDER, EXPERT, STAKEHOLDER),
    PARTNERSHIP_EDIT(PARTNERSHIPS, FOCAL_POINT),

    /** To bring cities together, be it one by one or by publishing a round. */
    PAIRING_PUBLISH(PROGRAMME);

    private final Place place;

    PartnershipPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
