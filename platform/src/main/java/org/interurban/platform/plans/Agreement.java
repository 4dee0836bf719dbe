package org.interurban.platform.plans;

import java.util.List;
import java.util.UUID;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A paper that partners sign or declare.
 *
 * @param parties who agree, in order; a body of the directory is linked to by its name
 */
record Agreement(
        UUID id,
        String code,
        @Nullable UUID programme,
        @Nullable UUID partnership,
        AgreementType type,
        String title,
        @Nullable String titleKo,
        AgreementStatus status,
        PartialPeriod when,
        @Nullable String place,
        @Nullable String subject,
        List<String> parties,
        int version) {

    static final int TITLE_LENGTH = 300;

    Agreement {
        if (title.isBlank() || title.length() > TITLE_LENGTH) {
            throw new IllegalArgumentException("A title has 1 to %d characters".formatted(TITLE_LENGTH));
        }
        parties = List.copyOf(parties);
    }
}
