package org.interurban.pairing.scoring;

/**
 * Something a city can show or teach.
 *
 * @param topic a code or label of the round's topics, or words of the city's own
 * @param level 1 (has begun) to 3 (others come to learn)
 * @param evidence the case, project or site it rests on; may be empty
 */
public record Offer(String topic, int level, String text, String evidence) {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 3;

    public Offer {
        if (level < LOWEST || level > HIGHEST) {
            throw new IllegalArgumentException("A level is 1 to 3, not " + level);
        }
    }

    public static Offer of(String topic, int level) {
        return new Offer(topic, level, "", "");
    }

    /** A beginner's offer counts half of an expert's: there is something to see, but less to learn. */
    double strength() {
        return (1 + level) / 4.0;
    }
}
