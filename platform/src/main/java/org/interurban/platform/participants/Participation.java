package org.interurban.platform.participants;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.shared.MergedRows;
import org.interurban.platform.shared.MergedRows.Row;
import org.interurban.platform.shared.SeenRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets bodies join and leave a programme, and keeps their profiles in it. */
@Service
class Participation {

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /**
         * Somebody else changed what cannot be brought together with this.
         *
         * @param lines as both leave them
         */
        record Overtaken(List<Row<ProfileLineId, ProfileLine>> lines) implements Outcome {}
    }

    private final Participants participants;
    private final Rights rights;
    private final Audit audit;

    Participation(Participants participants, Rights rights, Audit audit) {
        this.participants = participants;
        this.rights = rights;
        this.audit = audit;
    }

    @Transactional
    void add(Programme programme, Collection<String> organisations, String group, String cohort) {
        requireEdit(programme);
        participants.add(programme.id(), organisations, group, cohort);
        record("programmes.participants-added", programme, organisations);
    }

    @Transactional
    int remove(Programme programme, Collection<String> organisations) {
        requireEdit(programme);
        var removed = participants.leave(programme.id(), organisations);
        record("programmes.participants-removed", programme, organisations);
        return removed;
    }

    @Transactional
    int takeBack(Programme programme, Collection<String> organisations) {
        requireEdit(programme);
        var returned = participants.returnTo(programme.id(), organisations);
        record("programmes.participants-taken-back", programme, organisations);
        return returned;
    }

    @Transactional
    int regroup(Programme programme, Collection<String> organisations, String group) {
        requireEdit(programme);
        var moved = participants.regroup(programme.id(), organisations, group);
        record("programmes.participants-regrouped", programme, organisations);
        return moved;
    }

    /** @param seen the lines as they stood when the form was opened */
    @Transactional
    Outcome keepProfile(
            Programme programme, Participant participant, List<Row<ProfileLineId, ProfileLine>> lines, SeenRows seen) {
        rights.require(
                ProgrammePermission.PROFILE_EDIT, programme.id().scope(), Scope.city(participant.organisation()));
        var version = participants.alone(participant.id());
        var merged = MergedRows.of(seen, lines, participants.lines(participant.id()));
        if (version != participant.version() || merged.disputed()) {
            return new Outcome.Overtaken(merged.rows());
        }
        participants.update(placed(programme, participant));
        participants.keep(participant.id(), merged.rows());
        audit.record(
                "programmes.profile-kept",
                new Audit.Subject("programme", programme.code()),
                Map.of("organisation", participant.organisationCode()));
        return new Outcome.Kept();
    }

    /** As it was placed before, where whoever keeps the profile does not decide on that. */
    private Participant placed(Programme programme, Participant wanted) {
        return rights.may(ProgrammePermission.PARTICIPANTS_EDIT, programme.id().scope())
                ? wanted
                : participants
                        .find(programme.id(), wanted.organisationCode(), Locale.ENGLISH)
                        .map(now -> wanted.placedAs(now))
                        .orElse(wanted);
    }

    private void requireEdit(Programme programme) {
        rights.require(ProgrammePermission.PARTICIPANTS_EDIT, programme.id().scope());
    }

    private void record(String act, Programme programme, Collection<String> organisations) {
        audit.record(
                act,
                new Audit.Subject("programme", programme.code()),
                Map.of("organisations", String.join(", ", organisations)));
    }
}
