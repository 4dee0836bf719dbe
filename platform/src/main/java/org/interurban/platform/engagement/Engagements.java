package org.interurban.platform.engagement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.engagement.Engagement.Kind;
import org.interurban.platform.engagement.Engagement.State;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Dates;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.taxonomy.TopicId;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All visits of courtesy and requests for support, as far as the current person sees them. */
@Repository
class Engagements {

    /**
     * A line of the list.
     *
     * @param initiator code of the body that visits or asks; null for the secretariat
     * @param addressee code of the body that is visited or asked; null for the secretariat or every member
     * @param date as exactly as it is known: 2023, 2023-02 or 2023-02-14; empty where unknown
     * @param todo steps that are not done
     */
    record Line(
            String code,
            String kind,
            String state,
            String title,
            @Nullable String initiator,
            @Nullable String initiatorName,
            @Nullable String addressee,
            @Nullable String addresseeName,
            String date,
            String precision,
            List<String> topics,
            @Nullable String account,
            int offers,
            int todo,
            @JsonIgnore @Nullable String titleLanguage,
            @JsonIgnore @Nullable String accountLanguage,
            @JsonIgnore boolean initiatorCity,
            @JsonIgnore boolean addresseeCity) {

        /** How its state is marked. */
        public String mark() {
            var state = Coded.of(State.class, this.state);
            return state.isOver() ? "done" : state == State.CALLED_OFF ? "none" : "";
        }

        /** When, as exactly as it is known. */
        public String when(Locale locale) {
            return PartialPeriod.parse(date, "", date.isEmpty() ? null : Coded.of(Precision.class, precision))
                    .text(locale);
        }
    }

    /**
     * A step as it is shown.
     *
     * @param who null for the secretariat
     */
    record StepLine(
            Step.Id id,
            String kind,
            @Nullable String who,
            @Nullable OrganisationId organisation,
            String statement,
            @Nullable String language,
            @Nullable LocalDate due,
            @Nullable LocalDate done) {

        boolean isOffer() {
            return kind.equals(OFFER);
        }

        /** Whether it was to be done by now. */
        public boolean isLate(LocalDate today) {
            return done == null && due != null && due.isBefore(today);
        }

        public String dueText(Locale locale) {
            return due == null ? "" : Dates.day(due, locale);
        }

        public String doneText(Locale locale) {
            return done == null ? "" : Dates.day(done, locale);
        }
    }

    private static final String OFFER = "offer";
    private static final String FOLLOW_UP = "follow-up";

    private static final Sheet<Line> SHEET = Sheet.of("engagements", Line.class)
            .only("code kind state title initiator initiator_name addressee addressee_name date precision"
                    + " topics account offers todo");

    private static final String SELECT = """
        select e.id, e.code, e.kind, e.state, in_language(e.title, e.title_translations, :language) as title,
               language_shown(e.title_translations, :language) as title_language,
               in_language(e.account, e.account_translations, :language) as account,
               language_shown(e.account_translations, :language) as account_language,
               i.code as initiator, in_language(i.name, i.name_translations, :language) as initiator_name,
               coalesce(i.local_government, false) as initiator_city,
               a.code as addressee, in_language(a.name, a.name_translations, :language) as addressee_name,
               coalesce(a.local_government, false) as addressee_city,
               e.from_on, partial_period(e.from_on, e.to_on, e.precision) as date,
               e.precision, array(select in_language(t.label, t.label_translations, :language)
                       from engagement_topic x join topic_label t on t.id = x.topic
                      where x.engagement = e.id order by t.position, t.label) as topics,
               (select count(*) from engagement_step s where s.engagement = e.id and s.kind = 'offer')::int as offers,
               (select count(*) from engagement_step s
                 where s.engagement = e.id and s.kind = 'follow-up' and s.done_on is null)::int as todo
          from engagement e
          join engagement_seen_by v on v.id = e.id
          left join organisation_brief i on i.id = e.initiator
          left join organisation_brief a on a.id = e.addressee
        """;

    private final JdbcClient sql;
    private final Rights rights;
    private final Codes codes;

    Engagements(JdbcClient sql, Rights rights, Codes codes) {
        this.sql = sql;
        this.rights = rights;
        this.codes = codes;
    }

    @Bean
    Listing<Line> engagementListing(Labels labels) {
        return Listing.of(SHEET, lines().terms(), this::list)
                .at("/api/v1/engagements", "/engagements")
                .forEveryone()
                .asking(ListForm.searching("engagement.search")
                        .choice("kind", "engagement.field.kind")
                        .choice("state", "engagement.field.state")
                        .among((nothing, locale) -> Map.of(
                                "kind", labels.of("engagement.kind", Coded.codes(Kind.class), locale),
                                "state", labels.of("engagement.state", Coded.codes(Engagement.State.class), locale))));
    }

    Slice<Line> list(ListQuery query) {
        return lines().run(sql, query);
    }

    Optional<Line> line(String code, Locale locale) {
        return lines().one(sql, "e.code", code, locale);
    }

    String codeOf(OrganisationId body) {
        return sql.sql("select code from organisation_brief where id = ?")
                .param(body)
                .query(String.class)
                .single();
    }

    /** In how many of those that the reader sees the body takes part. */
    int count(OrganisationId body) {
        return sql.sql("select count(*)::int from engagement e join engagement_seen_by v on v.id = e.id"
                        + " where ? in (e.initiator, e.addressee) and " + Seen.by(rights.current(), "v"))
                .param(body)
                .query(Integer.class)
                .single();
    }

    private ListSql<Line> lines() {
        return ListSql.of(SELECT, Line.class)
                .visibleTo(rights, "v")
                .search("concat_ws(' ', e.code, e.title, e.title_translations::text, e.account, i.name, a.name)")
                .filter("kind", "e.kind = :kind")
                .filter("state", "e.state = :state")
                .filter("member", "(i.code = :member or a.code = :member)")
                .filter("country", "(i.country = upper(:country) or a.country = upper(:country))")
                .filter(
                        "year",
                        "extract(year from e.from_on)::text <= :year and extract(year from e.to_on)::text >= :year")
                .sort("date", "from_on")
                .sort("title", "lower(title)")
                .sort("kind", "kind")
                .sort("state", "state")
                .usually("from_on desc nulls first, code desc");
    }

    private record Stored(
            Engagement.Id id,
            String code,
            Kind kind,
            State state,
            LocalizedText title,
            @Nullable LocalizedText account,
            @Nullable OrganisationId initiator,
            @Nullable OrganisationId addressee,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            Precision precision,
            List<UUID> topics,
            boolean open,
            int version) {

        Engagement engagement() {
            return new Engagement(
                    id,
                    code,
                    kind,
                    state,
                    title,
                    account,
                    initiator,
                    addressee,
                    new PartialPeriod(fromOn, toOn, precision),
                    topics.stream().map(TopicId::new).toList(),
                    open,
                    version);
        }
    }

    private static final String WHOLE = """
        select e.id, e.code, e.kind, e.state, localized(e.title, e.title_translations) as title,
               localized(e.account, e.account_translations) as account, e.initiator, e.addressee,
               e.from_on, e.to_on, e.precision, e.public as open, e.version,
               array(select x.topic from engagement_topic x join topic_label t on t.id = x.topic
                      where x.engagement = e.id order by t.position, t.label) as topics
          from engagement e join engagement_seen_by v on v.id = e.id
         where
        """;

    /** To be changed; empty where the current person does not see it. */
    Optional<Engagement> find(String code) {
        return sql.sql(WHOLE + "e.code = ? and " + Seen.by(rights.current(), "v"))
                .param(code)
                .query(Stored.class)
                .optional()
                .map(Stored::engagement);
    }

    /** All that the current person sees. */
    List<Engagement> seen() {
        return sql.sql(WHOLE + Seen.by(rights.current(), "v")).query(Stored.class).list().stream()
                .map(Stored::engagement)
                .toList();
    }

    /** The cities that it concerns. */
    Scope[] scopes(Engagement engagement) {
        return scopes(engagement, null);
    }

    /** The cities that it concerns, with another whose turn it is. */
    Scope[] scopes(Engagement engagement, @Nullable OrganisationId turn) {
        return Stream.of(engagement.initiator(), engagement.addressee(), turn)
                .filter(Objects::nonNull)
                .map(Scope::city)
                .toArray(Scope[]::new);
    }

    /** The cities that are asked for support: one, or those of all members but the one that asks. */
    Scope[] asked(Engagement engagement) {
        if (engagement.addressee() != null) {
            return new Scope[] {Scope.city(engagement.addressee())};
        }
        return sql
                .sql("select organisation from member_brief where organisation is distinct from ?")
                .param(engagement.initiator())
                .query(UUID.class)
                .list()
                .stream()
                .map(OrganisationId::new)
                .map(Scope::city)
                .toArray(Scope[]::new);
    }

    List<StepLine> steps(Engagement engagement, Locale locale) {
        return sql.sql("""
            select s.id, s.kind, in_language(o.name, o.name_translations, :language) as who, s.organisation,
                   in_language(s.statement, s.statement_translations, :language) as statement,
                   language_shown(s.statement_translations, :language) as language, s.due_on as due, s.done_on as done
              from engagement_step s left join organisation_brief o on o.id = s.organisation
             where s.engagement = :engagement
             order by s.position
            """)
                .param("language", locale.getLanguage())
                .param("engagement", engagement.id())
                .query(StepLine.class)
                .list();
    }

    String nextCode() {
        return codes.numbered("engagement", "EN", 3);
    }

    void insert(Engagement engagement) {
        write("""
            insert into engagement (id, code, kind, state, title, title_translations, account, account_translations, initiator,
                   addressee, from_on, to_on, precision, public)
            values (:id, :code, :kind, :state, original_of(:title), translations_of(:title), original_of(:account),
                   translations_of(:account), :initiator, :addressee, :from, :to, :precision, :open)
            """, engagement);
        keepTopics(engagement);
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(Engagement engagement) {
        var changed = write("""
            update engagement set kind = :kind, state = :state, title = original_of(:title),
                   title_translations = translations_of(:title), account = original_of(:account),
                   account_translations = translations_of(:account), initiator = :initiator, addressee = :addressee,
                   from_on = :from, to_on = :to, precision = :precision, public = :open, version = version + 1
             where id = :id and code = :code and version = :version
            """, engagement) == 1;
        if (changed) {
            keepTopics(engagement);
        }
        return changed;
    }

    private int write(String statement, Engagement engagement) {
        return sql.sql(statement)
                .param("id", engagement.id())
                .param("code", engagement.code())
                .param("kind", engagement.kind())
                .param("state", engagement.state())
                .param("title", engagement.title())
                .param("account", engagement.account())
                .param("initiator", engagement.initiator())
                .param("addressee", engagement.addressee())
                .param("from", engagement.when().from())
                .param("to", engagement.when().to())
                .param("precision", engagement.when().precision())
                .param("open", engagement.open())
                .param("version", engagement.version())
                .update();
    }

    private void keepTopics(Engagement engagement) {
        var topics = engagement.topics().toArray(TopicId[]::new);
        sql.sql("delete from engagement_topic where engagement = ? and not (topic = any(?))")
                .params(engagement.id(), topics)
                .update();
        sql.sql("insert into engagement_topic (engagement, topic) select ?, unnest(?::uuid[]) on conflict do nothing")
                .params(engagement.id(), topics)
                .update();
    }

    void removeSteps(Engagement engagement) {
        sql.sql("delete from engagement_step where engagement = ?")
                .param(engagement.id())
                .update();
    }

    /** Whether it was there. */
    boolean remove(Engagement engagement) {
        return sql.sql("delete from engagement where id = ?")
                        .param(engagement.id())
                        .update()
                == 1;
    }

    /** As it stands, for one change at a time; empty where it was removed. */
    Optional<Engagement> locked(Engagement engagement) {
        return sql.sql("select id from engagement where id = ? for update")
                .param(engagement.id())
                .query(UUID.class)
                .optional()
                .flatMap(id -> find(engagement.code()));
    }

    /** An open request has its answer now. */
    void answered(Engagement engagement) {
        sql.sql("update engagement set state = 'answered', version = version + 1 where id = ? and state = 'open'")
                .param(engagement.id())
                .update();
    }

    /** After those that are there; the engagement is {@link #locked}, so that two at once get two places. */
    void add(Engagement engagement, Step step) {
        var insert = sql.sql("""
            insert into engagement_step (id, engagement, kind, organisation, statement, statement_translations, due_on, position)
            values (:id, :engagement, :kind, :organisation, original_of(:statement), translations_of(:statement), :due,
                   (select coalesce(max(position), 0) + 1 from engagement_step where engagement = :engagement))
            """)
                .param("id", step.id())
                .param("engagement", engagement.id())
                .param("statement", step.statement());
        switch (step) {
            case Step.Offer offer ->
                insert.param("kind", OFFER)
                        .param("organisation", offer.by())
                        .param("due", null)
                        .update();
            case Step.FollowUp next ->
                insert.param("kind", FOLLOW_UP)
                        .param("organisation", next.turn())
                        .param("due", next.due())
                        .update();
        }
    }

    /** What is to be done and is not done yet. */
    Optional<Step.FollowUp> toDo(Engagement engagement, Step.Id step) {
        return sql.sql("""
            select id, organisation as turn, localized(statement, statement_translations) as statement, due_on as due
              from engagement_step where id = ? and engagement = ? and kind = 'follow-up' and done_on is null
            """)
                .params(step, engagement.id())
                .query(Step.FollowUp.class)
                .optional();
    }

    /** Whether there is such a step that was not done yet. */
    boolean done(Engagement engagement, Step.Id step, LocalDate on) {
        return sql.sql("update engagement_step set done_on = ? where id = ? and engagement = ? and kind = 'follow-up'"
                                + " and done_on is null")
                        .params(on, step, engagement.id())
                        .update()
                == 1;
    }

    boolean remove(Engagement engagement, Step.Id step) {
        return sql.sql("delete from engagement_step where id = ? and engagement = ?")
                        .params(step, engagement.id())
                        .update()
                == 1;
    }

    /** The topic of that name in the reader's language or any other, or as files write it, where the current person sees it. */
    Optional<TopicId> topic(String name) {
        return sql.sql("""
            select t.id from topic_label t join topic_seen_by s on s.id = t.id
             where (t.written = :name or lower(t.label) = lower(:name)
                    or exists (select from jsonb_path_query(t.label_translations, '$.*.text') words
                                where lower(words #>> '{}') = lower(:name)))
               and %s
             order by t.position limit 1
            """.formatted(Seen.by(rights.current(), "s")))
                .param("name", name)
                .query(UUID.class)
                .optional()
                .map(TopicId::new);
    }

    Map<TopicId, String> topicLabels(Locale locale) {
        var labels = new HashMap<TopicId, String>();
        sql.sql("select id, in_language(label, label_translations, :language) as label from topic_label")
                .param("language", locale.getLanguage())
                .query(rs -> {
                    labels.put(new TopicId(rs.getObject("id", UUID.class)), rs.getString("label"));
                });
        return labels;
    }

    /** Topics by which others are described already, to choose from. */
    List<String> topicsToChoose(Locale locale) {
        return sql.sql("""
            select distinct in_language(t.label, t.label_translations, :language)
              from topic_label t join topic_seen_by s on s.id = t.id
             where %s
             order by 1
            """.formatted(Seen.by(rights.current(), "s")))
                .param("language", locale.getLanguage())
                .query(String.class)
                .list();
    }
}
