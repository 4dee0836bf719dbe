package org.interurban.platform.partnerships;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What a round of pairing knew of the partnership that it made, as it stood then.
 *
 * @param round its name
 * @param run the number of the run that proposed the pair
 * @param on the day the round was published
 * @param matches why these members: the lines of their profiles that met, the best first
 * @param agreed the members that accepted the proposal, with the day
 */
public record Origin(String round, int run, LocalDate on, List<Match> matches, Map<OrganisationId, LocalDate> agreed) {

    /** What two lines have to do with each other. */
    public enum Kind implements Coded {
        /** The first offers what the second seeks. */
        OFFER,
        /** Both seek it. */
        SHARED
    }

    /** @param topic of the lines, null where they are filed under none */
    public record Match(
            Kind kind, Line one, Line other, @Nullable TopicId topic) {}

    /** What a body said of itself in its profile. */
    public record Line(OrganisationId organisation, LocalizedText words) {}

    public Origin {
        matches = List.copyOf(matches);
        agreed = Map.copyOf(agreed);
        if (round.isBlank() || run < 1) {
            throw new IllegalArgumentException("A round has a name, and its runs are counted from 1");
        }
    }
}
