package org.interurban.platform.activities;

import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Years;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What people fill in about a visit or a meeting. Dates are as exact as they are known; an empty title is made from the rest. */
record ActivityForm(
        @Nullable String type,

        @Worded(max = Activity.TITLE_LENGTH) Words title,

        @Nullable String host,
        @Nullable String visitor,
        @Nullable String start,
        @Nullable String end,
        @Nullable String mode,
        @Nullable String status,
        @Nullable List<UUID> sites,

        @Worded(max = Activity.DESCRIPTION_LENGTH) Words description,

        @Nullable Boolean published,
        @Nullable Integer version) {

    ActivityForm {
        title = Objects.requireNonNullElse(title, Words.NONE);
        description = Objects.requireNonNullElse(description, Words.NONE);
    }

    /** @param type the code of the kind that is planned first of all */
    static ActivityForm empty(@Nullable String type) {
        return new ActivityForm(
                type,
                Words.NONE,
                null,
                null,
                null,
                null,
                Mode.IN_PERSON.code(),
                ActivityStatus.PROPOSED.code(),
                List.of(),
                Words.NONE,
                false, // what is only proposed is not for everyone
                0);
    }

    static ActivityForm of(Activity activity, @Nullable String host, @Nullable String visitor) {
        var dates = activity.when().code().split("/");
        return new ActivityForm(
                activity.type(),
                Words.of(activity.title()),
                host,
                visitor,
                dates[0],
                dates.length > 1 ? dates[1] : "",
                activity.mode() == null ? "" : activity.mode().code(),
                activity.status().code(),
                activity.sites(),
                Words.of(activity.description()),
                activity.published(),
                activity.version());
    }

    /**
     * Finds what a single field cannot know of itself.
     *
     * @param kind that was chosen, null where there is none like that
     */
    void check(Errors errors, @Nullable KindOfActivity kind, @Nullable PartialPeriod before) {
        if (kind == null) {
            errors.rejectValue("type", "activities.error.type");
        }
        if (!Coded.codes(ActivityStatus.class).contains(text(status))) {
            errors.rejectValue("status", "activities.error.status");
        }
        if (!text(mode).isEmpty() && !Coded.codes(Mode.class).contains(text(mode))) {
            errors.rejectValue("mode", "activities.error.mode");
        }
        if (kind != null && kind.hosted() && text(host).isEmpty()) {
            errors.rejectValue("host", "activities.error.host-needed");
        }
        if (!text(host).isEmpty() && Objects.equals(text(host), text(visitor))) {
            errors.rejectValue("visitor", "activities.error.visits-itself");
        }
        if (text(start).isEmpty() && !text(end).isEmpty()) {
            errors.rejectValue("start", "activities.error.start-needed");
        }
        try {
            var when = period(before);
            Typed.requireYears(when, when.from() != null && Years.hold(when.from()) ? "end" : "start", errors);
            if (text(status).equals(ActivityStatus.HELD.code()) && !when.isKnown()) {
                errors.rejectValue("start", "activities.error.held-needs-date");
            }
        } catch (DateTimeException notADate) {
            errors.rejectValue("start", "activities.error.date");
        } catch (IllegalArgumentException wrongOrder) {
            errors.rejectValue("end", "activities.error.ends-before");
        }
    }

    /** A period that was somewhere between two days stays so while its dates stay. */
    PartialPeriod period(@Nullable PartialPeriod before) {
        var given = PartialPeriod.parse(text(start), text(end), null);
        if (before != null
                && before.precision() == Precision.PERIOD
                && Objects.equals(before.from(), given.from())
                && Objects.equals(before.to(), given.to())) {
            return before;
        }
        return given;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
