package org.interurban.platform.partnerships;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a partnership. */
public record PartnershipId(UUID value) implements Identifier {

    static PartnershipId next() {
        return new PartnershipId(Identifier.next());
    }
}
