package org.interurban.platform.plans;

import static org.interurban.platform.web.Typed.lines;
import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.DateReading.Extent;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.web.ByLine;
import org.interurban.platform.web.Chosen;
import org.interurban.platform.web.TypedDate;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about an agreement.
 *
 * @param partnership code of the one in which something new lies; nothing where the page knows it
 * @param programme code of the one to which something new belongs as a whole; nothing where the page knows it
 * @param occasion code of the visit or event at which it was signed
 * @param expires the last day on which it is in force
 * @param seen the parties as they stood when the form was opened
 */
record AgreementForm(
        @Nullable String partnership,
        @Nullable String programme,

        @Chosen(value = AgreementType.class, words = "plans.type", message = "{plans.error.type}") @Nullable
        String type,

        @Worded(max = Agreement.TITLE_LENGTH, needed = true, message = "{plans.error.title-needed}")
        Words title,

        @Chosen(value = AgreementStatus.class, words = "plans.status", message = "{plans.error.status}") @Nullable
        String status,

        TypedDate date,

        @Size(max = 200, message = "{plans.error.too-long}") @Nullable
        String place,

        @Nullable String occasion,
        TypedDate expires,

        @Worded(max = Agreement.SUBJECT_LENGTH) Words subject,

        @ByLine(max = Agreement.PARTY_LENGTH) @NotBlank(message = "{plans.error.parties-needed}") @Nullable
        String parties,

        @Nullable String seen,
        @Nullable Integer version) {

    AgreementForm {
        title = Objects.requireNonNullElse(title, Words.NONE);
        subject = Objects.requireNonNullElse(subject, Words.NONE);
        date = Objects.requireNonNullElse(date, TypedDate.NONE);
        expires = Objects.requireNonNullElse(expires, TypedDate.NONE);
    }

    static AgreementForm of(
            Agreement agreement, SeenRows seen, @Nullable String partnership, @Nullable String programme) {
        return new AgreementForm(
                partnership,
                programme,
                agreement.type().code(),
                Words.of(agreement.title()),
                agreement.status().code(),
                TypedDate.of(agreement.when()),
                agreement.place(),
                agreement.occasion(),
                agreement.expires() == null ? TypedDate.NONE : TypedDate.of(PartialPeriod.day(agreement.expires())),
                Words.of(agreement.subject()),
                String.join("\n", agreement.parties()),
                seen.toString(),
                agreement.version());
    }

    /** A memorandum under discussion between these parties, to begin with. */
    static AgreementForm between(List<String> parties) {
        return new AgreementForm(
                null,
                null,
                AgreementType.MEMORANDUM_OF_UNDERSTANDING.code(),
                Words.NONE,
                AgreementStatus.UNDER_DISCUSSION.code(),
                TypedDate.NONE,
                null,
                null,
                TypedDate.NONE,
                Words.NONE,
                String.join("\n", parties),
                "",
                0);
    }

    /**
     * Finds what a single field cannot know of itself.
     *
     * @param occasions codes of those at which it can have been signed
     */
    void check(Errors errors, LocalDate today, Set<String> occasions) {
        date.check(Extent.PERIOD, "date", errors);
        expires.check(Extent.DAY, "expires", errors);
        if (!text(occasion).isEmpty() && !occasions.contains(text(occasion))) {
            errors.rejectValue("occasion", "plans.error.no-occasion");
        }
        var made = Coded.find(AgreementStatus.class, text(status)).filter(AgreementStatus::isMade);
        var day = errors.hasFieldErrors("date") ? null : date.when().from();
        if (made.isPresent() && day != null && day.isAfter(today)) {
            errors.rejectValue("date", "plans.error.ahead");
        }
        var last = errors.hasFieldErrors("expires") ? null : expires.when().from();
        if (day != null && last != null && last.isBefore(day)) {
            errors.rejectValue("expires", "plans.error.ends-before");
        }
    }

    Agreement added(String code, Owner owner) {
        return agreement(AgreementId.next(), code, owner.programmeId(), owner.partnershipId(), null, null);
    }

    Agreement changed(Agreement before) {
        return agreement(
                before.id(), before.code(), before.programme(), before.partnership(), before.title(), before.subject());
    }

    private Agreement agreement(
            AgreementId id,
            String code,
            @Nullable ProgrammeId programme,
            @Nullable PartnershipId partnership,
            @Nullable LocalizedText titleBefore,
            @Nullable LocalizedText subjectBefore) {
        return new Agreement(
                id,
                code,
                programme,
                partnership,
                Coded.of(AgreementType.class, text(type)),
                Objects.requireNonNull(title.text(titleBefore)),
                Coded.of(AgreementStatus.class, text(status)),
                date.when(),
                textOrNull(place),
                textOrNull(occasion),
                expires.when().from(),
                subject.text(subjectBefore),
                lines(parties),
                version == null ? -1 : version);
    }
}
