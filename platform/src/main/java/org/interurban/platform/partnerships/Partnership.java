package org.interurban.platform.partnerships;

import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Cities bound to each other in a programme.
 *
 * @param topic whole name of the topic that is its theme
 */
record Partnership(
        PartnershipId id,
        String code,
        ProgrammeId programme,
        String programmeCode,
        LocalizedText name,
        @Nullable String topic,
        @Nullable String line,
        @Nullable String coordinator,
        PartnershipStatus status,
        boolean published,
        int version) {

    static final int NAME_LENGTH = 200;

    Partnership {
        if (name.original().isBlank() || name.original().length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_LENGTH));
        }
    }

    /** What this one says, of the record that there is; its name where this one has only those of its members. */
    Partnership as(Partnership record) {
        return new Partnership(
                record.id,
                record.code,
                programme,
                programmeCode,
                name,
                topic,
                record.line,
                coordinator,
                status,
                published,
                record.version);
    }

    boolean isClosed() {
        return status == PartnershipStatus.CLOSED;
    }
}
