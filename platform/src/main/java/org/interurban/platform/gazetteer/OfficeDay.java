package org.interurban.platform.gazetteer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One office day of several cities on one axis, drawn as bars under each other.
 *
 * @param width of the axis, which begins when the first office opens and ends when the last one closes
 * @param shared the hours in which all offices are open; null where there are none
 */
public record OfficeDay(
        double width, List<Bar> bars, @Nullable Stretch shared) {

    private static final double HOUR = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public record Place(String name, ZoneId zone) {}

    public record Stretch(double from, double width) {}

    /** @param from and until: the shared hours in the city's own time, empty where there are none */
    public record Bar(String name, Stretch open, String from, String until) {}

    /** The first city's day, with the days of the others that share most of it; empty on its weekend or without a partner. */
    public static Optional<OfficeDay> of(LocalDate day, List<Place> places) {
        if (places.size() < 2 || day.getDayOfWeek().getValue() > 5) {
            return Optional.empty();
        }
        var first = hours(day, places.getFirst());
        var open = places.stream()
                .map(place -> Stream.of(day, day.minusDays(1), day.plusDays(1))
                        .map(local -> hours(local, place))
                        .min(Comparator.comparing(hours ->
                                Duration.between(first.from(), hours.from()).abs()))
                        .orElseThrow())
                .toList();
        var begins = open.stream()
                .map(OfficeHours.Window::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var ends = open.stream()
                .map(OfficeHours.Window::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var shared = OfficeHours.shared(
                day,
                places.getFirst().zone(),
                places.stream().skip(1).map(Place::zone).toList());
        var bars = Stream.iterate(0, i -> i < places.size(), i -> i + 1)
                .map(i -> new Bar(
                        places.get(i).name(),
                        stretch(begins, open.get(i)),
                        shared.map(window -> time(window.from(), places.get(i))).orElse(""),
                        shared.map(window -> time(window.to(), places.get(i))).orElse("")))
                .toList();
        return Optional.of(new OfficeDay(
                pixels(begins, ends),
                bars,
                shared.map(window -> stretch(begins, window)).orElse(null)));
    }

    private static OfficeHours.Window hours(LocalDate day, Place place) {
        return new OfficeHours.Window(
                day.atTime(OfficeHours.OPENS).atZone(place.zone()).toInstant(),
                day.atTime(OfficeHours.CLOSES).atZone(place.zone()).toInstant());
    }

    private static Stretch stretch(Instant begins, OfficeHours.Window window) {
        return new Stretch(pixels(begins, window.from()), pixels(window.from(), window.to()));
    }

    private static double pixels(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / 60.0 * HOUR;
    }

    private static String time(Instant at, Place place) {
        return TIME.format(at.atZone(place.zone()));
    }
}
