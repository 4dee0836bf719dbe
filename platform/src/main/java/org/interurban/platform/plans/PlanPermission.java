package org.interurban.platform.plans;

import static org.interurban.platform.authority.Role.EXPERT;
import static org.interurban.platform.authority.Role.FOCAL_POINT;
import static org.interurban.platform.partnerships.PartnershipPermission.PARTNERSHIPS;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may work on the plans and agreements of partnerships. */
public enum PlanPermission implements Permission {
    PLANS_EDIT(PARTNERSHIPS, FOCAL_POINT, EXPERT),
    AGREEMENTS_EDIT(PARTNERSHIPS);

    private final Place place;

    PlanPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
