package org.interurban.platform.plans;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What people fill in about an action. */
record ActionForm(
        @Nullable String kind,

        @Worded(max = PlanItem.STATEMENT_LENGTH, needed = true, message = "{plans.error.statement-needed}")
        Words statement,

        @Size(max = 40, message = "{plans.error.too-long}") @Nullable
        String plan,

        @Nullable String status,
        @Nullable String due,
        @Nullable Integer version) {

    ActionForm {
        statement = Objects.requireNonNullElse(statement, Words.NONE);
    }

    static ActionForm of(PlanItem item) {
        return new ActionForm(
                item.kind().code(),
                Words.of(item.statement()),
                item.plan(),
                item.status().code(),
                item.due() == null ? "" : item.due().toString(),
                item.version());
    }

    /** A joint initiative of the action plan, to begin with. */
    static ActionForm planned() {
        return new ActionForm(
                ActionKind.JOINT_INITIATIVE.code(), Words.NONE, "UCAP", ActionStatus.PLANNED.code(), null, 0);
    }

    void check(Errors errors) {
        if (!Coded.codes(ActionKind.class).contains(text(kind))) {
            errors.rejectValue("kind", "plans.error.type");
        }
        if (!Coded.codes(ActionStatus.class).contains(text(status))) {
            errors.rejectValue("status", "plans.error.status");
        }
        try {
            var day = dueDay();
            Typed.requireYears(day == null ? PartialPeriod.UNKNOWN : PartialPeriod.day(day), "due", errors);
        } catch (DateTimeException notADay) {
            errors.rejectValue("due", "plans.error.day");
        }
    }

    private @Nullable LocalDate dueDay() {
        return text(due).isEmpty() ? null : LocalDate.parse(text(due));
    }

    PlanItem added(String code, ProgrammeId programme, PartnershipId partnership) {
        return item(PlanItemId.next(), code, programme, partnership, null);
    }

    PlanItem changed(PlanItem before) {
        return item(before.id(), before.code(), before.programme(), before.partnership(), before.statement());
    }

    private PlanItem item(
            PlanItemId id,
            String code,
            @Nullable ProgrammeId programme,
            @Nullable PartnershipId partnership,
            @Nullable LocalizedText statementBefore) {
        return new PlanItem(
                id,
                code,
                programme,
                partnership,
                textOrNull(plan),
                Coded.of(ActionKind.class, text(kind)),
                Objects.requireNonNull(statement.text(statementBefore)),
                Coded.of(ActionStatus.class, text(status)),
                dueDay(),
                version == null ? -1 : version);
    }
}
