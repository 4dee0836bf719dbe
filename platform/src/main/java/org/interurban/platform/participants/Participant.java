package org.interurban.platform.participants;

import java.math.BigDecimal;
import java.util.List;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.programmes.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * A body's part in a programme.
 *
 * @param group the code of the group in which it takes part; empty where it stands in none
 * @param capacityMin with how many partners it must be paired at least
 * @param capacityMax and at most
 * @param languages in which it can work, as language tags
 */
public record Participant(
        ParticipantId id,
        ProgrammeId programme,
        OrganisationId organisation,
        String organisationCode,
        String organisationName,
        String group,
        String cohort,
        int capacityMin,
        int capacityMax,
        List<String> languages,
        @Nullable BigDecimal staffDays,
        @Nullable Boolean firstTimer,
        int version) {

    static final List<String> STATUSES = List.of("participant", "possible");
    static final int MOST_PARTNERS = 20;

    public Participant {
        if (!isCapacity(capacityMin, capacityMax)) {
            throw new IllegalArgumentException("A participant takes from 0 to %d partners".formatted(MOST_PARTNERS));
        }
        languages = List.copyOf(languages);
    }

    /** In the group of the other and with as many partners. */
    Participant placedAs(Participant other) {
        return new Participant(
                id,
                programme,
                organisation,
                organisationCode,
                organisationName,
                other.group,
                cohort,
                other.capacityMin,
                other.capacityMax,
                languages,
                staffDays,
                firstTimer,
                version);
    }

    static boolean isCapacity(int least, int most) {
        return least >= 0 && most >= 1 && most <= MOST_PARTNERS && least <= most;
    }
}
