package org.interurban.platform.activities;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.interurban.platform.accounts.RoleHolders;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.AnswerLinks;
import org.interurban.platform.delivery.Mail;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people of the cities that meet whether a proposed date suits them; they answer from the mail. */
@Service
class AskForDate {

    private static final Duration VALID_FOR = Duration.ofDays(30);

    private final Activities activities;
    private final ProposedDates proposals;
    private final RoleHolders holders;
    private final AnswerLinks links;
    private final Mail mail;
    private final MessageSource messages;
    private final Rights rights;
    private final Audit audit;

    AskForDate(
            Activities activities,
            ProposedDates proposals,
            RoleHolders holders,
            AnswerLinks links,
            Mail mail,
            MessageSource messages,
            Rights rights,
            Audit audit) {
        this.activities = activities;
        this.proposals = proposals;
        this.holders = holders;
        this.links = links;
        this.mail = mail;
        this.messages = messages;
        this.rights = rights;
        this.audit = audit;
    }

    /** Focal points of the cities that meet, without the one who asks and the one who proposed the date. */
    List<RoleHolders.Holder> whoCanBeAsked(Activity activity) {
        var cities = java.util.Arrays.stream(activities.scopes(activity))
                .filter(scope -> scope.kind().equals(Scope.Kind.CITY))
                .distinct()
                .toArray(Scope[]::new);
        var proposer = proposals.proposer(activity.code());
        return holders.of(Role.FOCAL_POINT, cities).stream()
                .filter(holder -> proposer.filter(holder.account()::equals).isEmpty())
                .filter(holder -> !holder.account().equals(rights.current().account()))
                .toList();
    }

    /** How many were asked; none where the activity is no longer a proposal with a date. */
    @Transactional
    int ask(Activity activity, Collection<AccountId> accounts) {
        rights.require(ActivityPermission.ACTIVITIES_EDIT, activities.scopes(activity));
        if (activity.status() != ActivityStatus.PROPOSED || !activity.when().isKnown()) {
            return 0;
        }
        var asked = whoCanBeAsked(activity).stream()
                .filter(holder -> accounts.contains(holder.account()))
                .toList();
        for (var holder : asked) {
            var link = links.link(question(activity, holder.account()), VALID_FOR, holder.language());
            mail.send(new Mail.Message(
                    holder.email(),
                    said("activities.mail.subject", holder.language(), activity),
                    said("activities.mail.body", holder.language(), activity) + "\n\n" + link + "\n",
                    true));
        }
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

    private String said(String key, Locale language, Activity activity) {
        return messages.getMessage(
                key,
                new Object[] {activity.title().in(language), activity.when().text(language)},
                language);
    }

    /** The question names the date, so that a link for another date no longer asks anything. */
    static AnswerLinks.Question question(Activity activity, AccountId account) {
        return new AnswerLinks.Question(
                AcceptDate.PURPOSE, activity.code() + "@" + activity.when().code(), account);
    }
}
