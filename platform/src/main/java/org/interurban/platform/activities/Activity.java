package org.interurban.platform.activities;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/**
 * Something that cities do together at a time: a visit, a meeting, an event.
 *
 * @param type the code of its kind
 * @param parties who hosts and who comes, the first ones first; nobody is both
 * @param sites what is to be seen, as ids of the directory
 */
record Activity(
        ActivityId id,
        String code,
        @Nullable ProgrammeId programme,
        @Nullable PartnershipId partnership,
        String type,
        LocalizedText title,
        List<Party> parties,
        PartialPeriod when,
        @Nullable Mode mode,
        ActivityState state,
        Around around,
        @Nullable LocalizedText description,
        List<UUID> sites,
        boolean published,
        int version) {

    static final int TITLE_LENGTH = 300;
    static final int DESCRIPTION_LENGTH = 4000;

    Activity {
        if (title.original().isBlank() || title.original().length() > TITLE_LENGTH) {
            throw new IllegalArgumentException("A title has 1 to %d characters".formatted(TITLE_LENGTH));
        }
        if (parties.stream().map(Party::body).distinct().count() < parties.size()) {
            throw new IllegalArgumentException("A city does not visit itself, and nobody takes part twice");
        }
        parties = List.copyOf(parties);
        sites = List.copyOf(sites);
    }

    ActivityStatus status() {
        return state.status();
    }

    List<OrganisationId> hosts() {
        return parties.stream()
                .flatMap(party -> party instanceof Party.Host(var body) ? Stream.of(body) : Stream.empty())
                .toList();
    }

    List<OrganisationId> visitors() {
        return parties.stream()
                .flatMap(party -> party instanceof Party.Visitor(var body) ? Stream.of(body) : Stream.empty())
                .toList();
    }

    Activity with(ActivityState newState) {
        return with(when, newState, published, version);
    }

    Activity on(PartialPeriod newDate) {
        return with(newDate, state, published, version);
    }

    Activity unpublished() {
        return with(when, state, false, version);
    }

    /** As the version that follows. */
    Activity raised() {
        return with(when, state, published, version + 1);
    }

    private Activity with(PartialPeriod newDate, ActivityState newState, boolean forEveryone, int newVersion) {
        return new Activity(
                id,
                code,
                programme,
                partnership,
                type,
                title,
                parties,
                newDate,
                mode,
                newState,
                around,
                description,
                sites,
                forEveryone,
                newVersion);
    }
}
