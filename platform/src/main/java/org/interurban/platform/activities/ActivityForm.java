package org.interurban.platform.activities;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.Chosen;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.TypedDate;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about a visit or a meeting. Dates are as exact as they are known; an empty title is made from the rest.
 *
 * @param partnership code of the one in which something new lies; nothing where the page knows it
 */
record ActivityForm(
        @Nullable String partnership,
        @Nullable String type,

        @Worded(max = Activity.TITLE_LENGTH) Words title,

        @Nullable String host,
        @Nullable String visitor,
        TypedDate start,
        TypedDate end,

        @Chosen(value = Mode.class, words = "activities.mode", needed = false, message = "{activities.error.mode}")
        @Nullable
        String mode,

        @Chosen(value = ActivityStatus.class, words = "activities.status", message = "{activities.error.status}")
        @Nullable
        String status,

        @Nullable List<UUID> sites,

        @Worded(max = Activity.DESCRIPTION_LENGTH) Words description,

        @Nullable Boolean published,
        @Nullable Integer version) {

    ActivityForm {
        title = Objects.requireNonNullElse(title, Words.NONE);
        description = Objects.requireNonNullElse(description, Words.NONE);
        start = Objects.requireNonNullElse(start, TypedDate.NONE);
        end = Objects.requireNonNullElse(end, TypedDate.NONE);
    }

    /** @param type the code of the kind that is planned first of all */
    static ActivityForm empty(@Nullable String type) {
        return new ActivityForm(
                null,
                type,
                Words.NONE,
                null,
                null,
                TypedDate.NONE,
                TypedDate.NONE,
                Mode.IN_PERSON.code(),
                ActivityStatus.PROPOSED.code(),
                List.of(),
                Words.NONE,
                false, // what is only proposed is not for everyone
                0);
    }

    static ActivityForm of(
            Activity activity, @Nullable String host, @Nullable String visitor, @Nullable String partnership) {
        var dates = TypedDate.ends(activity.when());
        return new ActivityForm(
                partnership,
                activity.type(),
                Words.of(activity.title()),
                host,
                visitor,
                dates.getFirst(),
                dates.getLast(),
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
    void check(Errors errors, @Nullable KindOfActivity kind) {
        if (kind == null) {
            errors.rejectValue("type", "activities.error.type");
        }
        if (kind != null && kind.hosted() && Typed.text(host).isEmpty()) {
            errors.rejectValue("host", "activities.error.host-needed");
        }
        if (start.isBlank() && !end.isBlank()) {
            errors.rejectValue("start", "activities.error.start-needed");
        }
        TypedDate.check(start, end, "start", "end", errors);
        if (Typed.text(status).equals(ActivityStatus.HELD.code()) && start.isBlank()) {
            errors.rejectValue("start", "activities.error.held-needs-date");
        }
    }

    PartialPeriod period() {
        var begins = start.when();
        return end.isBlank()
                ? begins
                : new PartialPeriod(begins.from(), end.when().to(), begins.precision());
    }
}
