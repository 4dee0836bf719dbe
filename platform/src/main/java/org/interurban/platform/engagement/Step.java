package org.interurban.platform.engagement;

import java.time.LocalDate;
import java.util.UUID;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** An offer made in answer to a request, or what is to be done next. */
sealed interface Step {

    int STATEMENT_LENGTH = 500;

    record Id(UUID value) implements Identifier {

        static Id next() {
            return new Id(Identifier.next());
        }
    }

    Id id();

    LocalizedText statement();

    /** @param by who offers; the secretariat makes no offers */
    record Offer(Id id, OrganisationId by, LocalizedText statement) implements Step {

        public Offer {
            Engagement.requireWords(statement, STATEMENT_LENGTH);
        }
    }

    /**
     * @param turn whose it is; null for the secretariat
     * @param due null where it can wait
     */
    record FollowUp(
            Id id,
            @Nullable OrganisationId turn,
            LocalizedText statement,
            @Nullable LocalDate due) implements Step {

        public FollowUp {
            Engagement.requireWords(statement, STATEMENT_LENGTH);
        }
    }
}
