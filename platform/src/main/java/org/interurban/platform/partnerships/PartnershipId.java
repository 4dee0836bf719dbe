package org.interurban.platform.partnerships;

import java.util.UUID;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.shared.Identifier;

/** Identity of a partnership. */
public record PartnershipId(UUID value) implements Identifier {

    public static final Scope.Kind SCOPE = new Scope.Kind("PARTNERSHIP", "partnerships.scope", Role.STAKEHOLDER);

    static PartnershipId next() {
        return new PartnershipId(Identifier.next());
    }

    /** It as a place in which roles are held. */
    public Scope scope() {
        return new Scope(SCOPE, new Scope.Id(value));
    }
}
