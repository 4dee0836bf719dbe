package org.interurban.platform.participants;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.NamedBodies;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.MergedRows.Row;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who takes part in programmes, with their profiles. */
@Repository
public class Participants {

    /** A line as it is kept, with the label of its topic in the reader's language. */
    public record KeptLine(
            ProfileLineId id,
            ParticipantId participant,
            ProfileLine line,
            @Nullable String topicName,
            @Nullable String topicLabel) {}

    /** A participant with what it offers and seeks: what pairing needs to know. */
    public record Profile(Participant participant, List<KeptLine> lines) {

        public Profile {
            lines = List.copyOf(lines);
        }
    }

    private static final String SELECT = """
        select a.id, a.programme, a.organisation, o.code as organisation_code,
               in_language(o.name, o.name_translations, :language) as organisation_name, coalesce(g.code, '') as in_group, a.cohort,
               a.status, a.capacity_min, a.capacity_max, a.languages, a.staff_days, a.first_timer, a.setting, a.excluded_countries,
               (select jsonb_agg(jsonb_build_object('organisation', w.id, 'kind', t.kind, 'told',
                         concat_ws(', ', in_language(w.name, w.name_translations, :language), w.country)) order by t.position)
                  from participant_tie t join organisation_brief w on w.id = t.organisation
                 where t.participant = a.id) as ties, a.version
          from participant a
          join organisation_brief o on o.id = a.organisation
          left join programme_group_brief g on g.id = a.programme_group
        """;

    private static final String GROUP =
            "(select id from programme_group_brief where programme = :programme and code = :group)";

    /** The part of each body in the programme that counts: the newest that it takes, else the one that ended last. */
    static final String LAST_PART = """
        with last_part as (
          select distinct on (p.organisation) p.*
            from participant p join organisation_brief o on o.id = p.organisation
           where p.programme = :programme and o.code = any(:organisations)
           order by p.organisation, p.left_on desc nulls first, p.cohort desc)
        """;

    private static final String RETURNING = """
        update participant set left_on = null, programme_group = coalesce(%s, programme_group), status = 'participant',
               version = version + 1
         where id in (select id from last_part where left_on is not null and (:cohort = '' or cohort = :cohort))
        """;

    private static final String POSSIBLE = """
        update participant set status = 'participant', version = version + 1
         where status <> 'participant' and id in (select id from last_part where left_on is null)
        """;

    private static final String NEW = """
        , added as (
          insert into participant (id, programme, organisation, programme_group, cohort, capacity_min, capacity_max, languages, staff_days,
                 first_timer, setting, excluded_countries)
          select gen_random_uuid(), :programme, o.id, coalesce(%1$s, b.programme_group), :cohort,
                 coalesce(b.capacity_min, 0), coalesce(b.capacity_max, 1), coalesce(b.languages, '{}'), b.staff_days,
                 case when b.id is not null then false end, coalesce(b.setting, '{}'), coalesce(b.excluded_countries, '{}')
            from organisation_brief o left join last_part b on b.organisation = o.id
           where o.code = any(:organisations) and (b.id is null or b.left_on is not null)
          on conflict (programme, organisation, cohort) do update set left_on = null, status = 'participant',
                 programme_group = coalesce(%1$s, participant.programme_group), version = participant.version + 1
          returning id, organisation)
        insert into profile_line (id, participant, kind, topic, statement, statement_translations, grade, evidence, position)
        select gen_random_uuid(), n.id, l.kind, l.topic, l.statement, l.statement_translations, l.grade, l.evidence, l.position
          from added n
          join last_part b on b.organisation = n.organisation
          join profile_line l on l.participant = b.id
         where not exists (select from profile_line k where k.participant = n.id)
        """;

    private final JdbcClient sql;
    private final Programmes programmes;
    private final Directory directory;
    private final Rights rights;
    private final Clock clock;

    Participants(JdbcClient sql, Programmes programmes, Directory directory, Rights rights, Clock clock) {
        this.sql = sql;
        this.programmes = programmes;
        this.directory = directory;
        this.rights = rights;
        this.clock = clock;
    }

    /** Everyone who takes part now, by group and name, each with its profile. */
    public List<Profile> profiles(ProgrammeId programme, Locale locale) {
        var lines = sql
                .sql("""
                    select l.id, l.participant, l.kind, l.topic, l.statement, l.grade, l.evidence,
                           t.written as topic_name,
                           in_language(t.label, t.label_translations, :language) as topic_label
                      from profile_line l
                      join participant a on a.id = l.participant
                      left join topic_label t on t.id = l.topic
                     where a.programme = :programme
                     order by l.position
                    """)
                .param("language", locale.getLanguage())
                .param("programme", programme.value())
                .query(Participants::line)
                .list()
                .stream()
                .collect(Collectors.groupingBy(KeptLine::participant));
        return sql
                .sql(SELECT + " where a.programme = :programme and a.left_on is null and a.status = 'participant'"
                        + " order by g.position nulls last, organisation_name, a.cohort")
                .param("language", locale.getLanguage())
                .param("programme", programme.value())
                .query(Participants::participant)
                .list()
                .stream()
                .map(participant -> new Profile(participant, lines.getOrDefault(participant.id(), List.of())))
                .toList();
    }

    /** Everyone who takes part in the programmes that the current person works on or applies for them, by the programmes' codes. */
    Map<String, List<Participant>> workedOn(Locale locale) {
        var all = new LinkedHashMap<String, List<Participant>>();
        sql.sql(SELECT.replace("select a.id", "select p.code as in_programme, a.id")
                        + """
              join programme_brief p on p.id = a.programme
              join programme_seen_by s on s.id = p.id
             where a.left_on is null and %s
             order by p.code, organisation_name, a.cohort
            """.formatted(Seen.workedOnBy(rights.current(), "s")))
                .param("language", locale.getLanguage())
                .query((rs, row) -> all.computeIfAbsent(rs.getString("in_programme"), code -> new ArrayList<>())
                        .add(participant(rs, row)))
                .list();
        return all;
    }

    /** The part of a body in a programme: the newest that it takes, else the one that ended last. */
    Optional<Participant> find(ProgrammeId programme, String organisation, Locale locale) {
        return sql.sql(SELECT
                        + " where a.programme = :programme and o.code = :organisation"
                        + " order by a.left_on desc nulls first, a.cohort desc limit 1")
                .param("language", locale.getLanguage())
                .param("programme", programme.value())
                .param("organisation", organisation)
                .query(Participants::participant)
                .optional();
    }

    /** Those whom profiles name. */
    NamedPartners named(Locale reader) {
        return new NamedPartners(new NamedBodies(directory, reader));
    }

    List<KeptLine> linesOf(ParticipantId participant, Locale locale) {
        return sql.sql("""
            select l.id, l.participant, l.kind, l.topic, l.statement, l.grade, l.evidence,
                   t.written as topic_name,
                   in_language(t.label, t.label_translations, :language) as topic_label
              from profile_line l
              left join topic_label t on t.id = l.topic
             where l.participant = :participant
             order by l.position
            """)
                .param("language", locale.getLanguage())
                .param("participant", participant.value())
                .query(Participants::line)
                .list();
    }

    private static Participant participant(ResultSet rs, int row) throws SQLException {
        var organisation = new OrganisationId(rs.getObject("organisation", UUID.class));
        return new Participant(
                new ParticipantId(rs.getObject("id", UUID.class)),
                new ProgrammeId(rs.getObject("programme", UUID.class)),
                organisation,
                rs.getString("organisation_code"),
                rs.getString("organisation_name"),
                rs.getString("in_group"),
                rs.getString("cohort"),
                Coded.of(Standing.class, rs.getString("status")),
                rs.getInt("capacity_min"),
                rs.getInt("capacity_max"),
                Programmes.texts(rs, "languages"),
                rs.getObject("staff_days", BigDecimal.class),
                rs.getObject("first_timer", Boolean.class),
                new Preferences(
                        tied(rs, "wish"),
                        tied(rs, "excluded"),
                        Programmes.texts(rs, "excluded_countries"),
                        Programmes.texts(rs, "setting").stream()
                                .map(code -> Coded.of(Setting.class, code))
                                .toList()),
                rs.getInt("version"));
    }

    private record Tie(String organisation, String kind, String told) {}

    private static List<Preferences.Body> tied(ResultSet rs, String kind) throws SQLException {
        var ties = rs.getString("ties");
        return ties == null
                ? List.of()
                : Stream.of(JsonMapper.shared().readValue(ties, Tie[].class))
                        .filter(tie -> tie.kind().equals(kind))
                        .map(tie -> new Preferences.Body(
                                new OrganisationId(UUID.fromString(tie.organisation())), tie.told()))
                        .toList();
    }

    private static KeptLine line(ResultSet rs, int row) throws SQLException {
        return new KeptLine(
                new ProfileLineId(rs.getObject("id", UUID.class)),
                new ParticipantId(rs.getObject("participant", UUID.class)),
                ProfileLine.of(
                        Coded.of(ProfileLine.Kind.class, rs.getString("kind")),
                        Identifier.ofNullable(rs.getObject("topic", UUID.class), TopicId::new),
                        rs.getString("statement"),
                        rs.getObject("grade", Integer.class),
                        rs.getString("evidence")),
                rs.getString("topic_name"),
                rs.getString("topic_label"));
    }

    /**
     * Adds bodies; whoever takes part already stays as it is. One that had left comes back as it was: with its part, or, into another
     * cohort, with what it had said of itself.
     */
    void add(ProgrammeId programme, Collection<String> organisations, String group, String cohort) {
        programmes.alone(programme);
        for (var step : List.of(RETURNING, POSSIBLE, NEW)) {
            sql.sql(LAST_PART + step.formatted(GROUP))
                    .param("programme", programme.value())
                    .param("organisations", organisations.toArray(String[]::new))
                    .param("group", group)
                    .param("cohort", cohort)
                    .update();
        }
    }

    int leave(ProgrammeId programme, Collection<String> organisations) {
        return sql.sql("""
            update participant set left_on = :left, version = version + 1
             where programme = :programme and left_on is null
               and organisation in (select id from organisation_brief where code = any(:organisations))
            """)
                .param("left", LocalDate.now(clock))
                .param("programme", programme.value())
                .param("organisations", organisations.toArray(String[]::new))
                .update();
    }

    /** Takes a leaving back: those parts of each that ended last. */
    int returnTo(ProgrammeId programme, Collection<String> organisations) {
        return sql.sql(LAST_PART + """
            update participant a set left_on = null, version = a.version + 1
              from last_part b
             where b.left_on is not null and a.programme = b.programme and a.organisation = b.organisation
               and a.left_on = b.left_on
            """)
                .param("programme", programme.value())
                .param("organisations", organisations.toArray(String[]::new))
                .update();
    }

    int regroup(ProgrammeId programme, Collection<String> organisations, String group) {
        return sql.sql("""
            update participant set programme_group = %1$s, version = version + 1
             where programme = :programme and programme_group is distinct from %1$s and left_on is null
               and organisation in (select id from organisation_brief where code = any(:organisations))
            """.formatted(GROUP))
                .param("group", group)
                .param("programme", programme.value())
                .param("organisations", organisations.toArray(String[]::new))
                .update();
    }

    /** Lets one change of the profile be made after the other; what it is at now. */
    int alone(ParticipantId participant) {
        return sql.sql("select version from participant where id = ? for update")
                .param(participant)
                .query(Integer.class)
                .single();
    }

    /** The lines as they are kept, by their ids, in their order. */
    Map<ProfileLineId, ProfileLine> lines(ParticipantId participant) {
        return linesOf(participant, Locale.ENGLISH).stream()
                .collect(Collectors.toMap(KeptLine::id, KeptLine::line, (one, other) -> one, LinkedHashMap::new));
    }

    /** What is said of the participant itself; its version tells of that alone, since each line has its own. */
    void update(Participant participant) {
        var preferences = participant.preferences();
        var isTied = tie(participant.id(), ids(preferences.wishes()), ids(preferences.excluded()));
        sql.sql("""
            update participant set programme_group = %1$s, status = :standing, capacity_min = :least, capacity_max = :most,
                   languages = :languages,
                   staff_days = :staffDays, first_timer = :firstTimer, setting = :setting, excluded_countries = :countries,
                   version = version + 1
             where id = :id
               and (:tied or (programme_group, status, capacity_min, capacity_max, languages, staff_days, first_timer, setting,
                              excluded_countries) is distinct from
                   (%1$s, :standing::text, :least, :most, :languages::text[], :staffDays::numeric, :firstTimer::boolean, :setting::text[],
                    :countries::text[]))
            """.formatted(GROUP))
                .param("tied", isTied)
                .param("standing", participant.standing())
                .param(
                        "setting",
                        preferences.setting().stream().map(Setting::code).toArray(String[]::new))
                .param("programme", participant.programme())
                .param("group", participant.group())
                .param("least", participant.capacityMin())
                .param("most", participant.capacityMax())
                .param("languages", participant.languages().toArray(String[]::new))
                .param("staffDays", participant.staffDays())
                .param("firstTimer", participant.firstTimer())
                .param("countries", preferences.excludedCountries().toArray(String[]::new))
                .param("id", participant.id())
                .update();
    }

    private static List<OrganisationId> ids(List<Preferences.Body> bodies) {
        return bodies.stream().map(Preferences.Body::id).toList();
    }

    /** Keeps with whom it would like to work and with whom not; whether anything of it is new. */
    boolean tie(ParticipantId participant, List<OrganisationId> wished, List<OrganisationId> excluded) {
        var wanted = Stream.concat(wished.stream(), excluded.stream())
                .map(OrganisationId::value)
                .toArray(UUID[]::new);
        var wishes = wished.size();
        var asBefore = sql.sql("""
            select array(select organisation from participant_tie where participant = :participant order by kind desc, position)
                     = :wanted::uuid[]
               and (select count(*) from participant_tie where participant = :participant and kind = 'wish') = :wishes
            """)
                .param("participant", participant)
                .param("wanted", wanted)
                .param("wishes", wishes)
                .query(Boolean.class)
                .single();
        if (asBefore) {
            return false;
        }
        sql.sql("delete from participant_tie where participant = ?")
                .param(participant)
                .update();
        sql.sql("""
            insert into participant_tie (id, participant, organisation, kind, position)
            select gen_random_uuid(), :participant, organisation, case when place <= :wishes then 'wish' else 'excluded' end,
                   case when place <= :wishes then place else place - :wishes end
              from unnest(:wanted::uuid[]) with ordinality as w (organisation, place)
            """)
                .param("participant", participant)
                .param("wanted", wanted)
                .param("wishes", wishes)
                .update();
        return true;
    }

    /** Keeps these lines in this order and no others. */
    void keep(ParticipantId participant, List<Row<ProfileLineId, ProfileLine>> lines) {
        sql.sql("delete from profile_line where participant = ? and not (id = any(?))")
                .params(
                        participant,
                        lines.stream().map(Row::id).filter(Objects::nonNull).toArray(ProfileLineId[]::new))
                .update();
        for (var place = 0; place < lines.size(); place++) {
            keep(participant, lines.get(place).id(), lines.get(place).value(), place + 1);
        }
    }

    /** Keeps one line at its place, new where it has no identity yet; an empty wording takes that of its topic. */
    private void keep(ParticipantId participant, @Nullable ProfileLineId id, ProfileLine line, int position) {
        sql.sql("""
            insert into profile_line (id, participant, kind, topic, statement, grade, evidence, position)
            values (:id, :participant, :kind, :topic, :statement, :grade, :evidence, :position)
            on conflict (id) do update set kind = excluded.kind, topic = excluded.topic,
                   statement = excluded.statement, grade = excluded.grade, evidence = excluded.evidence,
                   position = excluded.position,
                   statement_translations = case when profile_line.statement = excluded.statement
                                                 then profile_line.statement_translations else '{}' end,
                   version = profile_line.version + 1
             where profile_line.participant = :participant
               and (profile_line.kind, profile_line.topic, profile_line.statement, profile_line.grade,
                    profile_line.evidence, profile_line.position)
                   is distinct from
                   (excluded.kind, excluded.topic, excluded.statement, excluded.grade, excluded.evidence,
                    excluded.position)
            """)
                .param("id", id == null ? ProfileLineId.next() : id)
                .param("participant", participant.value())
                .param("kind", line.kind())
                .param("topic", line.topic())
                .param("statement", line.statement())
                .param("grade", line.grade())
                .param("evidence", line.evidence())
                .param("position", position)
                .update();
    }
}
