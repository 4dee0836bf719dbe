package org.interurban.platform.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.interurban.platform.directory.Profile.OtherName;
import org.interurban.platform.gazetteer.Extents.Extent;
import org.interurban.platform.shared.NumberReading;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.WebAddress;
import org.interurban.platform.shared.Years;
import org.jspecify.annotations.Nullable;

/**
 * A body that the network knows. A city is one that is a local government and no type of its own, as no rule tells them apart: files
 * of the network name cities without a country and other bodies with a population. A narrower type would hold the same components
 * and refuse the same, and every reader of both would have to ask which it has.
 *
 * @param city whether it is a local government, which stands among the cities
 * @param country code of a country that the gazetteer knows
 * @param localLanguage tag of the language of the local name; one is given with the other
 * @param latitude in degrees; given with the longitude or not at all
 * @param population a whole number of people, as it was stated
 * @param populationScope what it counts, one of {@link #SCOPES} or as a file says it; given with a population only, as is the year
 */
record Organisation(
        OrganisationId id,
        String code,
        OrganisationKind kind,
        boolean city,
        String name,
        @Nullable String officialName,
        @Nullable String abbreviation,
        @Nullable String country,
        @Nullable String localName,
        @Nullable String localLanguage,
        List<OtherName> otherNames,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String timeZone,
        @Nullable Quantity population,
        @Nullable String populationScope,
        @Nullable Integer populationYear,
        @Nullable WebAddress website,
        @Nullable String description,
        @Nullable String note,
        int version) {

    static final int NAME_LENGTH = 200;
    static final int ABBREVIATION_LENGTH = 40;
    static final int TEXT_LENGTH = 4000;

    /** What a population counts in most cases. */
    static final List<String> SCOPES = List.of("city", "metropolitan-area");

    static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private static final long MOST_PEOPLE = 999_999_999_999L;

    /**
     * What cannot be.
     *
     * @param component of the organisation that it is said of
     * @param message key of what people are told
     */
    record Refusal(String component, String message) {}

    private static final Refusal ELSEWHERE = new Refusal("latitude", "directory.error.elsewhere");

    static final Refusal SWAPPED = new Refusal("latitude", "directory.error.swapped");

    private static final Refusal NO_ADDRESS = new Refusal("website", "directory.error.website");

    /** Thrown where an organisation cannot be; {@link #made} gives the refusals as values. */
    static final class Refused extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final transient List<Refusal> refusals;

        Refused(List<Refusal> refusals) {
            super("Refused: " + refusals);
            this.refusals = List.copyOf(refusals);
        }

        List<Refusal> refusals() {
            return refusals;
        }
    }

    Organisation {
        otherNames = List.copyOf(otherNames);
        var refused = new ArrayList<Refusal>();
        if (name.isBlank()) {
            refused.add(new Refusal("name", "directory.error.name"));
        }
        words("name", name.isBlank() ? null : name, NAME_LENGTH, refused);
        words("officialName", officialName, NAME_LENGTH, refused);
        words("abbreviation", abbreviation, ABBREVIATION_LENGTH, refused);
        words("localName", localName, NAME_LENGTH, refused);
        otherNames.forEach(other -> words("otherNames", other.name(), NAME_LENGTH, refused));
        words("description", description, TEXT_LENGTH, refused);
        words("note", note, TEXT_LENGTH, refused);
        language("localLanguage", localLanguage, refused);
        otherNames.forEach(other -> language("otherNames", other.language(), refused));
        together("localName", localName, "localLanguage", localLanguage, "directory.error.local", refused);
        degrees("latitude", latitude, 90, "directory.error.latitude", refused);
        degrees("longitude", longitude, 180, "directory.error.longitude", refused);
        together("latitude", latitude, "longitude", longitude, "directory.error.both", refused);
        if (population != null && !isOfPeople(population)) {
            refused.add(new Refusal("population", "directory.error.population"));
        }
        words("populationScope", populationScope, NAME_LENGTH, refused);
        if (populationYear != null && !Years.hold(populationYear)) {
            refused.add(new Refusal("populationYear", "directory.error.population-year"));
        }
        if (population == null && (populationScope != null || populationYear != null)) {
            refused.add(new Refusal("population", "directory.error.population-none"));
        }
        if (!refused.isEmpty()) {
            throw new Refused(refused.stream().distinct().toList());
        }
    }

    /** The organisation where it can be; else tells what speaks against it. */
    static Optional<Organisation> made(Supplier<Organisation> wanted, Consumer<Refusal> told) {
        try {
            return Optional.of(wanted.get());
        } catch (Refused refused) {
            refused.refusals().forEach(told);
            return Optional.empty();
        }
    }

    /** @throws Refused where the text is no address in its one form */
    static @Nullable WebAddress website(@Nullable String text) {
        return text == null ? null : WebAddress.of(text).orElseThrow(() -> new Refused(List.of(NO_ADDRESS)));
    }

    /** The number of people that a text says, where it can be only one. */
    static @Nullable Quantity population(String text) {
        var people = NumberReading.of(text, 1, MOST_PEOPLE).stream()
                .filter(Organisation::isOfPeople)
                .toList();
        return people.size() == 1 ? people.getFirst() : null;
    }

    private static void words(String component, @Nullable String text, int most, List<Refusal> refused) {
        if (text != null && text.isBlank()) {
            refused.add(new Refusal(component, "directory.error.blank"));
        }
        if (text != null && text.length() > most) {
            refused.add(new Refusal(component, "directory.error.long"));
        }
    }

    private static void language(String component, @Nullable String tag, List<Refusal> refused) {
        if (tag != null && !LANGUAGE.matcher(tag).matches()) {
            refused.add(new Refusal(component, "directory.error.language"));
        }
    }

    private static void degrees(
            String component, @Nullable Double degrees, int most, String message, List<Refusal> refused) {
        if (degrees != null && !(Math.abs(degrees) <= most)) {
            refused.add(new Refusal(component, message));
        }
    }

    /** Of two that go together the one that lacks is told of. */
    private static void together(
            String one,
            @Nullable Object first,
            String other,
            @Nullable Object second,
            String message,
            List<Refusal> refused) {
        if ((first == null) != (second == null)) {
            refused.add(new Refusal(first == null ? one : other, message));
        }
    }

    /** What is wrong with a point that does not lie in its country. */
    static Optional<Refusal> outside(@Nullable Extent country, double latitude, double longitude) {
        return country == null || country.holds(latitude, longitude)
                ? Optional.empty()
                : Optional.of(country.holds(longitude, latitude) ? SWAPPED : ELSEWHERE);
    }

    private static boolean isOfPeople(Quantity population) {
        try {
            var people = population.low().longValueExact();
            return 0 < people && people <= MOST_PEOPLE && population.high() == null;
        } catch (ArithmeticException fraction) {
            return false;
        }
    }

    /** In its first version, under the code that was free. */
    Organisation added(String code) {
        return new Organisation(
                id,
                code,
                kind,
                city,
                name,
                officialName,
                abbreviation,
                country,
                localName,
                localLanguage,
                otherNames,
                latitude,
                longitude,
                timeZone,
                population,
                populationScope,
                populationYear,
                website,
                description,
                note,
                1);
    }

    /** All names that lead to it, its own first; a name that is given twice leads to it by what it was first. */
    List<Alias> names() {
        var all = new ArrayList<Alias>();
        add(all, name, null, Alias.Kind.NAME);
        add(all, officialName, null, Alias.Kind.OFFICIAL);
        add(all, localName, localLanguage, Alias.Kind.LOCAL);
        add(all, abbreviation, null, Alias.Kind.ABBREVIATION);
        otherNames.forEach(other -> add(all, other.name(), other.language(), Alias.Kind.ALTERNATIVE));
        return all;
    }

    private static void add(List<Alias> all, @Nullable String name, @Nullable String language, Alias.Kind kind) {
        if (name != null && all.stream().noneMatch(alias -> alias.name().equals(name))) {
            all.add(new Alias(name, language, kind));
        }
    }
}
