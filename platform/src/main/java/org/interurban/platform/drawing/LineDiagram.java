package org.interurban.platform.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines under each other on one axis of time, with every position worked out.
 *
 * @param names whether the rows are named on the left
 * @param today where today's flag stands; null where the axis does not hold it
 * @param zone where stations without a date begin; null where there are none
 * @param outside stations before or after the stretch of time that is shown
 */
public record LineDiagram(
        double width,
        double height,
        boolean names,
        double left,
        double right,
        double top,
        List<Tick> ticks,
        List<Row> rows,
        List<Join> joins,
        @Nullable Double today,
        Span span,
        String todayLabel,
        @Nullable Flag flag,
        @Nullable Double zone,
        List<Line> lines,
        List<Station> outside) {

    /** Today's date, at the head of its rule. */
    public record Flag(double x, double y, double width, double height) {}

    /** @param weight year, quarter or month */
    public record Tick(
            double x,
            String weight,
            @Nullable String year,
            @Nullable String month) {}

    /**
     * @param names the name, on one line or two, and the details under it, on none to two, cut to the room there is
     * @param solidTo where the line ends, or goes on dotted to {@code dottedTo}, since nothing later is recorded as held
     * @param bar whether it is known to have ended
     */
    public record Row(
            Line line,
            List<String> names,
            List<String> details,
            double top,
            double y,
            double bottom,
            double from,
            double solidTo,
            @Nullable Double dottedTo,
            boolean bar,
            List<Mark> marks,
            List<Siding> sidings) {

        /** Nothing dated is on record. */
        public boolean isEmpty() {
            return marks.isEmpty() && sidings.isEmpty();
        }

        /** Those at which a number stands, since there is no room for their names. */
        public List<Mark> numbered() {
            return marks.stream().filter(Mark::numbered).toList();
        }
    }

    /**
     * A station on the line.
     *
     * @param capsule width of the month it is known by, or of its shared capsule; 0 for a plain station
     * @param detail stands under the label
     * @param leader where the thin line to its label ends; null where the label stands close
     * @param numbered whether its label is a number, which a list explains
     */
    public record Mark(
            Station station,
            double x,
            double capsule,
            Label label,
            String detail,
            @Nullable Double leader,
            boolean numbered) {}

    /**
     * @param anchor start, middle or end, as SVG names them; y is the base line of the title
     * @param text cut to the room there is; empty where there is none
     */
    public record Label(double x, double y, String anchor, String text) {}

    /** What is known only by year or period: a track as wide as the doubt, with a branch to the line. */
    public record Siding(
            double x, double y, double width, double height, boolean square, String branch, List<Item> items) {

        public boolean disputed() {
            return items.stream().anyMatch(item -> item.station().readings() > 1);
        }

        public boolean selected() {
            return items.stream().anyMatch(item -> item.station().selected());
        }

        /** It is of the whole programme. */
        public boolean shared() {
            return items.stream().allMatch(item -> item.station().shared() != null);
        }

        /** Nothing in it has happened yet. */
        public boolean hollow() {
            return items.stream().noneMatch(item -> item.station().held());
        }
    }

    /** @param text the label, which goes on in {@code more} and is cut there where the siding is too short for it */
    public record Item(Station station, String text, String more, double x, double y, double textX, String anchor) {}

    /** The rule that joins the capsules of a shared station. */
    public record Join(double x, double from, double to) {}

    /** Where the station stands whose readings are open; null where none are. */
    public @Nullable Double selected() {
        for (var row : rows) {
            for (var mark : row.marks()) {
                if (mark.station().selected()) {
                    return mark.x();
                }
            }
            for (var siding : row.sidings()) {
                if (siding.selected()) {
                    return siding.items().getFirst().x();
                }
            }
        }
        return null;
    }

    /** Whether the drawing could be made; its table can always be shown. */
    public boolean isDrawn() {
        return rows.size() == lines.size();
    }

    /** Nothing dated is on record, or within what is shown. */
    public boolean isEmpty() {
        return rows.stream().allMatch(Row::isEmpty);
    }

    /** One line over the whole width. */
    public static LineDiagram of(Line line, Span span) {
        return draw(List.of(line), span, Format.ON_PAGES[0].withoutNames());
    }

    /** Many lines, each named on the left. */
    public static LineDiagram timetable(List<Line> lines, Span span) {
        return draw(lines, span, Format.ON_PAGES[0]);
    }

    /** One line over the width of a sheet of A4, under a low axis. */
    public static LineDiagram printed(Line line, Span span) {
        return draw(List.of(line), span, Format.SHEET);
    }

    /** Many lines over the width of a sheet of A4, each named on the left. */
    public static LineDiagram printed(List<Line> lines, Span span) {
        return draw(lines, span, Format.SHEET_OF_MANY);
    }

    /** One line without words, for a row of a table. */
    public static LineDiagram strip(Line line, Span span) {
        return draw(List.of(line), span, Format.STRIP);
    }

    /** The same at every width that a page has room for, widest first. */
    public List<LineDiagram> widths() {
        return isDrawn() && width == Format.ON_PAGES[0].width()
                ? Stream.concat(
                                Stream.of(this),
                                Arrays.stream(Format.ON_PAGES).skip(1).map(this::in))
                        .toList()
                : List.of(this);
    }

    private LineDiagram in(Format format) {
        return draw(lines, span, names ? format : format.withoutNames());
    }

    private static LineDiagram draw(List<Line> lines, Span span, Format format) {
        return SafeDrawing.of(() -> new LineLayout(lines, span, format).draw(), undrawn(lines, span, format));
    }

    private static LineDiagram undrawn(List<Line> lines, Span span, Format format) {
        return new LineDiagram(
                format.width(),
                0,
                format.names() > 0,
                0,
                format.width(),
                0,
                List.of(),
                List.of(),
                List.of(),
                null,
                span,
                "",
                null,
                null,
                lines,
                List.of());
    }

    /** The same for a narrow screen. */
    public UprightDiagram upright() {
        return UprightDiagram.of(lines, today == null ? null : span.today());
    }
}
