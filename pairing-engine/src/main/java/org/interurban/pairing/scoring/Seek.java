package org.interurban.pairing.scoring;

/**
 * Something a city wants to learn or get help with.
 *
 * @param topic a code or label of the round's topics, or words of the city's own
 * @param priority 1 to 3, 3 is the most urgent
 */
public record Seek(String topic, int priority, String text) {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 3;

    public Seek {
        if (priority < LOWEST || priority > HIGHEST) {
            throw new IllegalArgumentException("A priority is 1 to 3, not " + priority);
        }
    }

    public static Seek of(String topic, int priority) {
        return new Seek(topic, priority, "");
    }
}
