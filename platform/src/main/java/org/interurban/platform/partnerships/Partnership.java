package org.interurban.platform.partnerships;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cities bound to each other in a programme.
 *
 * @param topic whole name of the topic that is its theme
 */
record Partnership(
        PartnershipId id,
        String code,
        UUID programme,
        String programmeCode,
        String name,
        @Nullable String nameKo,
        @Nullable String topic,
        @Nullable String line,
        @Nullable String coordinator,
        PartnershipStatus status,
        boolean published,
        int version) {

    static final int NAME_LENGTH = 200;

    Partnership {
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_LENGTH));
        }
    }

    boolean isClosed() {
        return status == PartnershipStatus.CLOSED;
    }
}
