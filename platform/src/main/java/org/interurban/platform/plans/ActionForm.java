package org.interurban.platform.plans;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.interurban.platform.shared.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What people fill in about an action. */
record ActionForm(
        @Nullable String kind,

        @NotBlank(message = "{plans.error.statement-needed}")
        @Size(max = PlanItem.STATEMENT_LENGTH, message = "{plans.error.too-long}")
        @Nullable
        String statement,

        @Size(max = PlanItem.STATEMENT_LENGTH, message = "{plans.error.too-long}") @Nullable
        String statementKo,

        @Size(max = 40, message = "{plans.error.too-long}") @Nullable
        String plan,

        @Nullable String status,
        @Nullable String due,
        @Nullable Integer version) {

    static ActionForm of(PlanItem item) {
        return new ActionForm(
                item.kind().code(),
                item.statement(),
                item.statementKo(),
                item.plan(),
                item.status().code(),
                item.due() == null ? "" : item.due().toString(),
                item.version());
    }

    /** A joint initiative of the action plan, to begin with. */
    static ActionForm planned() {
        return new ActionForm(
                ActionKind.JOINT_INITIATIVE.code(), null, null, "UCAP", ActionStatus.PLANNED.code(), null, 0);
    }

    void check(Errors errors) {
        if (!Coded.codes(ActionKind.class).contains(text(kind))) {
            errors.rejectValue("kind", "plans.error.type");
        }
        if (!Coded.codes(ActionStatus.class).contains(text(status))) {
            errors.rejectValue("status", "plans.error.status");
        }
        try {
            dueDay();
        } catch (DateTimeException notADay) {
            errors.rejectValue("due", "plans.error.day");
        }
    }

    private @Nullable LocalDate dueDay() {
        return text(due).isEmpty() ? null : LocalDate.parse(text(due));
    }

    PlanItem toItem(UUID id, String code, @Nullable UUID programme, @Nullable UUID partnership) {
        return new PlanItem(
                id,
                code,
                programme,
                partnership,
                textOrNull(plan),
                Coded.of(ActionKind.class, text(kind)),
                text(statement),
                textOrNull(statementKo),
                Coded.of(ActionStatus.class, text(status)),
                dueDay(),
                version == null ? -1 : version);
    }
}
