package org.interurban.platform.portraits;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be counted of the network; a bean of the module that keeps it.
 *
 * @param words key of what is counted; with {@code .text} after it of the sentence with what it is spread over, with {@code .counted}
 *     of where the number comes from
 * @param link the list that shows each of them
 * @param place among the measures, lower first
 * @param over what the sentence tells of beside the number: in how many countries, of how many partnerships
 * @param rows a select of {@code id, day, city, country, theme, programme, partnership, everyone, permission, scopes}; what concerns
 *     several cities has a row for each
 * @param source an expression for the document that names most of them, null where they are only counted
 */
public record Measure(
        String words,
        String link,
        int place,
        By over,
        String rows,
        @Nullable String source) {

    /** What can be told apart when counting. */
    public enum By {
        MONTH,
        CITY,
        COUNTRY,
        THEME,
        PROGRAMME,
        PARTNERSHIP;

        String expression() {
            return this == MONTH ? "to_char(day, 'YYYY-MM')" : name().toLowerCase(Locale.ROOT);
        }
    }

    public Measure {
        if (rows.isBlank()) {
            throw new IllegalArgumentException("A measure says what is counted");
        }
    }
}
