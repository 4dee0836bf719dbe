package org.interurban.platform.drawing;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A partnership as a line.
 *
 * @param letter A to H, the line of its theme; null for one without a theme's line
 * @param stopped the day after which nothing is recorded any more: the line stops short with a bar
 * @param whole whether this is the row of what concerns all lines, which has stations but no line
 */
public record Line(
        @Nullable String letter,
        String name,
        String detail,
        @Nullable String link,
        List<Station> stations,
        @Nullable LocalDate stopped,
        boolean whole) {

    public Line {
        stations = List.copyOf(stations);
    }

    public static Line of(
            @Nullable String letter, String name, String detail, @Nullable String link, List<Station> stations) {
        return new Line(letter, name, detail, link, stations, null, false);
    }

    /** The row above the lines, for what concerns them all. */
    public static Line whole(String name, String detail, List<Station> stations) {
        return new Line(null, name, detail, null, stations, null, true);
    }

    /** With the stations only whose date is known. */
    public Line dated() {
        var known =
                stations.stream().filter(station -> station.when().isKnown()).toList();
        return new Line(letter, name, detail, link, known, stopped, whole);
    }

    /** With the addresses of its stations in full. @param page the address of its own page, on which an address may depend */
    public Line at(String page) {
        var full = stations.stream()
                .map(station -> station.link() == null
                        ? station
                        : station.linked(
                                URI.create(page).resolve(station.link()).toString()))
                .toList();
        return new Line(letter, name, detail, link, full, stopped, whole);
    }

    /** Names the colours and the pattern in the style sheet. */
    public String style() {
        return whole ? "line-whole" : letter == null ? "line-none" : "line-" + letter.toLowerCase(Locale.ROOT);
    }
}
