package org.interurban.platform.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;

/**
 * The lines standing upright, their stations one under the other in order of time: for narrow screens. More lines than have room
 * beside the text share one trunk, on which each station has the colour of its line.
 */
public record UprightDiagram(List<Line> lines, List<Entry> entries) {

    private static final int MOST_TRACKS = 5;

    /**
     * One station.
     *
     * @param afterToday whether today's bar stands before it
     * @param year shown before the first station of a year; 0 before those without a date
     * @param tracks what each line does beside it
     */
    public record Entry(
            Station station, boolean afterToday, @Nullable Integer year, List<Line> on, List<Track> tracks) {

        /** Names the colour of its mark; that of all where it stands on several lines. */
        public String style() {
            return on.size() == 1 ? on.getFirst().style() : "";
        }

        /** Where neighbouring lines share it, they have one mark across them all: which part of that stands on a track. */
        public String part(int track) {
            var before = track > 0 && tracks.get(track - 1).stops();
            var after = track < tracks.size() - 1 && tracks.get(track + 1).stops();
            return before && after ? "across" : before ? "across to" : after ? "across from" : "";
        }
    }

    /** @param state off (not begun, or over), on, or first and last: the line begins or ends here */
    public record Track(Line line, String state, boolean stops) {}

    /** @param today where its bar stands; null where none is drawn */
    static UprightDiagram of(List<Line> all, @Nullable LocalDate today) {
        var lines = all.stream().filter(line -> !line.whole()).toList();
        var places = new LinkedHashMap<Object, Place>();
        for (var line : all) {
            for (var station : line.stations()) {
                places.computeIfAbsent(
                                station.shared() != null ? station.shared() : station,
                                key -> new Place(station, new LinkedHashSet<>()))
                        .on()
                        .addAll(line.whole() ? lines : List.of(line));
            }
        }
        var inOrder = places.values().stream()
                .sorted(Comparator.comparing(Place::order).thenComparing(place -> !Place.isCertain(place.station())))
                .toList();
        var trunk = lines.size() > MOST_TRACKS;
        var side = trunk ? List.of(Line.whole("", "", List.of())) : lines;
        var ranges = side.stream()
                .map(line -> trunk ? new int[] {0, inOrder.size() - 1} : range(inOrder, line))
                .toList();
        var entries = new ArrayList<Entry>();
        var year = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            var here = i;
            var place = inOrder.get(i);
            var begins = place.station().when().from();
            var its = begins == null ? 0 : begins.getYear();
            var tracks = IntStream.range(0, side.size())
                    .mapToObj(t -> new Track(
                            side.get(t),
                            state(ranges.get(t), here),
                            trunk || place.on().contains(side.get(t))))
                    .toList();
            var ahead = today != null && !place.order().isBefore(today);
            entries.add(new Entry(
                    place.station(),
                    ahead && (i == 0 || inOrder.get(i - 1).order().isBefore(today)),
                    its != year ? its : null,
                    List.copyOf(place.on()),
                    tracks));
            year = its;
        }
        return new UprightDiagram(lines, List.copyOf(entries));
    }

    private record Place(Station station, Set<Line> on) {

        /**
         * Its earliest day, so that the years only rise; no date last. No line begins for the sake of what is known by year or
         * period only, which therefore comes after the first certain station of that year.
         */
        LocalDate order() {
            var from = station.when().from();
            var to = station.when().to();
            if (from == null || to == null) {
                return LocalDate.MAX;
            }
            return isCertain(station)
                    ? from
                    : on.stream()
                            .flatMap(line -> line.stations().stream())
                            .filter(Place::isCertain)
                            .flatMap(other -> Stream.ofNullable(other.when().from()))
                            .min(Comparator.naturalOrder())
                            .filter(first -> first.getYear() == from.getYear())
                            .filter(first -> first.isAfter(from) && !first.isAfter(to))
                            .orElse(from);
        }

        private static boolean isCertain(Station station) {
            return !station.vague() || station.when().precision() == Precision.MONTH;
        }
    }

    private static int[] range(List<Place> inOrder, Line line) {
        var places = IntStream.range(0, inOrder.size())
                .filter(i -> inOrder.get(i).on().contains(line))
                .toArray();
        return places.length == 0 ? new int[] {-1, -1} : new int[] {places[0], places[places.length - 1]};
    }

    private static String state(int[] range, int here) {
        if (here < range[0] || here > range[1]) {
            return "off";
        }
        if (range[0] == range[1]) {
            return "only";
        }
        return here == range[0] ? "first" : here == range[1] ? "last" : "on";
    }
}
