package org.interurban.platform.delivery;

import static org.interurban.platform.authority.CommonPermission.ADMINISTRATION;
import static org.interurban.platform.authority.Role.PROGRAMME_OFFICER;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may read the letters that go out. */
public enum DeliveryPermission implements Permission {
    OUTBOX(ADMINISTRATION, PROGRAMME_OFFICER);

    private final Place place;

    DeliveryPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
