package org.interurban.platform.activities;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the cities that meet have said to the date that stands. */
@Repository
class DateAnswers {

    /**
     * Where one of the cities stands.
     *
     * @param proposes whether one of its people proposed the date, and so agrees to it
     * @param asked whether it has anybody who can be asked
     * @param answer null until it has answered
     */
    record Standing(
            OrganisationId city,
            String name,
            boolean proposes,
            boolean asked,
            @Nullable DateAnswer answer,
            @Nullable String words,
            @Nullable OffsetDateTime at) {

        /** The other days that it asks for, where its words say nothing else. */
        public @Nullable PartialPeriod otherDays() {
            return answer == DateAnswer.ANOTHER_DAY
                            && words != null
                            && DateReading.of(words.strip().replaceFirst("[.!]$", ""), LocaleContextHolder.getLocale())
                                    instanceof DateReading.Meant(var when)
                            && when.isKnown()
                            && when.precision() == Precision.DAY
                    ? when
                    : null;
        }

        /** A city without anybody to ask keeps nobody waiting. */
        public boolean agrees() {
            return proposes || answer == DateAnswer.YES || (!asked && answer == null);
        }
    }

    /** Those that answer for a city. */
    static final String[] ROLES = Arrays.stream(Role.values())
            .filter(ActivityPermission.ACTIVITIES_EDIT::isHeldBy)
            .map(Role::name)
            .toArray(String[]::new);

    /** Whether one of the people of the city {@code m} proposed the date, with {@code :roles}. */
    static final String PROPOSES = """
        exists (select from activity_proposer p join role_holder_view h on h.account = p.account
                 where p.activity = m.activity and h.role = any(:roles) and h.scope_kind = 'CITY'
                   and h.scope_id = m.organisation)\
        """;

    /** Whether the city {@code m} has somebody who can be asked. */
    static final String CAN_BE_ASKED = """
        exists (select from role_holder_view h
                 where h.role = 'FOCAL_POINT' and h.scope_kind = 'CITY' and h.scope_id = m.organisation)\
        """;

    private final JdbcClient sql;
    private final ProposedDates proposals;
    private final People people;
    private final Clock clock;

    DateAnswers(JdbcClient sql, ProposedDates proposals, People people, Clock clock) {
        this.sql = sql;
        this.proposals = proposals;
        this.people = people;
        this.clock = clock;
    }

    List<Standing> of(Activity activity, Locale locale) {
        return sql.sql("""
            select m.organisation as city, in_language(o.name, o.name_translations, :language) as name,
                   %s as proposes, %s as asked,
                   n.answer, n.words, n.answered_at as at
              from activity_meets m
              join organisation_brief o on o.id = m.organisation
              left join activity_answer n
                on n.activity = m.activity and n.organisation = m.organisation and n.dates = :dates
             where m.activity = :activity
             order by name
            """.formatted(PROPOSES, CAN_BE_ASKED))
                .param("language", locale.getLanguage())
                .param("roles", ROLES)
                .param("dates", activity.when().code())
                .param("activity", activity.id())
                .query(Standing.class)
                .list();
    }

    /** Somebody has said yes, and nobody who can be asked has not. */
    boolean areAgreed(Activity activity) {
        var cities = of(activity, Locale.ENGLISH);
        return cities.stream().anyMatch(city -> city.answer() == DateAnswer.YES)
                && cities.stream().allMatch(Standing::agrees);
    }

    /** Those of the cities that meet for which the person answers; nobody answers to their own proposal. */
    List<Standing> answeredBy(Person person, Activity activity, Locale locale) {
        return proposals
                        .proposer(activity.code())
                        .filter(proposer -> proposer.equals(person.account()))
                        .isPresent()
                ? List.of()
                : of(activity, locale).stream()
                        .filter(city -> speaksFor(person, city.city()))
                        .toList();
    }

    List<Standing> answeredBy(AccountId account, Activity activity, Locale locale) {
        return people.find(account)
                .map(person -> answeredBy(person, activity, locale))
                .orElse(List.of());
    }

    /** Whether the person answers for the city. */
    static boolean speaksFor(Person person, OrganisationId city) {
        return person.assignments().stream()
                .anyMatch(held -> held.scope().equals(Scope.city(city))
                        && ActivityPermission.ACTIVITIES_EDIT.isHeldBy(held.role()));
    }

    void keep(
            Activity activity, Collection<OrganisationId> cities, DateAnswer answer, String words, AccountId account) {
        for (var city : cities) {
            sql.sql("""
                insert into activity_answer (id, activity, dates, organisation, answer, words, account, answered_at)
                values (:id, :activity, :dates, :city, :answer, :words, :account, :at)
                on conflict (activity, dates, organisation) do update
                   set answer = excluded.answer, words = excluded.words, account = excluded.account,
                       answered_at = excluded.answered_at
                """)
                    .param("id", Identifier.next())
                    .param("activity", activity.id())
                    .param("dates", activity.when().code())
                    .param("city", city)
                    .param("answer", answer)
                    .param(
                            "words",
                            Optional.of(words).filter(text -> !text.isBlank()).orElse(null))
                    .param("account", account)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
