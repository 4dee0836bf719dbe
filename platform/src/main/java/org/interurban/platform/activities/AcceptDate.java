package org.interurban.platform.activities;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.delivery.AnswerKind;
import org.interurban.platform.delivery.AnswerLinks.Question;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A proposed date that the partner accepts from the mail: the visit is planned from then on. */
@Component
class AcceptDate implements AnswerKind {

    static final String PURPOSE = "activities.accept-date";

    private final Activities activities;
    private final ProposedDates proposals;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    AcceptDate(
            Activities activities,
            ProposedDates proposals,
            Audit audit,
            ApplicationEventPublisher events,
            MessageSource messages) {
        this.activities = activities;
        this.proposals = proposals;
        this.audit = audit;
        this.events = events;
        this.messages = messages;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Right> restsOn(Question question) {
        return asked(question)
                .map(activity -> new Right(ActivityPermission.ACTIVITIES_EDIT, List.of(activities.scopes(activity))));
    }

    @Override
    public Optional<Asks> asks(Question question, Locale locale) {
        return asked(question)
                .filter(activity -> activity.status() == ActivityStatus.PROPOSED)
                .filter(activity -> !isOfProposer(question, activity))
                .map(activity -> new Asks(
                        activity.title().in(locale),
                        said("activities.answer.text", activity, locale),
                        said("activities.answer.button", activity, locale)));
    }

    @Override
    @Transactional
    public Says answered(Question question, Locale locale) {
        var activity = asked(question).orElse(null);
        if (activity == null
                || isOfProposer(question, activity)
                || (activity.status() != ActivityStatus.PROPOSED && activity.status() != ActivityStatus.PLANNED)) {
            return new Says(
                    messages.getMessage("activities.answer.over", null, locale),
                    messages.getMessage("activities.answer.over.text", null, locale),
                    null);
        }
        accept(question, "mail");
        return new Says(
                messages.getMessage("activities.answer.thanks", null, locale),
                said("activities.answer.planned", activity, locale),
                activity.published() ? "/activities/" + activity.code() : null);
    }

    /** Whether the date still stood and waited for an answer. */
    @Transactional
    boolean accept(Question question, String by) {
        var activity = asked(question)
                .filter(proposed -> proposed.status() == ActivityStatus.PROPOSED)
                .filter(proposed -> !isOfProposer(question, proposed))
                .orElse(null);
        if (activity == null || !activities.update(activity.with(ActivityStatus.PLANNED))) {
            return false;
        }
        audit.record(
                question.respondent(),
                "activities.date-accepted",
                new Audit.Subject("activity", activity.code()),
                Map.of("when", activity.when().code(), "by", by));
        events.publishEvent(new ActivityKept(activity.code(), ActivityStatus.PLANNED.code()));
        return true;
    }

    private boolean isOfProposer(Question question, Activity activity) {
        return proposals
                .proposer(activity.code())
                .filter(Predicate.isEqual(question.respondent()))
                .isPresent();
    }

    /** The activity, while its date is the one that was asked about. */
    private Optional<Activity> asked(Question question) {
        var parts = question.subject().split("@", 2);
        return parts.length < 2
                ? Optional.empty()
                : activities
                        .find(parts[0])
                        .filter(activity -> activity.when().code().equals(parts[1]));
    }

    private String said(String key, Activity activity, Locale locale) {
        return messages.getMessage(
                key, new Object[] {activity.title().in(locale), activity.when().text(locale)}, locale);
    }
}
