package org.interurban.platform.directory;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.directory.Organisation.Refusal;
import org.interurban.platform.directory.Profile.OtherName;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Degrees;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.WebAddress;
import org.interurban.platform.web.ByLine;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about an organisation; numbers are text here, so that a wrong one is shown as it was typed.
 *
 * @param otherNames one a line, each with its language before a colon where it is known
 * @param another ticked when someone insists that it is not the organisation of the same name
 * @param version of the record as it was shown; null for a new one
 */
record OrganisationForm(
        @NotBlank(message = "{directory.error.name}")
        @Size(max = Organisation.NAME_LENGTH, message = "{directory.error.long}")
        @Nullable
        String name,

        @Size(max = Organisation.NAME_LENGTH, message = "{directory.error.long}") @Nullable
        String officialName,

        @Size(max = Organisation.ABBREVIATION_LENGTH, message = "{directory.error.long}") @Nullable
        String abbreviation,

        @NotBlank(message = "{directory.error.kind}") @Nullable
        String kind,

        @Nullable String country,

        @Size(max = Organisation.NAME_LENGTH, message = "{directory.error.long}") @Nullable
        String localName,

        @Nullable String localLanguage,

        @ByLine(max = Organisation.NAME_LENGTH) @Nullable String otherNames,

        @Size(max = NUMBER_LENGTH, message = "{directory.error.latitude}") @Nullable
        String latitude,

        @Size(max = NUMBER_LENGTH, message = "{directory.error.longitude}") @Nullable
        String longitude,

        @Nullable String timeZone,

        @Size(max = NUMBER_LENGTH, message = "{directory.error.population}") @Nullable
        String population,

        @Size(max = Organisation.NAME_LENGTH, message = "{directory.error.long}") @Nullable
        String populationScope,

        @Size(max = NUMBER_LENGTH, message = "{directory.error.population-year}") @Nullable
        String populationYear,

        @Size(max = WebAddress.TYPED_LENGTH, message = "{directory.error.long}") @Nullable
        String website,

        @Size(max = Organisation.TEXT_LENGTH, message = "{directory.error.long}") @Nullable
        String description,

        @Size(max = Organisation.TEXT_LENGTH, message = "{directory.error.long}") @Nullable
        String note,

        @Nullable Boolean another,
        @Nullable Integer version) {

    private static final int NUMBER_LENGTH = 80;

    /**
     * The organisation; what cannot be is said at its field.
     *
     * @param city whether a new one stands among the cities
     * @param before the population as it stands, which keeps how exactly it was stated where the number stays
     */
    Optional<Organisation> read(
            OrganisationId id, String code, boolean city, @Nullable Quantity before, Errors errors) {
        if (Coded.find(OrganisationKind.class, text(kind)).isEmpty()) {
            reject(new Refusal("kind", "directory.error.kind"), errors);
        }
        var address = WebAddress.typed(website).orElse(null);
        if (address == null && textOrNull(website) != null) {
            reject(new Refusal("website", "directory.error.website"), errors);
        }
        return Organisation.made(
                        () -> new Organisation(
                                id,
                                code,
                                Coded.find(OrganisationKind.class, text(kind)).orElse(OrganisationKind.NOT_STATED),
                                city,
                                text(name),
                                textOrNull(officialName),
                                textOrNull(abbreviation),
                                textOrNull(country),
                                textOrNull(localName),
                                textOrNull(localLanguage),
                                others(),
                                degrees(latitude, "latitude", Degrees.Axis.LATITUDE, errors),
                                degrees(longitude, "longitude", Degrees.Axis.LONGITUDE, errors),
                                textOrNull(timeZone),
                                population(before, errors),
                                textOrNull(populationScope),
                                year(errors),
                                address,
                                textOrNull(description),
                                textOrNull(note),
                                version == null ? -1 : version),
                        refusal -> reject(refusal, errors))
                .filter(_ -> !errors.hasErrors());
    }

    /** Whether it lies where the other says. */
    boolean isWhere(OrganisationForm other) {
        return Objects.equals(textOrNull(country), textOrNull(other.country))
                && Objects.equals(textOrNull(latitude), textOrNull(other.latitude))
                && Objects.equals(textOrNull(longitude), textOrNull(other.longitude));
    }

    /** A field that is told to be wrong already is not told so twice. */
    private static void reject(Refusal refusal, Errors errors) {
        if (!errors.hasFieldErrors(refusal.component())) {
            errors.rejectValue(refusal.component(), refusal.message());
        }
    }

    /** Asked also where binding failed, after which no field was validated. */
    private static @Nullable Double degrees(@Nullable String typed, String field, Degrees.Axis axis, Errors errors) {
        if (errors.hasFieldErrors(field) || textOrNull(typed) == null) {
            return null;
        }
        try {
            return axis.parse(text(typed)).doubleValue();
        } catch (NumberFormatException e) {
            reject(new Refusal(field, "directory.error." + field), errors);
            return null;
        }
    }

    private @Nullable Quantity population(@Nullable Quantity before, Errors errors) {
        var typed = textOrNull(population);
        if (typed == null || errors.hasFieldErrors("population")) {
            return null;
        }
        var people = Organisation.population(typed);
        if (people == null) {
            reject(new Refusal("population", "directory.error.population"), errors);
        }
        return people != null
                        && before != null
                        && people.qualifier() == Quantity.Qualifier.EXACT
                        && before.low().compareTo(people.low()) == 0
                        && typed.equals(before.low().toPlainString())
                ? before
                : people;
    }

    private @Nullable Integer year(Errors errors) {
        var typed = textOrNull(populationYear);
        if (typed == null || errors.hasFieldErrors("populationYear")) {
            return null;
        }
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException e) {
            reject(new Refusal("populationYear", "directory.error.population-year"), errors);
            return null;
        }
    }

    private List<OtherName> others() {
        return Typed.lines(otherNames).stream().map(OrganisationForm::other).toList();
    }

    private static OtherName other(String line) {
        var parts = line.split(":", 2);
        var hasLanguage = parts.length == 2
                && Organisation.LANGUAGE.matcher(parts[0].strip()).matches()
                && !parts[1].isBlank();
        return hasLanguage ? new OtherName(parts[1].strip(), parts[0].strip()) : new OtherName(line, null);
    }
}
