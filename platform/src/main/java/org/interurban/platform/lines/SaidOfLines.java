package org.interurban.platform.lines;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.files.PrintedPage;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A programme, a partnership and a city in the vocabulary of schema.org, and each in one sentence. */
@Component
class SaidOfLines {

    private final PublicAddress address;
    private final PrintedPage printed;
    private final MessageSource messages;

    SaidOfLines(PublicAddress address, PrintedPage printed, MessageSource messages) {
        this.address = address;
        this.printed = printed;
        this.messages = messages;
    }

    /** The address of a picture for those who share a page; null where this machine can make none. */
    @Nullable
    String picture(String page, Locale locale) {
        return printed.isPossible() ? page + "/line.png?lang=" + locale.getLanguage() : null;
    }

    /** How many steps were held, how many agreements signed, in which years. */
    String sentence(PartnershipLine partnership, Locale locale) {
        var stations = partnership
                .steps()
                .map(Step::station)
                .filter(Objects::nonNull)
                .filter(Station::held)
                .toList();
        var years = stations.stream()
                .flatMap(station ->
                        Stream.of(station.when().from(), station.when().to()))
                .filter(Objects::nonNull)
                .map(LocalDate::getYear)
                .distinct()
                .sorted()
                .toList();
        var agreements = stations.stream().filter(Station::agreement).count();
        return messages.getMessage(
                "lines.about",
                new Object[] {
                    partnership.name(),
                    partnership.theme() == null ? partnership.programmeName() : partnership.theme(),
                    stations.size() - agreements,
                    agreements,
                    years.isEmpty() ? "" : between(years.getFirst(), years.getLast())
                },
                locale);
    }

    private static String between(int first, int last) {
        return first == last ? Integer.toString(first) : first + "–" + last;
    }

    Map<String, Object> of(PartnershipLine partnership) {
        return Map.of(
                "@type",
                "Project",
                "member",
                partnership.members().stream()
                        .filter(member -> member.leftOn() == null)
                        .map(member -> Map.of("@type", "City", "name", member.name(), "url", address.of(member.link())))
                        .toList(),
                "parentOrganization",
                Map.of(
                        "@type",
                        "Project",
                        "name",
                        partnership.programmeName(),
                        "url",
                        address.of("/programmes/" + partnership.programme())));
    }

    Map<String, Object> of(ProgrammePortraits.Programme programme) {
        var said = new HashMap<String, Object>();
        said.put("@type", "Project");
        put("alternateName", programme.abbreviation(), said);
        put("description", programme.description(), said);
        var funders = programme.bodies().getOrDefault("funder", List.of()).stream()
                .map(name -> Map.of("@type", "Organization", "name", name))
                .collect(Collectors.toList());
        if (!funders.isEmpty()) {
            said.put("funder", funders);
        }
        return said;
    }

    Map<String, Object> of(CityPortraits.City city) {
        var said = new HashMap<String, Object>();
        said.put("@type", "City");
        put("alternateName", city.localName(), said);
        put("description", city.description(), said);
        put("sameAs", city.website(), said);
        if (city.latitude() != null && city.longitude() != null) {
            said.put(
                    "geo",
                    Map.of("@type", "GeoCoordinates", "latitude", city.latitude(), "longitude", city.longitude()));
        }
        if (city.countryName() != null) {
            said.put("containedInPlace", Map.of("@type", "Country", "name", city.countryName()));
        }
        return said;
    }

    private static void put(String property, @Nullable String value, Map<String, Object> said) {
        if (value != null && !value.isBlank()) {
            said.put(property, value);
        }
    }
}
