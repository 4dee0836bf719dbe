package org.interurban.platform.press;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/**
 * Words of a named person, and whether they may be printed.
 *
 * @param speaker as the name is printed
 * @param office which the person held on that day
 * @param organisation for which the person spoke; null for nobody, or for a body that is not in the directory
 * @param venue where it was said, or in what it was written
 * @param given on which day the person agreed; null as long as that is not so
 */
record Quotation(
        Id id,
        String code,
        LocalizedText words,
        String speaker,
        @Nullable String office,
        @Nullable OrganisationId organisation,
        @Nullable String venue,
        PartialPeriod when,
        Consent consent,
        @Nullable LocalDate given,
        int version) {

    static final int WORDS_LENGTH = 1_000;
    static final int NAME_LENGTH = 200;

    record Id(UUID value) implements Identifier {

        static Id next() {
            return new Id(Identifier.next());
        }
    }

    /** What the person said of its use. */
    enum Consent implements Coded {
        ASKED,
        GIVEN,
        REFUSED
    }

    Quotation {
        requireSaid(words.original(), WORDS_LENGTH);
        requireSaid(speaker, NAME_LENGTH);
        if (office != null) {
            requireSaid(office, NAME_LENGTH);
        }
        if (venue != null) {
            requireSaid(venue, NAME_LENGTH);
        }
        if (refusal(consent, given, LocalDate.MAX).isPresent()) {
            throw new IllegalArgumentException("Consent is given on a day");
        }
    }

    private static void requireSaid(String text, int length) {
        if (text.isBlank() || text.length() > length) {
            throw new IllegalArgumentException("It is said in 1 to %d characters".formatted(length));
        }
    }

    /** Key of what speaks against such a day of consent, as of today. */
    static Optional<String> refusal(Consent consent, @Nullable LocalDate given, LocalDate today) {
        if ((consent == Consent.GIVEN) != (given != null)) {
            return Optional.of(consent == Consent.GIVEN ? "press.error.given-when" : "press.error.not-given");
        }
        return given != null && given.isAfter(today) ? Optional.of("press.error.given-ahead") : Optional.empty();
    }

    /** The city whose words they are; none where they are nobody's or the network's. */
    Scope[] scopes() {
        return organisation == null ? new Scope[0] : new Scope[] {Scope.city(organisation)};
    }
}
