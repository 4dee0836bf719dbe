package org.interurban.platform.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a question found.
 *
 * @param total of the kind that was asked for
 * @param kinds how many of each kind, whichever was asked for
 * @param similar whether no word was found and these only have similar names
 * @param suggestion the name that was probably meant
 */
record Found(
        List<Hit> hits,
        long total,
        Map<String, Integer> kinds,
        boolean similar,
        @Nullable String suggestion) {

    static final Found NOTHING = new Found(List.of(), 0, Map.of(), false, null);

    /**
     * One record.
     *
     * @param also the other name of the record that led to it
     */
    record Hit(
            String kind,
            String code,
            String url,
            Excerpt title,
            Excerpt excerpt,
            @Nullable String also) {}

    /** A text, or the part of it that matters, with the words that were found. */
    record Excerpt(String language, List<Part> parts) {

        record Part(String text, boolean found) {}

        public String text() {
            return parts.stream().map(Part::text).reduce("", String::concat);
        }
    }
}
