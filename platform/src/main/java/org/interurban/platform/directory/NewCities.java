package org.interurban.platform.directory;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interurban.platform.gazetteer.Gazetteer.Place;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cities that come in by their names, with what the gazetteer knows of their places. */
@Component
public class NewCities {

    private final Directory directory;
    private final Organisations organisations;
    private final KeepOrganisation keep;

    NewCities(Directory directory, Organisations organisations, KeepOrganisation keep) {
        this.directory = directory;
        this.organisations = organisations;
        this.keep = keep;
    }

    /**
     * Those on record that may be meant; of a country that is known, those of it and those of which no country is known.
     *
     * @param country its code, where it is known
     */
    public List<Directory.Entry> named(String name, @Nullable String country) {
        return candidates(name)
                .filter(entry ->
                        entry.city() && (country == null || entry.country() == null || country.equals(entry.country())))
                .toList();
    }

    private Stream<Directory.Entry> candidates(String name) {
        return switch (directory.findByName(name, Locale.ENGLISH)) {
            case Directory.Match.Known(var entry) -> Stream.of(entry);
            case Directory.Match.Several(var entries) ->
                entries.stream().filter(entry -> entry.name().equalsIgnoreCase(name));
            case Directory.Match.Likely _, Directory.Match.None _ -> Stream.of();
        };
    }

    /**
     * One that is not on record yet.
     *
     * @param place where it lies, where the gazetteer knows it
     */
    public Directory.Entry add(String name, @Nullable String country, @Nullable Place place) {
        var people = place == null ? null : place.population();
        var city = new Organisation(
                OrganisationId.next(),
                Slug.of(name, "city"),
                OrganisationKind.CITY,
                true,
                name,
                null,
                null,
                country,
                null,
                null,
                List.of(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                place == null ? null : place.timeZone(),
                people == null || people == 0 ? null : Quantity.exactly(people),
                null,
                null,
                null,
                null,
                null,
                0);
        return switch (keep.add(city, true)) {
            case KeepOrganisation.Outcome.Kept(var code) -> {
                organisations.list(List.of(city.id()), false);
                yield directory.find(code, Locale.ENGLISH).orElseThrow();
            }
            case KeepOrganisation.Outcome.Known(var entry) -> entry;
            case KeepOrganisation.Outcome.Overtaken _, KeepOrganisation.Outcome.Unknown _ ->
                throw new IllegalStateException("A new city " + name);
        };
    }
}
