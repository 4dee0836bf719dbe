package org.interurban.platform.activities;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.delivery.AnswerKind;
import org.interurban.platform.delivery.AnswerLinks.Question;
import org.springframework.context.MessageSource;

/** One of the answers to a proposed date that a mail offers: yes, no, or another day. */
class DateQuestion implements AnswerKind {

    /** Where those who are signed in find what is not for everyone. */
    private static final String DAY = "/work";

    private final DateAnswer answer;
    private final Activities activities;
    private final AnswerDate deed;
    private final MessageSource messages;

    DateQuestion(DateAnswer answer, Activities activities, AnswerDate deed, MessageSource messages) {
        this.answer = answer;
        this.activities = activities;
        this.deed = deed;
        this.messages = messages;
    }

    /** Links of earlier mails accept under the first of these names. */
    static String purpose(DateAnswer answer) {
        return switch (answer) {
            case YES -> "activities.accept-date";
            case NO -> "activities.date-declined";
            case ANOTHER_DAY -> "activities.date-moved-on";
        };
    }

    @Override
    public String purpose() {
        return purpose(answer);
    }

    @Override
    public Optional<Right> restsOn(Question question) {
        return deed.asked(question.subject())
                .map(activity -> new Right(ActivityPermission.ACTIVITIES_EDIT, List.of(activities.scopes(activity))));
    }

    @Override
    public Optional<Asks> asks(Question question, Locale locale) {
        return deed.asked(question.subject())
                .filter(activity -> deed.mayAnswer(question.respondent(), activity))
                .map(activity -> new Asks(
                        activity.title().in(locale),
                        deed.answered(question.respondent(), activity)
                                        .map(before -> messages.getMessage(
                                                        "activities.answer.before." + before.code(), null, locale)
                                                + " ")
                                        .orElse("")
                                + said("activities.answer.text." + answer.code(), activity, locale),
                        said("activities.answer.button." + answer.code(), activity, locale),
                        messages.getMessage("activities.answer.words." + answer.code(), null, locale)));
    }

    @Override
    public Says answered(Question question, String words, Locale locale) {
        return switch (deed.answer(question.subject(), question.respondent(), answer, words, "mail")) {
            case AnswerDate.Outcome.Planned(var activity) ->
                says("activities.answer.thanks", said("activities.answer.planned", activity, locale), activity, locale);
            case AnswerDate.Outcome.Kept(var activity) ->
                says(
                        "activities.answer.thanks." + answer.code(),
                        said("activities.answer.kept." + answer.code(), activity, locale),
                        activity,
                        locale);
            case AnswerDate.Outcome.Over() ->
                new Says(
                        messages.getMessage("activities.answer.over", null, locale),
                        messages.getMessage("activities.answer.over.text", null, locale),
                        DAY);
        };
    }

    private Says says(String title, String text, Activity activity, Locale locale) {
        return new Says(
                messages.getMessage(title, null, locale),
                text,
                activity.published() && activity.status() == ActivityStatus.PLANNED
                        ? "/activities/" + activity.code()
                        : DAY);
    }

    private String said(String key, Activity activity, Locale locale) {
        return messages.getMessage(
                key, new Object[] {activity.title().in(locale), activity.when().text(locale)}, locale);
    }
}
