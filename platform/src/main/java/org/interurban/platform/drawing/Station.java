package org.interurban.platform.drawing;

import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/**
 * One step of a partnership, as it is to be drawn.
 *
 * @param title what it is, in full
 * @param label what stands at the station, where the drawing leaves room for little; often the title itself
 * @param detail stands under the label, usually the date as people write it
 * @param side where its label stands: above the line for what the first side hosts, below for the second
 * @param shared key of a station that several lines have in common, null for one of its own
 * @param readings how many documents' readings of it disagree; 1 where nothing is disputed
 * @param concluded whether no document states its date, and somebody concluded it from others
 * @param selected whether its readings are open beside the drawing
 */
public record Station(
        String title,
        String label,
        String detail,
        PartialPeriod when,
        Kind kind,
        State state,
        Side side,
        @Nullable String shared,
        int readings,
        boolean concluded,
        boolean selected,
        @Nullable String link) {

    public enum Kind implements Coded {
        VISIT,
        MEETING,
        EVENT,
        AGREEMENT,
        MILESTONE
    }

    public enum State implements Coded {
        HELD,
        PLANNED,
        UNDER_DISCUSSION
    }

    public enum Side {
        ABOVE,
        BELOW
    }

    public Station {
        if (readings < 1) {
            throw new IllegalArgumentException("A station has at least one reading");
        }
    }

    /** A step that no one disputes and only this line has. */
    public static Station of(
            String title, String detail, PartialPeriod when, Kind kind, State state, Side side, @Nullable String link) {
        return new Station(title, title, detail, when, kind, state, side, null, 1, false, false, link);
    }

    public Station labelled(String shortLabel, String shortDetail) {
        return new Station(
                title, shortLabel, shortDetail, when, kind, state, side, shared, readings, concluded, selected, link);
    }

    public Station concludedIf(boolean isConcluded) {
        return new Station(
                title, label, detail, when, kind, state, side, shared, readings, isConcluded, selected, link);
    }

    public Station sharedAs(String key) {
        return new Station(title, label, detail, when, kind, state, side, key, readings, concluded, selected, link);
    }

    public Station disputed(int differentReadings, boolean open) {
        return new Station(
                title, label, detail, when, kind, state, side, shared, differentReadings, concluded, open, link);
    }

    public Station linked(@Nullable String address) {
        return new Station(
                title, label, detail, when, kind, state, side, shared, readings, concluded, selected, address);
    }

    public boolean held() {
        return state == State.HELD;
    }

    public boolean agreement() {
        return kind == Kind.AGREEMENT;
    }

    /** Known only by month, year or period. */
    public boolean vague() {
        return switch (when.precision()) {
            case DAY, NONE -> false;
            case MONTH, YEAR, PERIOD -> true;
        };
    }
}
