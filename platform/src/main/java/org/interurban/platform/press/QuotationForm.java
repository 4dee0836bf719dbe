package org.interurban.platform.press;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.directory.TypedBody;
import org.interurban.platform.press.Quotation.Consent;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.DateReading.Extent;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.Chosen;
import org.interurban.platform.web.TypedDate;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about words that somebody said.
 *
 * @param organisation any name of the body for which they were said
 */
record QuotationForm(
        @Worded(max = Quotation.WORDS_LENGTH, needed = true, message = "{press.error.words}")
        Words words,

        @NotBlank(message = "{press.error.speaker}") @Size(max = Quotation.NAME_LENGTH) @Nullable
        String speaker,

        @Size(max = Quotation.NAME_LENGTH) @Nullable String office,

        @Size(max = TypedBody.LENGTH) @Nullable String organisation,

        @Size(max = Quotation.NAME_LENGTH) @Nullable String venue,

        TypedDate date,

        @Chosen(value = Consent.class, words = "press.consent", message = "{press.error.consent}") @Nullable
        String consent,

        TypedDate given,
        @Nullable Integer version) {

    static final QuotationForm EMPTY = new QuotationForm(
            Words.NONE, null, null, null, null, TypedDate.NONE, Consent.ASKED.code(), TypedDate.NONE, null);

    QuotationForm {
        words = Objects.requireNonNullElse(words, Words.NONE);
        date = Objects.requireNonNullElse(date, TypedDate.NONE);
        given = Objects.requireNonNullElse(given, TypedDate.NONE);
    }

    /** @param organisation as the directory tells it from others */
    static QuotationForm of(Quotation quotation, @Nullable String organisation) {
        return new QuotationForm(
                Words.of(quotation.words()),
                quotation.speaker(),
                quotation.office(),
                organisation,
                quotation.venue(),
                TypedDate.of(quotation.when()),
                quotation.consent().code(),
                quotation.given() == null ? TypedDate.NONE : TypedDate.of(PartialPeriod.day(quotation.given())),
                quotation.version());
    }

    /** Says at its field whatever is wrong. */
    Optional<Quotation> read(
            @Nullable Quotation before, String code, Function<String, Match> bodies, Clock clock, Errors errors) {
        var spokeFor = TypedBody.find(organisation, "organisation", bodies, errors);
        var when = date.check(Extent.PERIOD, "date", errors);
        var agreed = given.check(Extent.DAY, "given", errors).from();
        var said = Coded.find(Consent.class, text(consent)).orElse(null);
        if (said != null && !errors.hasFieldErrors("given")) {
            Quotation.refusal(said, agreed, LocalDate.now(clock)).ifPresent(why -> errors.rejectValue("given", why));
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Quotation(
                        before == null ? Quotation.Id.next() : before.id(),
                        code,
                        Objects.requireNonNull(words.text(before == null ? null : before.words())),
                        text(speaker),
                        textOrNull(office),
                        spokeFor,
                        textOrNull(venue),
                        when,
                        Objects.requireNonNull(said),
                        agreed,
                        version == null ? -1 : version));
    }
}
