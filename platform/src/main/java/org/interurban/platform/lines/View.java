package org.interurban.platform.lines;

import java.util.Locale;

/**
 * Who looks, and in which language.
 *
 * @param everything whether the reader works on these records: unpublished ones, agreements under discussion, competing readings
 */
public record View(boolean everything, Locale locale) {

    public static View ofThePublic(Locale locale) {
        return new View(false, locale);
    }

    String language() {
        return locale.getLanguage();
    }
}
