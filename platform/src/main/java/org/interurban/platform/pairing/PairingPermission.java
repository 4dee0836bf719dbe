package org.interurban.platform.pairing;

import static org.interurban.platform.authority.CommonPermission.EVERYTHING;
import static org.interurban.platform.authority.Role.FOCAL_POINT;
import static org.interurban.platform.authority.Role.PROGRAMME_OFFICER;
import static org.interurban.platform.programmes.ProgrammePermission.PROGRAMME;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may propose pairs, and who may answer for a city. */
public enum PairingPermission implements Permission {
    PAIRING_RUN(PROGRAMME),
    PAIRING_ANSWER(EVERYTHING, PROGRAMME_OFFICER, FOCAL_POINT);

    private final Place place;

    PairingPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
