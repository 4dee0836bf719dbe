package org.interurban.platform.plans;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An action of a plan, and how far it has come. */
record PlanItem(
        UUID id,
        String code,
        @Nullable UUID programme,
        @Nullable UUID partnership,
        @Nullable String plan,
        ActionKind kind,
        String statement,
        @Nullable String statementKo,
        ActionStatus status,
        @Nullable LocalDate due,
        int version) {

    static final int STATEMENT_LENGTH = 500;

    PlanItem {
        if (statement.isBlank() || statement.length() > STATEMENT_LENGTH) {
            throw new IllegalArgumentException("An action has 1 to %d characters".formatted(STATEMENT_LENGTH));
        }
    }
}
