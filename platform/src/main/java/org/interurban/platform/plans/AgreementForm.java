package org.interurban.platform.plans;

import static org.interurban.platform.web.Typed.lines;
import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What people fill in about an agreement. */
record AgreementForm(
        @Nullable String type,

        @NotBlank(message = "{plans.error.title-needed}")
        @Size(max = Agreement.TITLE_LENGTH, message = "{plans.error.too-long}")
        @Nullable
        String title,

        @Size(max = Agreement.TITLE_LENGTH, message = "{plans.error.too-long}") @Nullable
        String titleKo,

        @Nullable String status,
        @Nullable String date,

        @Size(max = 200, message = "{plans.error.too-long}") @Nullable
        String place,

        @Size(max = 1000, message = "{plans.error.too-long}") @Nullable
        String subject,

        @NotBlank(message = "{plans.error.parties-needed}") @Nullable
        String parties,

        @Nullable Integer version) {

    static AgreementForm of(Agreement agreement) {
        return new AgreementForm(
                agreement.type().code(),
                agreement.title(),
                agreement.titleKo(),
                agreement.status().code(),
                agreement.when().code(),
                agreement.place(),
                agreement.subject(),
                String.join("\n", agreement.parties()),
                agreement.version());
    }

    /** A memorandum under discussion between these parties, to begin with. */
    static AgreementForm between(List<String> parties) {
        return new AgreementForm(
                AgreementType.MEMORANDUM_OF_UNDERSTANDING.code(),
                null,
                null,
                AgreementStatus.UNDER_DISCUSSION.code(),
                null,
                null,
                null,
                String.join("\n", parties),
                0);
    }

    void check(Errors errors) {
        if (!Coded.codes(AgreementType.class).contains(text(type))) {
            errors.rejectValue("type", "plans.error.type");
        }
        if (!Coded.codes(AgreementStatus.class).contains(text(status))) {
            errors.rejectValue("status", "plans.error.status");
        }
        try {
            PartialPeriod.parse(text(date), "", null);
        } catch (DateTimeException | IllegalArgumentException notADate) {
            errors.rejectValue("date", "plans.error.date");
        }
    }

    Agreement toAgreement(UUID id, String code, @Nullable UUID programme, @Nullable UUID partnership) {
        return new Agreement(
                id,
                code,
                programme,
                partnership,
                Coded.of(AgreementType.class, text(type)),
                text(title),
                textOrNull(titleKo),
                Coded.of(AgreementStatus.class, text(status)),
                PartialPeriod.parse(text(date), "", null),
                textOrNull(place),
                textOrNull(subject),
                lines(parties),
                version == null ? -1 : version);
    }
}
