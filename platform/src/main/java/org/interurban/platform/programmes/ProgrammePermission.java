package org.interurban.platform.programmes;

import static org.interurban.platform.authority.CommonPermission.EVERYTHING;
import static org.interurban.platform.authority.Role.EDITOR;
import static org.interurban.platform.authority.Role.EXPERT;
import static org.interurban.platform.authority.Role.FOCAL_POINT;
import static org.interurban.platform.authority.Role.FUNDER;
import static org.interurban.platform.authority.Role.PROGRAMME_OFFICER;
import static org.interurban.platform.authority.Role.REGIONAL_TEAM;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may work on programmes, their participants and the profiles of these. */
public enum ProgrammePermission implements Permission {
    PROGRAMMES(EVERYTHING, PROGRAMME_OFFICER),
    PROGRAMMES_CREATE(PROGRAMMES),

    /** One programme, for those who work on it rather than on all. */
    PROGRAMME(PROGRAMMES, REGIONAL_TEAM),
    PROGRAMME_READ(PROGRAMME, EDITOR, FUNDER, EXPERT),
    PROGRAMME_EDIT(PROGRAMME),
    PARTICIPANTS_EDIT(PROGRAMME),

    PROFILE_EDIT(EVERYTHING, PROGRAMME_OFFICER, REGIONAL_TEAM, FOCAL_POINT);

    private final Place place;

    ProgrammePermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
