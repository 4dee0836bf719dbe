package org.interurban.platform.participants;

import java.math.BigDecimal;
import java.util.List;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.web.Typed;
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
        Standing standing,
        int capacityMin,
        int capacityMax,
        List<String> languages,
        @Nullable BigDecimal staffDays,
        @Nullable Boolean firstTimer,
        Preferences preferences,
        int version) {

    static final int MOST_PARTNERS = 20;
    static final int COHORT_LENGTH = 80;

    public Participant {
        if (!isCapacity(capacityMin, capacityMax)) {
            throw new IllegalArgumentException("A participant takes from 0 to %d partners".formatted(MOST_PARTNERS));
        }
        languages = List.copyOf(languages);
    }

    /** Of what a form of a new one says where. */
    static Participant added(Programme programme, Directory.Entry body, ProfileForm form) {
        return new Participant(
                new ParticipantId(Identifier.next()),
                programme.id(),
                body.id(),
                body.code(),
                body.name(),
                "",
                Typed.text(form.cohort()),
                Standing.PARTICIPANT,
                0,
                1,
                List.of(),
                null,
                null,
                Preferences.NONE,
                0);
    }

    /** What this one says, of the record that there is. */
    Participant as(Participant record) {
        return new Participant(
                record.id,
                programme,
                organisation,
                organisationCode,
                organisationName,
                group,
                record.cohort,
                standing,
                capacityMin,
                capacityMax,
                languages,
                staffDays,
                firstTimer,
                preferences,
                record.version);
    }

    /** Standing as the other, in its group and with as many partners. */
    Participant placedAs(Participant other) {
        return new Participant(
                id,
                programme,
                organisation,
                organisationCode,
                organisationName,
                other.group,
                cohort,
                other.standing,
                other.capacityMin,
                other.capacityMax,
                languages,
                staffDays,
                firstTimer,
                preferences,
                version);
    }

    static boolean isCapacity(int least, int most) {
        return least >= 0 && most >= 1 && most <= MOST_PARTNERS && least <= most;
    }
}
