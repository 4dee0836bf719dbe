package org.interurban.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import org.interurban.platform.shared.Dates;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and moments as the page's language writes them, for templates: {@code ${@dates.day(member.joined)}}. Moments are told in UTC. */
@Component("dates")
class DatesInWords {

    public String day(Temporal when) {
        return Dates.day(
                when instanceof LocalDate day ? day : inUtc(when).toLocalDate(), LocaleContextHolder.getLocale());
    }

    /** Without its year, which stands elsewhere. */
    public String dayOfYear(LocalDate day) {
        return Dates.dayOfYear(day, LocaleContextHolder.getLocale());
    }

    /** To the minute. */
    public String moment(Temporal when) {
        return Dates.minute(inUtc(when), LocaleContextHolder.getLocale()) + " UTC";
    }

    /** To the second, where the order of acts matters. */
    public String second(Temporal when) {
        return Dates.second(inUtc(when), LocaleContextHolder.getLocale()) + " UTC";
    }

    private static LocalDateTime inUtc(Temporal when) {
        return switch (when) {
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            case OffsetDateTime there ->
                there.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            case ZonedDateTime there ->
                there.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
            default -> throw new IllegalArgumentException(when + " is no moment");
        };
    }
}
