package org.interurban.platform.portraits;

import org.jspecify.annotations.Nullable;

/**
 * A line of a one-pager.
 *
 * @param state how far it has come, in words; those of one heading and state that stand behind it are said together
 * @param name said strongly; null where there is only a state with what has come so far
 */
public record Note(
        Heading heading,
        @Nullable String name,
        @Nullable String state,
        @Nullable String text) {

    /** What a one-pager tells apart, in its order. */
    public enum Heading {
        INITIATIVES,
        EXCHANGE,
        AGREEMENTS,
        PLANS
    }
}
