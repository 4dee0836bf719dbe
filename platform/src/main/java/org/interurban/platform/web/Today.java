package org.interurban.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.interurban.platform.shared.Dates;
import org.springframework.stereotype.Component;

/** The day of the records that a page shows, as it stands at the foot of a printed one. */
@Component
class Today {

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    public String in(Locale locale) {
        return Dates.wholeDay(LocalDate.now(clock), locale);
    }
}
