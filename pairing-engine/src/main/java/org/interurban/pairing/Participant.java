package org.interurban.pairing;

/** One city of a round, with the number of partners it must have at least and may have at most. */
public record Participant(String id, Side side, int min, int max) {

    public Participant {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A participant needs an id");
        }
        if (min < 0) {
            throw new IllegalArgumentException("The least number of partners of %s is negative: %d".formatted(id, min));
        }
        if (max < min) {
            throw new IllegalArgumentException("%s may have at most %d partners but needs %d".formatted(id, max, min));
        }
    }

    /** A participant that may have one partner or none. */
    public static Participant single(String id, Side side) {
        return new Participant(id, side, 0, 1);
    }
}
