package org.interurban.platform.plans;

import java.util.Objects;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a step of a template.
 *
 * @param after the id of the step behind which it stands
 */
record StepForm(
        @Worded(max = PlanStep.STEP_LENGTH, needed = true) Words step,

        @Worded(max = PlanStep.GUIDANCE_LENGTH) Words guidance,
        @Nullable String after,
        @Nullable Integer version) {

    StepForm {
        step = Objects.requireNonNullElse(step, Words.NONE);
        guidance = Objects.requireNonNullElse(guidance, Words.NONE);
    }

    static StepForm empty(String after) {
        return new StepForm(Words.NONE, Words.NONE, after, 0);
    }

    static StepForm of(PlanStep step, String after) {
        return new StepForm(Words.of(step.step()), Words.of(step.guidance()), after, step.version());
    }

    String place() {
        return Typed.text(after);
    }

    PlanStep step(PlanStepId id, String template, @Nullable PlanStep before) {
        return new PlanStep(
                id,
                template,
                Objects.requireNonNull(step.text(before == null ? null : before.step())),
                guidance.text(before == null ? null : before.guidance()),
                version == null ? -1 : version);
    }
}
