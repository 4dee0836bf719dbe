package org.interurban.platform.plans;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of an agreement. */
record AgreementId(UUID value) implements Identifier {

    static AgreementId next() {
        return new AgreementId(Identifier.next());
    }
}
