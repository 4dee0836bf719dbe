package org.interurban.platform.plans;

import java.time.LocalDate;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An action of a plan, and how far it has come.
 *
 * @param plan the code of the template of the plan in which it stands; null where it stands in none
 * @param owner who sees to it; null where nobody was named
 */
record PlanItem(
        PlanItemId id,
        String code,
        @Nullable ProgrammeId programme,
        @Nullable PartnershipId partnership,
        @Nullable String plan,
        ActionKind kind,
        LocalizedText statement,
        ActionStatus status,
        @Nullable OrganisationId owner,
        @Nullable LocalDate due,
        int version) {

    static final int STATEMENT_LENGTH = 500;

    PlanItem {
        if (statement.original().isBlank() || statement.original().length() > STATEMENT_LENGTH) {
            throw new IllegalArgumentException("An action has 1 to %d characters".formatted(STATEMENT_LENGTH));
        }
    }

    boolean isDone() {
        return status == ActionStatus.CARRIED_OUT;
    }

    PlanItem done() {
        return new PlanItem(
                id, code, programme, partnership, plan, kind, statement, ActionStatus.CARRIED_OUT, owner, due, version);
    }
}
