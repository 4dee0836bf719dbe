package org.interurban.platform.enquiries;

import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who reads what cities ask and answers them. */
enum EnquiryPermission implements Permission {
    ENQUIRIES(CommonPermission.RECORDS);

    private final Place place;

    EnquiryPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
