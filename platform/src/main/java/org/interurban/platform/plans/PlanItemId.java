package org.interurban.platform.plans;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of an action of a plan. */
record PlanItemId(UUID value) implements Identifier {

    static PlanItemId next() {
        return new PlanItemId(Identifier.next());
    }
}
