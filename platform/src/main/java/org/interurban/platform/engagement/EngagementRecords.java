package org.interurban.platform.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationLinks;
import org.interurban.platform.search.SearchSource;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.RecordKinds;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.RestsOnTopics;
import org.interurban.platform.taxonomy.TopicColumn;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What visits and requests say of themselves to those who keep files, find, cite, wait and draw. */
@Configuration
class EngagementRecords {

    private static final String SEEN =
            "select e.code, s.everyone, s.permission, s.scopes from engagement e join engagement_seen_by s on s.id ="
                    + " e.id";

    private final RecordFiles files;
    private final Directory directory;
    private final Sources sources;
    private final JdbcClient sql;
    private final Clock clock;

    EngagementRecords(RecordFiles files, Directory directory, Sources sources, JdbcClient sql, Clock clock) {
        this.files = files;
        this.directory = directory;
        this.sources = sources;
        this.sql = sql;
        this.clock = clock;
    }

    @Bean
    RecordKinds kindsOfEngagement() {
        return new RecordKinds(Set.of("engagement"), SEEN)
                .named("select code, in_language(title, title_translations, :language) as name from engagement");
    }

    @Bean
    RecordTable engagementFile() {
        return files.file("engagements", 66, "engagement", "code", """
            select e.code, e.kind, e.state, e.title, e.title_translations as title_xx, i.code as initiator,
                   a.code as addressee, partial_period(e.from_on, e.to_on, e.precision) as date, e.precision,
                   e.account, e.account_translations as account_xx, case when e.public then 'yes' end as public,
                   cited('engagement', e.code) as sources
              from engagement e
              left join organisation_brief i on i.id = e.initiator
              left join organisation_brief a on a.id = e.addressee
             order by e.code
            """)
                .code("code")
                .choice("kind", Engagement.Kind.class)
                .choice("state", Engagement.State.class)
                .text("title", "title", Engagement.TITLE_LENGTH)
                .translated("title", "title")
                .oneIfAny("initiator", "initiator", "organisation", directory::idOf)
                .oneIfAny("addressee", "addressee", "organisation", directory::idOf)
                .date("date", "precision")
                .textIfAny("account")
                .translated("account", "account")
                .takes("public", "public", row -> row.text("public").equals("yes"))
                .then("date", this::heldByNow)
                .then("sources", row -> sources.cite(row, "engagement", row.text("code")));
    }

    private void heldByNow(Row row) {
        var state = Coded.of(Engagement.State.class, row.text("state"));
        if (Engagement.refusal(state, row.period("date", "", "precision"), LocalDate.now(clock))
                .isPresent()) {
            row.fault("date", "a visit that was held does not lie ahead");
        }
    }

    @Bean
    RecordTable engagementTopicFile() {
        return files.file("engagement_topics", 67, "engagement_topic", "engagement, topic", """
            select e.code as engagement, t.written as topic
              from engagement_topic x
              join engagement e on e.id = x.engagement
              join topic_label t on t.id = x.topic
             order by 1, 2
            """)
                .one("engagement", "engagement", "engagement", this::idOf)
                .one("topic", "topic", "topic", this::topicOf);
    }

    @Bean
    RecordTable engagementStepFile() {
        return files.file("engagement_steps", 68, "engagement_step", "engagement, position", """
            select e.code as engagement, s.position as seq, s.kind, o.code as organisation, s.statement,
                   s.statement_translations as statement_xx, s.due_on as due, s.done_on as done
              from engagement_step s
              join engagement e on e.id = s.engagement
              left join organisation_brief o on o.id = s.organisation
             order by e.code, s.position
            """)
                .one("engagement", "engagement", "engagement", this::idOf)
                .needs("seq", "position", row -> row.integer("seq"))
                .needs("kind", "kind", row -> row.oneOf("kind", List.of("offer", "follow-up")))
                .oneIfAny("organisation", "organisation", "organisation", directory::idOf)
                .text("statement", "statement", Step.STATEMENT_LENGTH)
                .translated("statement", "statement")
                .takes("due", "due_on", row -> row.period("due", "", "").to())
                .takes("done", "done_on", row -> row.period("done", "", "").to());
    }

    private Optional<UUID> idOf(String code) {
        return sql.sql("select id from engagement where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }

    private Optional<UUID> topicOf(String written) {
        return sql.sql("select id from topic_label where written = ?")
                .param(written)
                .query(UUID.class)
                .optional();
    }

    /** On the page of a body: how often it was visited, asked or asking, as far as the reader sees it. */
    @Bean
    OrganisationLinks engagementsOfBodies(Engagements engagements, MessageSource messages) {
        return (organisation, locale) -> {
            var seen = engagements.count(organisation);
            return seen == 0
                    ? List.of()
                    : List.of(new OrganisationLinks.Mention(
                            messages.getMessage("engagement.mention", new Object[] {seen}, locale),
                            "/engagements?member=" + engagements.codeOf(organisation)));
        };
    }

    /** Each waits for whoever may do it: for those who are asked, for those who take part, for whose turn it is. */
    @Bean
    WaitingTasks engagementTasks() {
        return person -> person.assignments().isEmpty()
                ? Optional.empty()
                : Optional.of(new WaitingTasks.Part(
                        """
                        with asked as (
                          select e.*, 'ENGAGEMENT_ANSWER' as permission,
                                 array(select 'city:' || a.city
                                         from (select e.addressee as city where e.addressee is not null
                                               union all
                                               select organisation from member_brief where e.addressee is null) a
                                        where a.city <> e.initiator) as scopes
                            from engagement e where e.state = 'open' and (e.to_on is null or e.to_on >= :today)
                        ), past as (
                          select e.*, 'ENGAGEMENT_EDIT' as permission,
                                 array_remove(array['city:' || e.initiator, 'city:' || e.addressee], null) as scopes
                            from engagement e where e.state in ('open', 'planned') and e.to_on < :today
                        ), todo as (
                          select e.code, e.title, e.title_translations, t.statement, t.statement_translations, t.due_on,
                                 'ENGAGEMENT_ANSWER' as permission, array_remove(array['city:' || t.organisation], null) as scopes
                            from engagement_step t join engagement e on e.id = t.engagement
                           where t.kind = 'follow-up' and t.done_on is null
                        )
                        select 'engagement.task.asked' as words, '/engagements/' || code as link,
                               in_language(title, title_translations, :language) as title, null as detail, null::date as due,
                               1 as count
                          from asked where %s
                        union all
                        select 'engagement.task.past', '/engagements/' || code || '/edit',
                               in_language(title, title_translations, :language), null, to_on, 1
                          from past where %s
                        union all
                        select 'engagement.task.step', '/engagements/' || code,
                               in_language(statement, statement_translations, :language),
                               in_language(title, title_translations, :language), due_on, 1
                          from todo where %s
                        """.formatted(
                                        Seen.workedOnBy(person, "asked"),
                                        Seen.workedOnBy(person, "past"),
                                        Seen.workedOnBy(person, "todo")),
                        Map.of()));
    }

    @Bean
    RestsOnTopics topicsOfEngagements() {
        return new TopicColumn(sql, "engagement_topic", "engagement", "engagement.on-topic");
    }

    /** As they are found: by title, what was said, and who took part. */
    @Component
    static class Search implements SearchSource {

        @Override
        public String kind() {
            return "engagement";
        }

        @Override
        public Map<String, String> touchedBy() {
            var itself = "select e.code from engagement e where e.id = (changed.keys ->> 'engagement')::uuid";
            return Map.of(
                    "engagement", "select changed.keys ->> 'code'",
                    "engagement_step", itself,
                    "engagement_topic", itself,
                    "organisation_name", """
                            select e.code from engagement e
                             where (changed.keys ->> 'organisation')::uuid in (e.initiator, e.addressee)\
                            """,
                    "member",
                            "select e.code from engagement e where e.kind = 'support-request' and e.addressee is null",
                    "taxonomy", """
                            select e.code from engagement e join engagement_topic x on x.engagement = e.id
                              join topic_label t on t.id = x.topic where t.taxonomy = changed.keys ->> 'code'\
                            """,
                    "topic", """
                            select e.code from engagement e join engagement_topic x on x.engagement = e.id
                             where x.topic = (changed.keys ->> 'id')::uuid\
                            """);
        }

        @Override
        public String sql() {
            return """
                select e.code, '/engagements/' || e.code, search_text(e.title, e.title_translations),
                       search_text(e.account, e.account_translations), array[e.code::text],
                       array(select n.name from organisation_alias n where n.organisation in (e.initiator, e.addressee))
                         || array(select t.label from engagement_topic x join topic_label t on t.id = x.topic
                                   where x.engagement = e.id)
                         || array(select statement from engagement_step t where t.engagement = e.id and t.kind = 'offer'),
                       s.everyone, s.permission, s.scopes
                  from engagement e
                  join engagement_seen_by s on s.id = e.id
                """;
        }
    }
}
