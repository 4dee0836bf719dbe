package org.interurban.platform.activities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.interurban.platform.accounts.RoleHolders.Holder;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.partnerships.TellPartners;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the people whom an activity concerns what became of it: once, in their language, with reason, next step and date. */
@Component
class TellOfActivity {

    /** What people are told. */
    enum News {
        PLANNED,
        MOVED,
        POSTPONED,
        CANCELLED,
        CHANGED,
        REMOVED,
        BACK,
        ACCEPTED,
        DECLINED,
        ANOTHER_DAY;

        String words() {
            return "activities.told." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final JdbcClient sql;
    private final Notices notices;
    private final DateEntries calendars;
    private final People people;
    private final TellPartners partners;
    private final PublicAddress address;
    private final MessageSource messages;

    TellOfActivity(
            JdbcClient sql,
            Notices notices,
            DateEntries calendars,
            People people,
            TellPartners partners,
            PublicAddress address,
            MessageSource messages) {
        this.sql = sql;
        this.notices = notices;
        this.calendars = calendars;
        this.people = people;
        this.partners = partners;
        this.address = address;
        this.messages = messages;
    }

    static Notices.Subject about(Activity activity) {
        return new Notices.Subject("activity", activity.code());
    }

    private static final String FOCAL_POINT_THERE = """
        h.role = 'FOCAL_POINT' and h.scope_kind = 'CITY'
          and h.scope_id in (select organisation from activity_meets where activity = :activity)\
        """;

    private static final String WORKED_ON_IT = """
        h.role = any(:roles)
          and (h.scope_kind = 'NETWORK'
               or exists (select from activity_seen_by s
                           where s.id = :activity and lower(replace(h.scope_kind, '_', '-')) || ':' || h.scope_id = any(s.scopes)))
          and exists (select from act_day d
                       where d.subject_kind = 'activity' and d.subject_key = :code and d.actor = h.account)\
        """;

    /** The focal points of the cities that meet and whoever worked on it, without the one who makes the change. */
    List<Holder> whoIsConcerned(Activity activity, @Nullable AccountId by) {
        return those("(" + FOCAL_POINT_THERE + ") or (" + WORKED_ON_IT + ")", activity, by);
    }

    /** Those who gave it a date, changed it or asked for it, as far as they still may. */
    List<Holder> whoWorkedOn(Activity activity, @Nullable AccountId by) {
        return those(WORKED_ON_IT, activity, by);
    }

    private List<Holder> those(String condition, Activity activity, @Nullable AccountId by) {
        return sql.sql("""
            select distinct h.account, h.name, h.email, h.language from role_holder_view h
             where h.account is distinct from :by::uuid and (%s)
             order by h.name, h.account
            """.formatted(condition))
                .param("by", by)
                .param("activity", activity.id())
                .param("code", activity.code())
                .param("roles", DateAnswers.ROLES)
                .query(partners::holder)
                .list();
    }

    /** Whether anybody beyond those who work on it has heard of it: it was agreed, or people were asked. */
    boolean isKnown(Activity activity) {
        return activity.status() == ActivityStatus.PLANNED
                || activity.status() == ActivityStatus.POSTPONED
                || (activity.status() == ActivityStatus.PROPOSED
                        && sql.sql("""
                            select exists (select from notice_brief
                                            where subject_kind = 'activity' and subject_key = :code and words = :asked)
                            """)
                                .param("code", activity.code())
                                .param("asked", AskForDate.ASKED)
                                .query(Boolean.class)
                                .single());
    }

    void all(News news, Activity before, Activity now, String words, @Nullable AccountId by) {
        those(whoIsConcerned(now, by), news, before, now, words, null, by);
    }

    /** @param whose the cities whose answer it is, null where it is none */
    void those(
            Collection<Holder> whom,
            News news,
            Activity before,
            Activity now,
            String words,
            @Nullable String whose,
            @Nullable AccountId by) {
        var name = by == null ? null : people.names(Set.of(by)).get(by);
        whom.forEach(holder -> notices.tell(
                about(now),
                news.words(),
                whose,
                holder.account(),
                letter(holder, news, before, now, words, name, by).by(by)));
    }

    private Mail.Message letter(
            Holder holder,
            News news,
            Activity before,
            Activity now,
            String words,
            @Nullable String by,
            @Nullable AccountId writer) {
        var locale = holder.language();
        var said = new Object[] {
            now.title().in(locale), now.when().text(locale), before.when().text(locale), by == null ? "" : by
        };
        var lines = new ArrayList<String>();
        lines.add(messages.getMessage("activities.letter.greeting", new Object[] {holder.name()}, locale));
        lines.add(messages.getMessage(news.words() + ".text", said, locale));
        if (!words.isBlank()) {
            lines.add(messages.getMessage(
                    by == null ? "activities.letter.reason" : "activities.letter.reason-of",
                    new Object[] {words.strip(), by == null ? "" : by},
                    locale));
        }
        lines.add(messages.getMessage(news.words() + ".next", said, locale));
        lines.add(address.of(news == News.REMOVED ? "/activities" : "/activities/" + now.code()));
        return new Mail.Message(
                holder.email(),
                messages.getMessage(news.words() + ".subject", said, locale),
                notices.letter(lines, writer, locale),
                false,
                calendar(news, now, locale));
    }

    private Mail.@Nullable Calendar calendar(News news, Activity now, Locale locale) {
        var method =
                switch (news) {
                    case PLANNED -> Mail.Calendar.Method.PUBLISH;
                    case MOVED, CHANGED, BACK ->
                        now.status() == ActivityStatus.PLANNED ? Mail.Calendar.Method.PUBLISH : null;
                    case POSTPONED, CANCELLED, REMOVED -> Mail.Calendar.Method.CANCEL;
                    case ACCEPTED, DECLINED, ANOTHER_DAY -> null;
                };
        return method == null ? null : calendars.of(method, now, locale);
    }
}
