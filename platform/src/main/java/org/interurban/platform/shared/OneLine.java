package org.interurban.platform.shared;

import java.util.regex.Pattern;

/**
 * What a title, a name or another field of one line is, wherever it comes from: a text without a line break, which lists, calendars and
 * mail have no room for.
 */
public final class OneLine {

    private static final String WORDS =
            "name|title|label|writer|post|salutation|place|organiser|telephone|city|addressee|initiator"
                    + "|coordinator|owner|abbreviation|organisation|counterpart|contractNumber|parent|speaker|office|venue";

    /** {@code title}, {@code officialName}, {@code title.original}, {@code name_fr}; not {@code otherNames}. */
    private static final Pattern FIELD = Pattern.compile("(?:.*[_a-z])?(?i:" + WORDS + ")(?:[_.\\[].*)?");

    private static final Pattern BREAK = Pattern.compile("\\s*[\\p{Cntrl}\\u2028\\u2029]\\s*");

    private OneLine() {}

    /** The text as it belongs into a field, column or parameter of this name. */
    public static String in(String field, String text) {
        return FIELD.matcher(field).matches() ? BREAK.matcher(text.strip()).replaceAll(" ") : text;
    }
}
