package org.interurban.platform.invitations;

import static org.interurban.platform.programmes.ProgrammePermission.PROGRAMMES;

import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Role;

/** Who may let the contacts of a programme's cities sign in for these cities. */
public enum InvitationPermission implements Permission {
    CONTACTS_INVITE(PROGRAMMES);

    private final Place place;

    InvitationPermission(Permission above, Role... holders) {
        this.place = new Place(above, holders);
    }

    @Override
    public Place place() {
        return place;
    }
}
