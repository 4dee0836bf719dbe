package org.interurban.platform.activities;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.interurban.platform.accounts.RoleHolders;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.AnswerLinks;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.partnerships.TellPartners;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people of the cities that meet whether a proposed date suits them; they answer from the mail. */
@Service
class AskForDate {

    /** What people were told who were asked for a date. */
    static final String ASKED = "activities.told.asked";

    private static final Duration VALID_FOR = Duration.ofDays(30);

    private final Activities activities;
    private final ProposedDates proposals;
    private final TellPartners partners;
    private final AnswerLinks links;
    private final Notices notices;
    private final MessageSource messages;
    private final Rights rights;
    private final Audit audit;

    AskForDate(
            Activities activities,
            ProposedDates proposals,
            TellPartners partners,
            AnswerLinks links,
            Notices notices,
            MessageSource messages,
            Rights rights,
            Audit audit) {
        this.activities = activities;
        this.proposals = proposals;
        this.partners = partners;
        this.links = links;
        this.notices = notices;
        this.messages = messages;
        this.rights = rights;
        this.audit = audit;
    }

    /** Focal points of the cities that meet, without the one who asks and the one who proposed the date. */
    List<RoleHolders.Holder> whoCanBeAsked(Activity activity) {
        var proposer = proposals.proposer(activity.code());
        return partners.focalPoints(activities.citiesThatMeet(activity)).stream()
                .filter(holder -> proposer.filter(holder.account()::equals).isEmpty())
                .toList();
    }

    /** How many were asked; none where the activity is no longer a proposal with a date. */
    @Transactional
    int ask(Activity activity, Collection<AccountId> accounts) {
        return ask(activity, accounts, "");
    }

    /** Asks those who were asked for an earlier date. */
    @Transactional
    void again(Activity activity, String words) {
        ask(
                activity,
                notices.of(TellOfActivity.about(activity)).stream()
                        .filter(told -> told.words().equals(ASKED))
                        .map(Notices.Told::account)
                        .collect(Collectors.toSet()),
                words);
    }

    private int ask(Activity activity, Collection<AccountId> accounts, String words) {
        rights.require(ActivityPermission.ACTIVITIES_EDIT, activities.scopes(activity));
        if (activity.status() != ActivityStatus.PROPOSED || !activity.when().isKnown()) {
            return 0;
        }
        var asked = whoCanBeAsked(activity).stream()
                .filter(holder -> accounts.contains(holder.account()))
                .toList();
        asked.forEach(holder ->
                notices.tell(TellOfActivity.about(activity), ASKED, holder.account(), letter(activity, holder, words)));
        if (!asked.isEmpty()) {
            audit.record(
                    "activities.date-asked",
                    new Audit.Subject("activity", activity.code()),
                    Map.of(
                            "when",
                            activity.when().code(),
                            "accounts",
                            asked.stream()
                                    .map(holder -> holder.account().toString())
                                    .collect(Collectors.joining(", "))));
        }
        return asked.size();
    }

    private Mail.Message letter(Activity activity, RoleHolders.Holder holder, String words) {
        var locale = holder.language();
        var lines = new ArrayList<String>();
        lines.add(messages.getMessage("activities.letter.greeting", new Object[] {holder.name()}, locale));
        lines.add(said("activities.mail.body", locale, activity));
        if (!words.isBlank()) {
            lines.add(messages.getMessage("activities.letter.reason", new Object[] {words.strip()}, locale));
        }
        for (var answer : DateAnswer.values()) {
            lines.add(messages.getMessage("activities.mail.link." + answer.code(), null, locale) + "\n"
                    + links.link(question(answer, activity, holder.account()), VALID_FOR, locale));
        }
        return new Mail.Message(
                holder.email(),
                said("activities.mail.subject", locale, activity),
                String.join("\n\n", lines) + "\n",
                true);
    }

    private String said(String key, Locale language, Activity activity) {
        return messages.getMessage(
                key,
                new Object[] {activity.title().in(language), activity.when().text(language)},
                language);
    }

    /** The question names the date, so that a link for another date no longer asks anything. */
    private static AnswerLinks.Question question(DateAnswer answer, Activity activity, AccountId account) {
        return new AnswerLinks.Question(
                DateQuestion.purpose(answer),
                AnswerDate.subject(activity.code(), activity.when().code()),
                account);
    }
}
