package org.interurban.platform.pairing;

import java.time.OffsetDateTime;
import java.util.List;
import org.interurban.platform.directory.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What cities answered to the partners proposed to them: asked by rounds, answered by the floor that consults. */
public interface CityAnswers {

    /**
     * @param answer accepts, declines, or wishes for a partner who was not proposed
     * @param rank of a wish
     * @param by whose account gave it; null where nobody was noted
     * @param own whether that account speaks for the city
     */
    record Given(
            OrganisationId organisation,
            OrganisationId partner,
            String answer,
            @Nullable Integer rank,
            @Nullable String reason,
            OffsetDateTime at,
            @Nullable String by,
            boolean own) {

        public boolean accepts() {
            return answer.equals("accepts");
        }

        public boolean wishes() {
            return rank != null;
        }

        public boolean declines() {
            return answer.equals("declines");
        }
    }

    /** Wishes by their rank. */
    List<Given> of(RoundId round);
}
