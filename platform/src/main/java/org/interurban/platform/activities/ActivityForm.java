package org.interurban.platform.activities;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.ByLine;
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
 * @param programme code of the one to which something new belongs as a whole; nothing where the page knows it
 * @param parent title or code of the larger one of which it is a part
 * @param furtherHosts bodies of the directory by their names, one on a line
 */
record ActivityForm(
        @Nullable String partnership,
        @Nullable String programme,
        @Nullable String type,

        @Worded(max = Activity.TITLE_LENGTH) Words title,

        @Nullable String host,
        @Nullable String visitor,

        @ByLine(max = BODY_LENGTH) @Nullable String furtherHosts,

        @ByLine(max = BODY_LENGTH) @Nullable String furtherVisitors,

        TypedDate start,
        TypedDate end,
        @Nullable Boolean undated,

        @Chosen(value = Mode.class, words = "activities.mode", needed = false, message = "{activities.error.mode}")
        @Nullable
        String mode,

        @Chosen(value = ActivityStatus.class, words = "activities.status", message = "{activities.error.status}")
        @Nullable
        String status,

        @Size(max = Activity.TITLE_LENGTH, message = "{activities.error.too-long}") @Nullable
        String parent,

        @Size(max = Around.TEXT_LENGTH, message = "{activities.error.too-long}") @Nullable
        String place,

        @Nullable String country,

        @Size(max = Around.TEXT_LENGTH, message = "{activities.error.too-long}") @Nullable
        String organiser,

        @ByLine(max = Around.TEXT_LENGTH) @Nullable String partners,

        @Size(max = COUNT_LENGTH, message = "{activities.error.count}") @Nullable
        String count,

        @Size(max = Around.TEXT_LENGTH, message = "{activities.error.too-long}") @Nullable
        String participants,

        @Nullable List<UUID> sites,

        @Worded(max = Activity.DESCRIPTION_LENGTH) Words description,

        @Nullable Boolean published,
        @Nullable Integer version) {

    static final int BODY_LENGTH = 400;
    static final int COUNT_LENGTH = 60;

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
                null,
                type,
                Words.NONE,
                null,
                null,
                null,
                null,
                TypedDate.NONE,
                TypedDate.NONE,
                false,
                Mode.IN_PERSON.code(),
                ActivityStatus.PROPOSED.code(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Words.NONE,
                false, // what is only proposed is not for everyone
                0);
    }

    /** @param named a body that takes part, as forms name it */
    static ActivityForm of(
            Activity activity,
            Function<OrganisationId, Directory.Entry> named,
            @Nullable String partnership,
            @Nullable String programme) {
        // of a partnership the first of each is chosen among its members
        var chosen = activity.partnership() == null ? 0 : 1;
        var around = activity.around();
        var dates = TypedDate.ends(activity.when());
        return new ActivityForm(
                partnership,
                programme,
                activity.type(),
                Words.of(activity.title()),
                activity.hosts().stream()
                        .limit(chosen)
                        .findFirst()
                        .map(named)
                        .map(Directory.Entry::code)
                        .orElse(null),
                activity.visitors().stream()
                        .limit(chosen)
                        .findFirst()
                        .map(named)
                        .map(Directory.Entry::code)
                        .orElse(null),
                further(activity.hosts(), chosen, named),
                further(activity.visitors(), chosen, named),
                dates.getFirst(),
                dates.getLast(),
                activity.status() == ActivityStatus.HELD && !activity.when().isKnown(),
                activity.mode() == null ? "" : activity.mode().code(),
                activity.status().code(),
                around.parent() == null ? null : around.parent().title(),
                around.place(),
                around.country(),
                around.organiser(),
                String.join("\n", around.partners()),
                around.count() == null ? null : around.count().code(),
                around.participants(),
                activity.sites(),
                Words.of(activity.description()),
                activity.published(),
                activity.version());
    }

    private static String further(
            List<OrganisationId> bodies, int chosen, Function<OrganisationId, Directory.Entry> named) {
        return bodies.stream()
                .skip(chosen)
                .map(body -> named.apply(body).told())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Finds what a single field cannot know of itself.
     *
     * @param kind that was chosen, null where there is none like that
     */
    void check(Errors errors, @Nullable KindOfActivity kind, LocalDate today) {
        if (kind == null) {
            errors.rejectValue("type", "activities.error.type");
        }
        if (kind != null
                && kind.hosted()
                && Typed.text(host).isEmpty()
                && Typed.lines(furtherHosts).isEmpty()) {
            errors.rejectValue("host", "activities.error.host-needed");
        }
        if (start.isBlank() && !end.isBlank()) {
            errors.rejectValue("start", "activities.error.start-needed");
        }
        TypedDate.check(start, end, "start", "end", errors);
        if (Typed.text(status).equals(ActivityStatus.HELD.code()) && start.isBlank() && !Boolean.TRUE.equals(undated)) {
            errors.rejectValue("start", "activities.error.held-needs-date");
        }
        if (Boolean.TRUE.equals(undated) && !start.isBlank()) {
            errors.rejectValue("undated", "activities.error.undated");
        }
        if (!Typed.text(count).isEmpty() && Around.count(Typed.text(count)) == null) {
            errors.rejectValue("count", "activities.error.count");
        }
        var begins = errors.hasFieldErrors("start") ? null : start.when().from();
        if (Typed.text(status).equals(ActivityStatus.HELD.code()) && begins != null && begins.isAfter(today)) {
            errors.rejectValue("start", "activities.error.held-ahead");
        }
    }

    PartialPeriod period() {
        var begins = start.when();
        return end.isBlank()
                ? begins
                : new PartialPeriod(begins.from(), end.when().to(), begins.precision());
    }
}
