package org.interurban.platform.drawing;

import org.interurban.platform.drawing.LineDiagram.Label;

/** A station on its way to its place. */
final class Stop {

    static final double RADIUS = 8;

    final Station station;
    final double capsule;
    final double half;
    /** How far rings reach beyond a plain station, above and below. */
    final double rings;

    double x;
    /** What stands at it, cut to the room there is. */
    String title = "";

    String detail = "";
    Label label = new Label(0, 0, "middle", "");
    int level;
    boolean numbered;

    Stop(Station station, double x, double capsule) {
        this.station = station;
        this.x = x;
        this.capsule = capsule;
        this.rings = station.selected() ? 9 : station.readings() > 1 ? 5 : 0;
        this.half = (capsule > 0 ? capsule / 2 : RADIUS) + rings;
    }

    /**
     * A shared station is named once, on the row of all lines: without a label it has no detail either. Where no date is known a
     * long name goes on in its place.
     */
    void name(double room) {
        numbered = false;
        if (station.detail().isEmpty()) {
            var lines = TextWidth.SIGN.onTwoLines(station.label(), LabelPlaces.TITLE, room);
            title = lines.getFirst();
            detail = lines.getLast();
            return;
        }
        title = TextWidth.SIGN.cut(station.label(), LabelPlaces.TITLE, room);
        detail = title.isEmpty() ? "" : TextWidth.SANS.cut(station.detail(), LabelPlaces.DETAIL, room);
    }

    /** A number stands at it, of two digits at most while it looks for its place; the text stands in a list. */
    void number(String digits) {
        numbered = true;
        title = digits;
        detail = "";
        label = new Label(label.x(), label.y(), label.anchor(), digits);
    }

    void leaveUnnamed() {
        numbered = false;
        title = "";
        detail = "";
        label = new Label(0, 0, "middle", "");
        level = 0;
    }

    double labelWidth() {
        return title.isEmpty()
                ? 0
                : numbered
                        ? TextWidth.SIGN.of(title, LabelPlaces.TITLE) + 2
                        : Math.max(TextWidth.SIGN.of(title, LabelPlaces.TITLE), secondLine()) + 6;
    }

    private double secondLine() {
        return station.detail().isEmpty()
                ? TextWidth.SIGN.of(detail, LabelPlaces.TITLE)
                : TextWidth.SANS.of(detail, LabelPlaces.DETAIL);
    }

    /** How high its label is: of two lines, or of a number. */
    double labelHeight() {
        return numbered ? 18 : 33;
    }

    /** What the station itself covers, around the line. */
    Box body() {
        return new Box(x - half, -12 - rings, x + half, 12 + rings);
    }
}
