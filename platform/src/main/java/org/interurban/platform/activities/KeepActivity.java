package org.interurban.platform.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.activities.TellOfActivity.News;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.audit.RemovalUndone;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans activities, changes them and calls them off. */
@Service
class KeepActivity {

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** Its new date is only proposed: one of those that agreed to the old one moved it, and the others have to agree again. */
        record ProposedAnew() implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken(Activity now) implements Outcome {}
    }

    private static final String KIND = "activity";

    private final Activities activities;
    private final Rights rights;
    private final Audit audit;
    private final TellOfActivity tell;
    private final AskForDate ask;
    private final DateAnswers answers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepActivity(
            Activities activities,
            Rights rights,
            Audit audit,
            TellOfActivity tell,
            AskForDate ask,
            DateAnswers answers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activities = activities;
        this.rights = rights;
        this.audit = audit;
        this.tell = tell;
        this.ask = ask;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whoever enters one for a programme or for the network holds the right there; to host it is not enough.
     *
     * @param telling whether those are told whom it concerns; nobody is of what is brought in
     */
    @Transactional
    void plan(Activity activity, boolean telling) {
        rights.require(ActivityPermission.ACTIVITIES_EDIT, activities.scopesOfOwner(activity));
        requireAgreed(null, activity);
        activities.insert(activity.with(state(null, activity, "")));
        record("activities.planned", activity);
        events.publishEvent(new ActivityKept(activity.code(), activity.status().code()));
        if (telling && activity.status() == ActivityStatus.PLANNED && isAhead(activity)) {
            tell.all(News.PLANNED, activity, activity, "", rights.current().account());
        }
    }

    /**
     * @param words why, as those read it who are told
     * @param telling whether people are told of what concerns them in it
     */
    @Transactional
    Outcome change(Activity before, Activity wanted, String words, boolean telling) {
        requireEdit(before);
        requireEdit(wanted);
        requireAgreed(before, wanted);
        var wasKnown = tell.isKnown(before);
        var moved = isMovedByOneSide(before, wanted);
        var stated = wanted.with(moved ? new ActivityState.Proposed() : state(before, wanted, words));
        var activity =
                before.status() == ActivityStatus.PROPOSED && wanted.status().stops()
                        ? stated.unpublished() // nobody else ever heard of it
                        : stated;
        if (!activities.update(activity)) {
            return new Outcome.Overtaken(activities.seen(before.code()).orElse(before));
        }
        record(
                activity.status() == ActivityStatus.CANCELLED && before.status() != ActivityStatus.CANCELLED
                        ? "activities.cancelled"
                        : "activities.changed",
                activity);
        events.publishEvent(new ActivityKept(activity.code(), activity.status().code()));
        if (telling && (isAhead(before) || isAhead(activity))) {
            tell(before, activities.find(activity.code()).orElse(activity), wasKnown, words);
        }
        return moved ? new Outcome.ProposedAnew() : new Outcome.Kept();
    }

    /** Out of everything; the page that follows offers to undo it. */
    @Transactional
    void hide(Activity activity, String words) {
        requireEdit(activity);
        if (activities.hide(activity.code())) {
            record("activities.hidden", activity);
            if (isAhead(activity) && tell.isKnown(activity)) {
                tell.all(
                        News.REMOVED,
                        activity,
                        activity.raised(),
                        words,
                        rights.current().account());
            }
            audit.mayBeUndone(
                    ActivityPermission.ACTIVITIES_EDIT,
                    subject(activity),
                    "/activities/" + activity.code(),
                    activities.scopes(activity));
        }
    }

    /** Whoever was told that it is gone hears that it takes place. */
    @EventListener
    void on(RemovalUndone event) {
        if (event.subject().kind().equals(KIND)) {
            activities.raise(event.subject().key());
            activities
                    .seen(event.subject().key())
                    .filter(activity -> isAhead(activity) && tell.isKnown(activity))
                    .ifPresent(activity -> tell.all(
                            News.BACK, activity, activity, "", rights.current().account()));
        }
    }

    /** Takes back what came in with a sheet. */
    @Transactional
    void takeBack(Activity activity) {
        requireEdit(activity);
        activities.remove(activity);
        record("activities.taken-back", activity);
    }

    /** What stops is kept with who stopped it and why; what was stopped before stays as it was said then. */
    private ActivityState state(@Nullable Activity before, Activity wanted, String words) {
        return before != null && before.status() == wanted.status()
                ? before.state()
                : ActivityState.of(
                        wanted.status(),
                        new ActivityState.Stopped(
                                words.isBlank() ? null : words.strip(),
                                rights.current().account(),
                                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private void tell(Activity before, Activity now, boolean wasKnown, String words) {
        if (wasKnown
                && now.status() == ActivityStatus.PROPOSED
                && !before.status().stops()) {
            if (!now.when().equals(before.when())) {
                ask.again(before, now, words);
            }
            return;
        }
        news(before, now, wasKnown)
                .ifPresent(news ->
                        tell.all(news, before, now, words, rights.current().account()));
    }

    /** What those whom it concerns have to know; nothing of what they never heard of, nor of what was held. */
    private static Optional<News> news(Activity before, Activity now, boolean wasKnown) {
        var becomes = now.status() != before.status();
        return switch (now.state()) {
            case ActivityState.Held _ -> Optional.empty();
            case ActivityState.CalledOff _ -> Optional.of(News.CANCELLED).filter(news -> becomes && wasKnown);
            case ActivityState.Postponed _ -> Optional.of(News.POSTPONED).filter(news -> becomes && wasKnown);
            case ActivityState.Proposed _ when becomes -> Optional.empty(); // those who are asked are told by that
            case ActivityState.Planned _ when becomes -> Optional.of(News.PLANNED);
            case ActivityState.Proposed _, ActivityState.Planned _ ->
                wasKnown ? changed(before, now) : Optional.empty();
        };
    }

    private static Optional<News> changed(Activity before, Activity now) {
        if (!now.when().equals(before.when())) {
            return Optional.of(News.MOVED);
        }
        return now.mode() != before.mode() || !now.parties().equals(before.parties())
                ? Optional.of(News.CHANGED)
                : Optional.empty();
    }

    boolean isAhead(Activity activity) {
        var last = activity.when().to();
        return last == null || !last.isBefore(LocalDate.now(clock));
    }

    /**
     * Whether it would be planned before the cities that meet have agreed to its date; whoever looks after the partnership may do
     * that.
     */
    boolean isTooEarly(@Nullable Activity before, Activity wanted) {
        return wanted.status() == ActivityStatus.PLANNED
                && !isPlanned(before)
                && !rights.may(PartnershipPermission.PARTNERSHIPS, activities.scopes(wanted))
                && (before == null || !wanted.when().equals(before.when()) || !answers.areAgreed(before));
    }

    /** Whether a date to which all had agreed gets another one by somebody who cannot agree for the others that can be asked. */
    boolean isMovedByOneSide(Activity before, Activity wanted) {
        return isMoved(before, wanted)
                && wanted.when().isKnown()
                && isAhead(wanted)
                && !rights.may(PartnershipPermission.PARTNERSHIPS, activities.scopes(wanted))
                && !ask.othersThan(rights.current(), wanted).isEmpty();
    }

    /** Whether a date that was agreed becomes another one, on which it is to take place as well. */
    static boolean isMoved(Activity before, Activity wanted) {
        return isPlanned(before)
                && wanted.status() == ActivityStatus.PLANNED
                && !wanted.when().equals(before.when());
    }

    private static boolean isPlanned(@Nullable Activity before) {
        return before != null
                && switch (before.state()) {
                    case ActivityState.Planned _ -> true;
                    case ActivityState.Proposed _,
                            ActivityState.Postponed _,
                            ActivityState.CalledOff _,
                            ActivityState.Held _ -> false;
                };
    }

    private void requireAgreed(@Nullable Activity before, Activity wanted) {
        if (isTooEarly(before, wanted)) {
            throw new AccessDeniedException("A date is planned once the cities that meet have agreed to it");
        }
    }

    private void requireEdit(Activity activity) {
        rights.require(ActivityPermission.ACTIVITIES_EDIT, activities.scopes(activity));
    }

    private static Audit.Subject subject(Activity activity) {
        return new Audit.Subject(KIND, activity.code());
    }

    private void record(String act, Activity activity) {
        audit.record(
                act,
                subject(activity),
                Map.of(
                        "status",
                        activity.status().code(),
                        "when",
                        activity.when().code()));
    }
}
