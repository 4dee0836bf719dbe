package org.interurban.platform.activities;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A calendar to subscribe to (RFC 5545). What is known by the day is an event over whole days. What is known less exactly is one
 * over all the days it can be, which its title says and which leaves nobody's time taken. What has no date is only counted in
 * the calendar's description, as is what no calendar can hold. The zones of the hosts come along.
 */
final class Feed {

    private Feed() {}

    /**
     * @param note says how many activities are left out, shown as the calendar's description; null where none is
     * @param title what stands in the calendar for an activity
     * @param address where this installation is reached, without a slash at the end
     */
    static String write(
            String name,
            @Nullable String note,
            List<ActivityLists.Dated> activities,
            Function<ActivityLists.Line, String> title,
            String address,
            Instant now) {
        var calendar = new Calendar()
                .withProdId("-//Interurban//Activities//EN")
                .withDefaults()
                .withProperty(ImmutableMethod.PUBLISH)
                .withProperty(new XProperty("X-WR-CALNAME", name))
                .getFluentTarget();
        if (note != null) {
            calendar.add(new XProperty("X-WR-CALDESC", note));
        }
        var dated = activities.stream().filter(Feed::isDated).toList();
        var zones = TimeZoneRegistryFactory.getInstance().createRegistry();
        dated.stream()
                .map(ActivityLists.Dated::timeZone)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(zones::getTimeZone)
                .filter(Objects::nonNull)
                .forEach(zone -> calendar.add(zone.getVTimeZone()));
        dated.forEach(activity -> calendar.add(event(activity, title, address, now)));
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A date that a calendar can hold: its years have four digits (RFC 5545, 3.3.4), and the day after it still does. */
    static boolean isDated(ActivityLists.Dated activity) {
        var when = activity.line().period();
        return when.from() != null
                && when.to() != null
                && when.from().getYear() >= 1
                && when.to().plusDays(1).getYear() <= 9999;
    }

    private static VEvent event(
            ActivityLists.Dated activity, Function<ActivityLists.Line, String> title, String address, Instant now) {
        var line = activity.line();
        var when = line.period();
        var event = new VEvent(false);
        event.add(new Uid(line.code() + "@interurban"));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(Objects.requireNonNull(when.from())));
        event.add(new DtEnd<>(Objects.requireNonNull(when.to()).plusDays(1)));
        event.add(new Summary(title.apply(line)));
        if (when.precision() != Precision.DAY) {
            event.add(new Transp(Transp.VALUE_TRANSPARENT));
        }
        if (line.host() != null || line.place() != null) {
            event.add(new Location(line.host() != null ? line.host().name() : Objects.requireNonNull(line.place())));
        }
        if (line.description() != null) {
            event.add(new Description(line.description()));
        }
        event.add(new Url(java.net.URI.create(address + "/activities/" + line.code())));
        event.add(new Sequence(activity.version()));
        event.add(
                switch (Coded.of(ActivityStatus.class, line.status())) {
                    case PROPOSED -> new Status("TENTATIVE");
                    case PLANNED, HELD -> new Status("CONFIRMED");
                    case CANCELLED -> new Status("CANCELLED");
                });
        return event;
    }
}
