package org.interurban.platform.activities;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.interurban.platform.accounts.RoleHolders;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.partnerships.TellPartners;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people of the cities that meet whether a proposed date suits them; they answer from the mail. */
@Service
class AskForDate {

    /** What people were told who were asked for a date. */
    static final String ASKED = "activities.told.asked";

    private final Activities activities;
    private final DateAnswers answers;
    private final TellPartners partners;
    private final Notices notices;
    private final DateLetters letters;
    private final Rights rights;
    private final Audit audit;

    AskForDate(
            Activities activities,
            DateAnswers answers,
            TellPartners partners,
            Notices notices,
            DateLetters letters,
            Rights rights,
            Audit audit) {
        this.activities = activities;
        this.answers = answers;
        this.partners = partners;
        this.notices = notices;
        this.letters = letters;
        this.rights = rights;
        this.audit = audit;
    }

    /** Focal points of the cities that meet, without the one who asks and those of the city that proposed the date. */
    List<RoleHolders.Holder> whoCanBeAsked(Activity activity) {
        return partners.focalPoints(answers.of(activity, Locale.ENGLISH).stream()
                .filter(city -> !city.proposes())
                .map(DateAnswers.Standing::city)
                .toList());
    }

    /** Focal points of those of the cities that meet for which the person does not speak, without the one who asks. */
    List<RoleHolders.Holder> othersThan(Person person, Activity activity) {
        return partners.focalPoints(activities.citiesThatMeet(activity).stream()
                .filter(city -> !DateAnswers.speaksFor(person, city))
                .toList());
    }

    /** How many were asked; none where the activity is no longer a proposal with a date. */
    @Transactional
    int ask(Activity activity, Collection<AccountId> accounts) {
        return ask(activity, activity, accounts, "");
    }

    /** Asks those who were asked for an earlier date, and where all had agreed to that one everybody who has a say. */
    @Transactional
    void again(Activity before, Activity activity, String words) {
        ask(
                before,
                activity,
                before.status() == ActivityStatus.PLANNED
                        ? whoCanBeAsked(activity).stream()
                                .map(RoleHolders.Holder::account)
                                .toList()
                        : notices.of(TellOfActivity.about(activity)).stream()
                                .filter(told -> told.words().equals(ASKED))
                                .map(Notices.Told::account)
                                .collect(Collectors.toSet()),
                words);
    }

    private int ask(Activity before, Activity activity, Collection<AccountId> accounts, String words) {
        rights.require(ActivityPermission.ACTIVITIES_EDIT, activities.scopes(activity));
        if (activity.status() != ActivityStatus.PROPOSED || !activity.when().isKnown()) {
            return 0;
        }
        var asked = whoCanBeAsked(activity).stream()
                .filter(holder -> accounts.contains(holder.account()))
                .toList();
        asked.forEach(holder -> notices.tell(
                TellOfActivity.about(activity),
                ASKED,
                holder.account(),
                letters.asking(before, activity, holder, words, rights.current().name())));
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
}
