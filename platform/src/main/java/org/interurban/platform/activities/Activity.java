package org.interurban.platform.activities;

import java.util.List;
import java.util.UUID;
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
 * @param host the city where it takes place
 * @param visitor the city that comes
 * @param sites what is to be seen, as ids of the directory
 */
record Activity(
        ActivityId id,
        String code,
        @Nullable ProgrammeId programme,
        @Nullable PartnershipId partnership,
        String type,
        LocalizedText title,
        @Nullable OrganisationId host,
        @Nullable OrganisationId visitor,
        PartialPeriod when,
        @Nullable Mode mode,
        ActivityStatus status,
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
        if (host != null && host.equals(visitor)) {
            throw new IllegalArgumentException("A city does not visit itself");
        }
        sites = List.copyOf(sites);
    }

    Activity with(ActivityStatus newStatus) {
        return with(newStatus, published);
    }

    Activity unpublished() {
        return with(status, false);
    }

    private Activity with(ActivityStatus newStatus, boolean forEveryone) {
        return new Activity(
                id,
                code,
                programme,
                partnership,
                type,
                title,
                host,
                visitor,
                when,
                mode,
                newStatus,
                description,
                sites,
                forEveryone,
                version);
    }
}
