package org.interurban.platform.portraits;

import java.util.Locale;
import org.interurban.platform.authority.Person;
import org.interurban.platform.database.Seen;

/** Who looks, and in which language: who works on a record sees it before everyone does, and where documents disagree about it. */
public record View(Person reader, Locale locale) {

    public static View ofThePublic(Locale locale) {
        return new View(Person.NOBODY, locale);
    }

    public String language() {
        return locale.getLanguage();
    }

    /** The records that the reader sees, as a condition on the view of their kind. */
    public String sees(String view) {
        return Seen.by(reader, view);
    }

    public String worksOn(String view) {
        return Seen.workedOnBy(reader, view);
    }
}
