package org.interurban.platform.plans;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a step of a template. */
record PlanStepId(UUID value) implements Identifier {

    static PlanStepId next() {
        return new PlanStepId(Identifier.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
