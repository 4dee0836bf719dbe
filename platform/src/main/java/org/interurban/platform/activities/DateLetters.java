package org.interurban.platform.activities;

import java.time.Duration;
import java.util.ArrayList;
import org.interurban.platform.accounts.RoleHolders;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.delivery.AnswerLinks;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.Notices;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The letters that ask whether a date suits, with a link for each answer. */
@Component
record DateLetters(AnswerLinks links, Notices notices, DateEntries calendars, MessageSource messages) {

    private static final Duration VALID_FOR = Duration.ofDays(30);

    /**
     * @param before as it was planned, where it moves; else the same
     * @param words why, empty where nobody said
     */
    Mail.Message asking(Activity before, Activity activity, RoleHolders.Holder holder, String words, String by) {
        var locale = holder.language();
        var moved = before.status() == ActivityStatus.PLANNED;
        var said = new Object[] {
            activity.title().in(locale),
            activity.when().text(locale),
            before.when().text(locale),
            by
        };
        var lines = new ArrayList<String>();
        lines.add(messages.getMessage("activities.letter.greeting", new Object[] {holder.name()}, locale));
        lines.add(messages.getMessage(moved ? "activities.mail.moved" : "activities.mail.body", said, locale));
        if (!words.isBlank()) {
            lines.add(messages.getMessage("activities.letter.reason", new Object[] {words.strip()}, locale));
        }
        for (var answer : DateAnswer.values()) {
            lines.add(messages.getMessage("activities.mail.link." + answer.code(), null, locale) + "\n"
                    + links.link(question(answer, activity, holder.account()), VALID_FOR, locale));
        }
        return new Mail.Message(
                holder.email(),
                messages.getMessage(moved ? "activities.mail.moved.subject" : "activities.mail.subject", said, locale),
                notices.letter(lines, locale),
                true,
                moved ? calendars.of(Mail.Calendar.Method.PUBLISH, activity, locale) : null);
    }

    /** The question names the date, so that a link for another date no longer asks anything. */
    private static AnswerLinks.Question question(DateAnswer answer, Activity activity, AccountId account) {
        return new AnswerLinks.Question(
                DateQuestion.purpose(answer),
                AnswerDate.subject(activity.code(), activity.when().code()),
                account);
    }
}
