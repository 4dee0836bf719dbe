package org.interurban.platform.plans;

import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A step by which plans of a template are made.
 *
 * @param template its code
 * @param guidance how it is done
 */
record PlanStep(
        PlanStepId id,
        String template,
        LocalizedText step,
        @Nullable LocalizedText guidance,
        int version) {

    static final int STEP_LENGTH = 300;
    static final int GUIDANCE_LENGTH = 2000;

    /** By which its passages are known, wherever it stands in the order. */
    public String subject() {
        return template + "/" + id;
    }

    PlanStep {
        if (step.original().isBlank() || step.original().length() > STEP_LENGTH) {
            throw new IllegalArgumentException("A step has 1 to %d characters".formatted(STEP_LENGTH));
        }
    }
}
