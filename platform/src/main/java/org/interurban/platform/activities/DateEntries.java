package org.interurban.platform.activities;

import java.time.Clock;
import java.util.Locale;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The date of an activity as an entry of its readers' calendars, to go with a letter. */
@Component
class DateEntries {

    private final Mail mail;
    private final PublicAddress address;
    private final Clock clock;

    DateEntries(Mail mail, PublicAddress address, Clock clock) {
        this.mail = mail;
        this.address = address;
        this.clock = clock;
    }

    /** Null where no day is known. */
    Mail.@Nullable Calendar of(Mail.Calendar.Method method, Activity activity, Locale locale) {
        return Feed.isDated(activity.when())
                ? new Mail.Calendar(method, Feed.one(entry(activity, locale), method.name(), mail.sender()))
                : null;
    }

    private Feed.Entry entry(Activity activity, Locale locale) {
        return new Feed.Entry(
                activity.code(),
                activity.title().in(locale),
                activity.when(),
                null,
                activity.description() == null ? null : activity.description().in(locale),
                Feed.status(activity.status()),
                address.of("/activities/" + activity.code()),
                activity.version(),
                clock.instant());
    }
}
