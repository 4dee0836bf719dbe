package org.interurban.platform.plans;

import java.time.LocalDate;
import java.util.List;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A paper that partners sign or declare.
 *
 * @param occasion code of the visit or event at which it was signed
 * @param expires the last day on which it is in force
 * @param parties who agree, in order; a body of the directory is linked to by its name
 */
record Agreement(
        AgreementId id,
        String code,
        @Nullable ProgrammeId programme,
        @Nullable PartnershipId partnership,
        AgreementType type,
        LocalizedText title,
        AgreementStatus status,
        PartialPeriod when,
        @Nullable String place,
        @Nullable String occasion,
        @Nullable LocalDate expires,
        @Nullable LocalizedText subject,
        List<String> parties,
        int version) {

    static final int TITLE_LENGTH = 300;
    static final int SUBJECT_LENGTH = 1000;
    static final int PARTY_LENGTH = 300;

    Agreement {
        if (title.original().isBlank() || title.original().length() > TITLE_LENGTH) {
            throw new IllegalArgumentException("A title has 1 to %d characters".formatted(TITLE_LENGTH));
        }
        if (expires != null && when.from() != null && expires.isBefore(when.from())) {
            throw new IllegalArgumentException("It was made on %s and cannot end before".formatted(when.from()));
        }
        parties = List.copyOf(parties);
    }

    boolean isMade() {
        return status.isMade();
    }

    Agreement between(List<String> others) {
        return new Agreement(
                id,
                code,
                programme,
                partnership,
                type,
                title,
                status,
                when,
                place,
                occasion,
                expires,
                subject,
                others,
                version);
    }
}
