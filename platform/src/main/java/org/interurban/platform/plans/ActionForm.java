package org.interurban.platform.plans;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import java.util.Collection;
import java.util.Objects;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.DateReading.Extent;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.Chosen;
import org.interurban.platform.web.TypedDate;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about an action.
 *
 * @param partnership code of the one in which something new lies; nothing where the page knows it
 * @param programme code of the one to which something new belongs as a whole; nothing where the page knows it
 * @param owner code or name of the body that sees to it, empty for none
 */
record ActionForm(
        @Nullable String partnership,
        @Nullable String programme,

        @Chosen(value = ActionKind.class, words = "plans.kind", message = "{plans.error.type}") @Nullable
        String kind,

        @Worded(max = PlanItem.STATEMENT_LENGTH, needed = true, message = "{plans.error.statement-needed}")
        Words statement,

        @Nullable String plan,

        @Chosen(value = ActionStatus.class, words = "plans.action-status", message = "{plans.error.status}") @Nullable
        String status,

        @Nullable String owner,
        TypedDate due,
        @Nullable Integer version) {

    ActionForm {
        statement = Objects.requireNonNullElse(statement, Words.NONE);
        due = Objects.requireNonNullElse(due, TypedDate.NONE);
    }

    /** @param owner how the body that sees to it is named */
    static ActionForm of(
            PlanItem item, @Nullable String owner, @Nullable String partnership, @Nullable String programme) {
        return new ActionForm(
                partnership,
                programme,
                item.kind().code(),
                Words.of(item.statement()),
                item.plan(),
                item.status().code(),
                owner,
                item.due() == null ? TypedDate.NONE : TypedDate.of(PartialPeriod.day(item.due())),
                item.version());
    }

    /** @param plans the codes of the templates that can be chosen */
    void check(Errors errors, Collection<String> plans) {
        if (!text(plan).isEmpty() && !plans.contains(text(plan))) {
            errors.rejectValue("plan", "plans.error.plan");
        }
        due.check(Extent.DAY, "due", errors);
    }

    /**
     * A joint initiative, to begin with.
     *
     * @param plan the code of a template, empty for none
     */
    static ActionForm planned(String plan) {
        return new ActionForm(
                null,
                null,
                ActionKind.JOINT_INITIATIVE.code(),
                Words.NONE,
                plan,
                ActionStatus.PLANNED.code(),
                "",
                TypedDate.NONE,
                0);
    }

    PlanItem added(String code, Owner whose, @Nullable OrganisationId seesToIt) {
        return item(PlanItemId.next(), code, whose.programmeId(), whose.partnershipId(), seesToIt, null);
    }

    PlanItem changed(PlanItem before, @Nullable OrganisationId seesToIt) {
        return item(before.id(), before.code(), before.programme(), before.partnership(), seesToIt, before.statement());
    }

    private PlanItem item(
            PlanItemId id,
            String code,
            @Nullable ProgrammeId programme,
            @Nullable PartnershipId partnership,
            @Nullable OrganisationId seesToIt,
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
                seesToIt,
                due.when().from(),
                version == null ? -1 : version);
    }
}
