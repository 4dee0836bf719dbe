package org.interurban.platform.activities;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a city says to a proposed date; the visit is planned once all cities that meet have agreed. */
@Service
class AnswerDate {

    sealed interface Outcome {
        /** This was the last yes that was missing. */
        record Planned(Activity activity) implements Outcome {}

        record Kept(Activity activity) implements Outcome {}

        /** Another date stands, it was called off, or it is not this person's to answer. */
        record Over() implements Outcome {}
    }

    private final Activities activities;
    private final DateAnswers answers;
    private final TellOfActivity tell;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AnswerDate(
            Activities activities,
            DateAnswers answers,
            TellOfActivity tell,
            Audit audit,
            ApplicationEventPublisher events) {
        this.activities = activities;
        this.answers = answers;
        this.tell = tell;
        this.audit = audit;
        this.events = events;
    }

    static String subject(String activity, String date) {
        return activity + "@" + date;
    }

    /** The activity, while its date is the one that was asked about. */
    Optional<Activity> asked(String subject) {
        var parts = subject.split("@", 2);
        return parts.length < 2
                ? Optional.empty()
                : activities
                        .find(parts[0])
                        .filter(activity -> activity.when().code().equals(parts[1]));
    }

    boolean mayAnswer(AccountId account, Activity activity) {
        return activity.status() == ActivityStatus.PROPOSED
                && !answers.answeredBy(account, activity, Locale.ENGLISH).isEmpty();
    }

    /** What the account's city has answered to the date; empty where it has not. */
    Optional<DateAnswer> answered(AccountId account, Activity activity) {
        return answers.answeredBy(account, activity, Locale.ENGLISH).stream()
                .flatMap(city -> Stream.ofNullable(city.answer()))
                .findFirst();
    }

    /**
     * @param subject the activity and the date that was shown; another one is not answered with it
     * @param via the mail or the page
     */
    @Transactional
    Outcome answer(String subject, AccountId by, DateAnswer answer, String words, String via) {
        activities.alone(subject.split("@", 2)[0]); // of two cities that agree at one moment the second sees the first
        var activity = asked(subject).orElse(null);
        if (activity == null) {
            return new Outcome.Over();
        }
        var cities = answers.answeredBy(by, activity, Locale.ENGLISH);
        if (activity.status() == ActivityStatus.PLANNED
                && answer == DateAnswer.YES
                && cities.stream().anyMatch(city -> city.answer() == DateAnswer.YES)) {
            return new Outcome.Planned(activity); // pressed twice
        }
        if (activity.status() != ActivityStatus.PROPOSED || cities.isEmpty()) {
            return new Outcome.Over();
        }
        answers.keep(activity, cities.stream().map(DateAnswers.Standing::city).toList(), answer, words, by);
        audit.record(
                by,
                switch (answer) {
                    case YES -> "activities.date-accepted";
                    case NO -> "activities.date-declined";
                    case ANOTHER_DAY -> "activities.date-moved-on";
                },
                new Audit.Subject("activity", activity.code()),
                Map.of("when", activity.when().code(), "by", via));
        if (answer == DateAnswer.YES
                && answers.areAgreed(activity)
                && activities.update(activity.with(new ActivityState.Planned()))) {
            var planned = activities.find(activity.code()).orElseThrow();
            events.publishEvent(new ActivityKept(activity.code(), ActivityStatus.PLANNED.code()));
            var all =
                    tell.whoIsConcerned(planned, null); // whoever gave the last yes gets the date for the calendar, too
            tell.those(all, TellOfActivity.News.PLANNED, activity, planned, words, null, by);
            return new Outcome.Planned(planned);
        }
        tell.those(
                tell.whoWorkedOn(activity, by),
                switch (answer) {
                    case YES -> TellOfActivity.News.ACCEPTED;
                    case NO -> TellOfActivity.News.DECLINED;
                    case ANOTHER_DAY -> TellOfActivity.News.ANOTHER_DAY;
                },
                activity,
                activity,
                words,
                cities.stream().map(DateAnswers.Standing::name).collect(Collectors.joining(", ")),
                by);
        return new Outcome.Kept(activity);
    }
}
