package org.interurban.platform.activities;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VJournal;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A calendar to subscribe to (RFC 5545, RFC 7986). What is known by the day is an event over whole days. What is known less exactly is
 * one over all the days it can be, which its title says and which leaves nobody's time taken; it is there for those who ask for it.
 */
final class Feed {

    private static final Duration REFRESH = Duration.ofHours(12);

    /**
     * What stands in a calendar.
     *
     * @param uid its number, the same for as long as it is there
     * @param status as calendars name it: {@code CONFIRMED}, {@code TENTATIVE} or {@code CANCELLED}
     * @param link its page
     */
    record Entry(
            String uid,
            String title,
            PartialPeriod when,
            @Nullable String place,
            @Nullable String description,
            String status,
            String link,
            int version,
            Instant changedAt) {}

    private Feed() {}

    /**
     * @param note says what is left out, shown as the calendar's description; null where nothing is
     * @param empty what a calendar without events says, which may not be without anything
     */
    static String write(String name, @Nullable String note, List<Entry> entries, String empty, Instant today) {
        var calendar = new Calendar()
                .withProdId("-//Interurban//Activities//EN")
                .withDefaults()
                .withProperty(new XProperty("X-WR-CALNAME", name))
                .withProperty(new RefreshInterval(new ParameterList(), REFRESH))
                .withProperty(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()))
                .getFluentTarget();
        if (note != null) {
            calendar.add(new XProperty("X-WR-CALDESC", note));
        }
        entries.forEach(entry -> calendar.add(event(entry)));
        if (entries.isEmpty()) {
            var journal = new VJournal(false);
            journal.add(new Uid("none@interurban"));
            journal.add(new DtStamp(today));
            journal.add(new Summary(empty));
            calendar.add(journal);
        }
        return text(calendar);
    }

    /** One date for the calendars of those whom it concerns, under the number by which a feed knows it. */
    static String one(Entry entry, String method, String organizer) {
        var event = event(entry);
        event.add(new Organizer(URI.create("mailto:" + organizer)));
        var calendar = new Calendar()
                .withProdId("-//Interurban//Activities//EN")
                .withDefaults()
                .withProperty(new Method(method))
                .getFluentTarget();
        calendar.add(event);
        return text(calendar);
    }

    /** As calendars name it. */
    static String status(ActivityStatus status) {
        return switch (status) {
            case PROPOSED, PLANNED -> "TENTATIVE";
            case HELD -> "CONFIRMED";
            case POSTPONED, CANCELLED -> "CANCELLED"; // its date is free again
        };
    }

    private static String text(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A date that a calendar can hold: its years have four digits (RFC 5545, 3.3.4), and the day after it still does. */
    static boolean isDated(PartialPeriod when) {
        return when.from() != null
                && when.to() != null
                && when.from().getYear() >= 1
                && when.to().plusDays(1).getYear() <= 9999;
    }

    private static VEvent event(Entry entry) {
        var when = entry.when();
        var event = new VEvent(false);
        event.add(new Uid(entry.uid() + "@interurban"));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new LastModified(entry.changedAt()));
        event.add(new DtStart<>(Objects.requireNonNull(when.from())));
        event.add(new DtEnd<>(Objects.requireNonNull(when.to()).plusDays(1)));
        event.add(new Summary(entry.title()));
        if (when.precision() != Precision.DAY) {
            event.add(new Transp(Transp.VALUE_TRANSPARENT));
        }
        if (entry.place() != null) {
            event.add(new Location(entry.place()));
        }
        if (entry.description() != null) {
            event.add(new Description(entry.description()));
        }
        event.add(new Url(URI.create(entry.link())));
        event.add(new Sequence(entry.version()));
        event.add(new Status(entry.status()));
        return event;
    }
}
