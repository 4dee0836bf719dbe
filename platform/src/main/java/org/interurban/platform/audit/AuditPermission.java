package org.interurban.platform.audit;

import static org.interurban.platform.authority.CommonPermission.ADMINISTRATION;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may read what was done, and by whom. */
public enum AuditPermission implements Permission {
    AUDIT_TRAIL(ADMINISTRATION);

    private final Place place;

    AuditPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
