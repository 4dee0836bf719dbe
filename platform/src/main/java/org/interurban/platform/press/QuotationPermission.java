package org.interurban.platform.press;

import static org.interurban.platform.authority.CommonPermission.EVERYTHING;
import static org.interurban.platform.authority.Role.EDITOR;
import static org.interurban.platform.authority.Role.FOCAL_POINT;
import static org.interurban.platform.authority.Role.PROGRAMME_OFFICER;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who keeps what people said; people of a city, what was said for it. */
enum QuotationPermission implements Permission {
    QUOTATION_EDIT(EVERYTHING, PROGRAMME_OFFICER, EDITOR, FOCAL_POINT);

    private final Place place;

    QuotationPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
