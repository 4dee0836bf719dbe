package org.interurban.platform.lines;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.sources.Conclusion;
import org.jspecify.annotations.Nullable;

/**
 * The line of a partnership for programs: its cities, and its steps in the order of time.
 *
 * @param letter of the line in its programme
 */
record LineData(
        String code,
        String name,
        String programme,
        @Nullable String theme,
        @Nullable String letter,
        String status,
        List<City> members,
        List<Stop> steps,
        String page) {

    record City(
            String code,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable LocalDate leftOn) {}

    /**
     * A step.
     *
     * @param date as exactly as it is known, in ISO 8601: a day, both days with a slash, a month, a year; empty where it is not known
     * @param earliest the first day that it can touch, as {@code latest} is the last
     * @param state held, planned or under-discussion; null where it is unclear
     * @param concluded what of it no document states: its date, its place
     * @param shared whether it is of the whole programme; on the line of a partnership, that its cities took part in it
     */
    record Stop(
            String kind,
            String code,
            String title,
            @Nullable String titleLanguage,
            @Nullable String about,
            @Nullable String aboutLanguage,
            String date,
            Precision precision,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            Station.@Nullable State state,
            List<Conclusion.About> concluded,
            boolean shared,
            @Nullable String page) {}

    /**
     * @param concluded what of steps no document states, by kind and code
     * @param site before the addresses of pages, without a slash at the end
     */
    static LineData of(PartnershipLine line, Map<String, List<Conclusion>> concluded, String site) {
        return new LineData(
                line.code(),
                line.name(),
                line.programme(),
                line.theme(),
                line.letter(),
                line.status(),
                line.members().stream()
                        .map(member -> new City(
                                member.code(),
                                member.name(),
                                member.localName(),
                                member.localLanguage(),
                                member.country(),
                                member.latitude(),
                                member.longitude(),
                                member.leftOn()))
                        .toList(),
                line.allSteps()
                        .sorted(Comparator.comparing(
                                step -> step.when().from(), Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(step -> stop(step, line.shared().contains(step), concluded, site))
                        .toList(),
                site + line.link());
    }

    static Stop stop(Step step, boolean shared, Map<String, List<Conclusion>> concluded, String site) {
        var station = step.station();
        var when = step.when();
        return new Stop(
                step.kind(),
                step.code(),
                step.title(),
                step.titleLanguage(),
                step.about(),
                step.aboutLanguage(),
                when.code(),
                when.precision(),
                when.from(),
                when.to(),
                station == null ? null : station.state(),
                concluded.getOrDefault(step.kind() + "/" + step.code(), List.of()).stream()
                        .map(Conclusion::about)
                        .toList(),
                shared,
                station == null || station.link() == null ? null : site + station.link());
    }
}
