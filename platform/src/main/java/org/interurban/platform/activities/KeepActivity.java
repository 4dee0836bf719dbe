package org.interurban.platform.activities;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans activities, changes them and calls them off. */
@Service
class KeepActivity {

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken(Activity now) implements Outcome {}
    }

    private final Activities activities;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    KeepActivity(Activities activities, Rights rights, Audit audit, ApplicationEventPublisher events) {
        this.activities = activities;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    void plan(Activity activity) {
        requireEdit(activity);
        activities.insert(activity);
        record("activities.planned", activity);
        events.publishEvent(new ActivityKept(activity.code(), activity.status().code()));
    }

    @Transactional
    Outcome change(Activity before, Activity wanted) {
        requireEdit(before);
        requireEdit(wanted);
        var activity = before.status() == ActivityStatus.PROPOSED && wanted.status() == ActivityStatus.CANCELLED
                ? wanted.unpublished() // nobody else ever heard of it
                : wanted;
        if (!activities.update(activity)) {
            return new Outcome.Overtaken(activities.seen(before.code()).orElse(before));
        }
        record(
                activity.status() == ActivityStatus.CANCELLED && before.status() != ActivityStatus.CANCELLED
                        ? "activities.cancelled"
                        : "activities.changed",
                activity);
        events.publishEvent(new ActivityKept(activity.code(), activity.status().code()));
        return new Outcome.Kept();
    }

    /** Takes back what came in with a sheet. */
    @Transactional
    void takeBack(Activity activity) {
        requireEdit(activity);
        activities.remove(activity);
        record("activities.taken-back", activity);
    }

    private void requireEdit(Activity activity) {
        rights.require(ActivityPermission.ACTIVITIES_EDIT, activities.scopes(activity));
    }

    private void record(String act, Activity activity) {
        audit.record(
                act,
                new Audit.Subject("activity", activity.code()),
                Map.of(
                        "status",
                        activity.status().code(),
                        "when",
                        activity.when().code()));
    }
}
