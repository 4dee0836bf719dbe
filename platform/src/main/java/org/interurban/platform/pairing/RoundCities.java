package org.interurban.platform.pairing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.pairing.Side;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.participants.ProfileLine;
import org.interurban.platform.participants.Setting;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads who takes part in a round, as the programme, the directory and the cities' answers say now. */
@Repository
class RoundCities {

    /**
     * A group of the programme with how many cities take part in it.
     *
     * @param name null of those that stand in none
     * @param counterpart the code of the group with which it is paired; its own where its cities are paired with each other
     */
    record Group(String code, @Nullable String name, String counterpart, int size) {}

    /** A pair of cities that the network's records know. */
    record KnownPair(String a, String b, String partnership, String programme, boolean here) {}

    private final JdbcClient sql;
    private final CityAnswers answers;
    private final MessageSource messages;

    RoundCities(JdbcClient sql, CityAnswers answers, MessageSource messages) {
        this.sql = sql;
        this.answers = answers;
        this.messages = messages;
    }

    /** The groups of a programme in which cities take part; those in none are the last. */
    List<Group> groups(ProgrammeId programme, Locale locale) {
        return sql.sql("""
            select coalesce(g.code, '') as code, in_language(g.name, g.name_translations, :language) as name,
                   coalesce(g.counterpart, '') as counterpart, count(distinct a.organisation)::int as size
              from participant_brief a left join programme_group_brief g on g.id = a.programme_group
             where a.programme = :programme and a.left_on is null and a.takes_part
             group by g.position, g.code, g.name, g.name_translations, g.counterpart
             order by g.position nulls last, code
            """)
                .param("language", locale.getLanguage())
                .param("programme", programme)
                .query(Group.class)
                .list();
    }

    /** @param why other-group, no-group, possible, applies or since */
    record LeftOut(String code, String name, @Nullable String group, String why) {}

    /** Who takes part in the programme, or might, and does not stand in the run; each with why. */
    List<LeftOut> leftOut(Round round, List<RoundCity> standing, Locale locale) {
        return sql.sql("""
            select o.code, in_language(o.name, o.name_translations, :language) as name,
                   in_language(g.name, g.name_translations, :language) as "group",
                   case when a.applies then 'applies' when not a.takes_part then 'possible'
                        when :pool and :sideA in ('', a.group_code) or not :pool and a.group_code in (:sideA, :sideB) then 'since'
                        when a.group_code = '' then 'no-group' else 'other-group' end as why
              from participant_brief a
              join organisation_brief o on o.id = a.organisation
              left join programme_group_brief g on g.id = a.programme_group
             where a.programme = :programme and a.left_on is null and not (o.code = any(:standing))
             order by why, name, o.code
             limit 300
            """)
                .param("language", locale.getLanguage())
                .param("programme", round.programme())
                .param("pool", round.pool())
                .param("sideA", round.sideA())
                .param("sideB", round.sideB())
                .param("standing", standing.stream().map(RoundCity::id).toArray(String[]::new))
                .query(LeftOut.class)
                .list();
    }

    /** A city of the programme whose profile says neither what it offers nor what it seeks. */
    record Silent(String code, String name, String group) {}

    /** Those that take part and have said nothing; by name. */
    List<Silent> silent(ProgrammeId programme, Locale locale) {
        return sql.sql("""
            select o.code, in_language(o.name, o.name_translations, :language) as name, a.group_code as "group"
              from participant_brief a join organisation_brief o on o.id = a.organisation
             where a.programme = :programme and a.left_on is null and a.takes_part
               and not exists (select from profile_statement s where s.programme = a.programme and s.organisation = a.organisation
                                  and s.left_on is null)
             order by name, o.code
            """)
                .param("language", locale.getLanguage())
                .param("programme", programme)
                .query(Silent.class)
                .list();
    }

    /** What the groups of the round are called, by their codes; a group that is removed since then by its code. */
    Map<String, String> groupNames(Round round, Locale locale) {
        var names = new HashMap<String, String>();
        sql.sql("select code, in_language(name, name_translations, ?) as name from programme_group_brief where"
                        + " programme = ?")
                .params(locale.getLanguage(), round.programme())
                .query(rs -> {
                    names.put(rs.getString("code"), rs.getString("name"));
                });
        for (var group : List.of(round.sideA(), round.sideB())) {
            names.putIfAbsent(group, group.isEmpty() ? messages.getMessage("pairing.everyone", null, locale) : group);
        }
        return names;
    }

    /** Side A before side B, each by name. */
    List<RoundCity> of(Round round) {
        var lines = lines(round);
        var known = known(round);
        var wishes = new HashMap<String, List<String>>();
        var declined = new HashMap<String, Set<String>>();
        answers(round, wishes, declined);
        var excluded = new HashMap<String, Set<String>>();
        ties(round, wishes, excluded);
        return sql.sql("""
            select o.id, o.code, a.group_code, o.name, localized(o.name, o.name_translations) as names, o.local_name,
                   o.local_language, o.country, c.name as country_name,
                   localized(c.name, c.name_translations) as country_names, a.capacity_min, a.capacity_max,
                   d.population, c.gdp_per_capita, a.languages,
                   coalesce(o.time_zone, g.time_zone, c.time_zone) as time_zone,
                   coalesce(o.latitude, g.latitude) as latitude, coalesce(o.longitude, g.longitude) as longitude,
                   a.first_timer, nullif(a.cohort, '') as cohort, a.excluded_countries, a.setting
              from (select distinct on (organisation) * from participant_brief
                     where programme = :programme and left_on is null and takes_part
                       and case when :pool then :sideA in ('', group_code) else group_code in (:sideA, :sideB) end
                     order by organisation, cohort desc) a
              join organisation_brief o on o.id = a.organisation
              join organisation_profile d on d.id = o.id
              left join country_brief c on c.code = o.country
              left join place_brief g on g.id = o.place
             order by not :pool and a.group_code <> :sideA, lower(o.name), o.id
            """)
                .param("programme", round.programme())
                .param("pool", round.pool())
                .param("sideA", round.sideA())
                .param("sideB", round.sideB())
                .query((rs, row) -> city(rs, round, lines, known, wishes, declined, excluded))
                .list();
    }

    private static RoundCity city(
            ResultSet rs,
            Round round,
            Map<OrganisationId, List<RoundCity.Line>> lines,
            List<KnownPair> known,
            Map<String, List<String>> wishes,
            Map<String, Set<String>> declined,
            Map<String, Set<String>> excluded)
            throws SQLException {
        var code = rs.getString("code");
        var id = new OrganisationId(rs.getObject("id", UUID.class));
        var past = new HashSet<String>();
        var paired = new HashSet<String>();
        for (var pair : known) {
            if (pair.a().equals(code) || pair.b().equals(code)) {
                var other = pair.a().equals(code) ? pair.b() : pair.a();
                past.add(other);
                if (pair.here()) {
                    paired.add(other);
                }
            }
        }
        var ruledOut = new HashSet<>(texts(rs.getArray("excluded_countries")));
        ruledOut.addAll(excluded.getOrDefault(code, Set.of()));
        var income = rs.getBigDecimal("gdp_per_capita");
        return new RoundCity(
                code,
                id,
                round.pool() ? Side.POOL : round.sideA().equals(rs.getString("group_code")) ? Side.A : Side.B,
                rs.getString("name"),
                words(rs.getString("names")),
                rs.getString("local_name"),
                rs.getString("local_language"),
                text(rs.getString("country")),
                countryNames(rs),
                rs.getInt("capacity_min"),
                rs.getInt("capacity_max"),
                rs.getObject("population", Long.class),
                income == null || income.signum() <= 0 ? null : income.doubleValue(),
                texts(rs.getArray("languages")),
                rs.getString("time_zone"),
                rs.getObject("latitude", Double.class),
                rs.getObject("longitude", Double.class),
                rs.getObject("first_timer", Boolean.class),
                lines.getOrDefault(id, List.of()),
                past,
                paired,
                wishes.getOrDefault(code, List.of()),
                declined.getOrDefault(code, Set.of()),
                rs.getString("cohort"),
                ruledOut,
                texts(rs.getArray("setting")).stream()
                        .map(one -> Coded.of(Setting.class, one))
                        .collect(Collectors.toSet()));
    }

    private static Map<String, String> countryNames(ResultSet rs) throws SQLException {
        var names = new HashMap<>(words(rs.getString("country_names")));
        if (rs.getString("country_name") != null) {
            names.put("en", rs.getString("country_name"));
        }
        return names;
    }

    /** The words of each translation, by language. */
    private static Map<String, String> words(@Nullable String localized) {
        return localized == null
                ? Map.of()
                : JsonMapper.shared().readValue(localized, LocalizedText.class).words();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    private Map<OrganisationId, List<RoundCity.Line>> lines(Round round) {
        var lines = new HashMap<OrganisationId, List<RoundCity.Line>>();
        sql.sql("""
            select organisation, kind, topic, statement, localized(statement, statement_translations) as words, grade,
                   evidence, topic_id
              from profile_statement
             where programme = ? and left_on is null
             order by organisation, cohort desc, position
            """).param(round.programme()).query(rs -> {
            lines.computeIfAbsent(new OrganisationId(rs.getObject("organisation", UUID.class)), id -> new ArrayList<>())
                    .add(new RoundCity.Line(
                            Coded.of(ProfileLine.Kind.class, rs.getString("kind")),
                            text(rs.getString("topic")),
                            rs.getString("statement"),
                            words(rs.getString("words")),
                            rs.getObject("grade", Integer.class),
                            text(rs.getString("evidence")),
                            Identifier.ofNullable(rs.getObject("topic_id", UUID.class), TopicId::new)));
        });
        return lines;
    }

    /** What a city is called that may not take part any more. */
    String name(String code, Locale locale) {
        return sql.sql("select in_language(name, name_translations, :language) from organisation_brief where code ="
                        + " :code")
                .param("language", locale.getLanguage())
                .param("code", code)
                .query(String.class)
                .optional()
                .orElse(code);
    }

    /** Partnerships between any two of the programme's participants, in this programme or another. */
    List<KnownPair> known(Round round) {
        return sql.sql("""
            select distinct o.code as a, w.code as b, p.code as partnership, g.code as programme,
                   p.programme = :programme as here
              from partnership_member_view m
              join partnership_member_view n on n.partnership = m.partnership
                                               and (n.side, n.organisation) > (m.side, m.organisation)
              join partnership_brief p on p.id = m.partnership
              join programme_brief g on g.id = p.programme
              join organisation_brief o on o.id = m.organisation
              join organisation_brief w on w.id = n.organisation
             where exists (select from participant_brief x where x.programme = :programme and x.organisation = o.id)
               and exists (select from participant_brief x where x.programme = :programme and x.organisation = w.id)
             order by partnership, a, b
            """)
                .param("programme", round.programme())
                .query(KnownPair.class)
                .list();
    }

    /** What profiles say of others that take part; a wish that was said in this round comes first. */
    private void ties(Round round, Map<String, List<String>> wishes, Map<String, Set<String>> excluded) {
        sql.sql("""
            select o.code as city, w.code as other, t.wished
              from participant_tie_brief t
              join participant_brief a on a.id = t.participant
              join organisation_brief o on o.id = a.organisation
              join organisation_brief w on w.id = t.organisation
             where a.programme = :programme and a.left_on is null
               and exists (select from participant_brief x where x.programme = a.programme and x.organisation = w.id
                              and x.left_on is null)
             order by o.code, a.cohort desc, t.position
            """).param("programme", round.programme()).query(rs -> {
            var city = rs.getString("city");
            var other = rs.getString("other");
            if (!rs.getBoolean("wished")) {
                excluded.computeIfAbsent(city, c -> new HashSet<>()).add(other);
            } else if (!wishes.computeIfAbsent(city, c -> new ArrayList<>()).contains(other)) {
                wishes.getOrDefault(city, new ArrayList<>()).add(other);
            }
        });
    }

    private void answers(Round round, Map<String, List<String>> wishes, Map<String, Set<String>> declined) {
        var given = answers.of(round.id());
        var codes = codes(given.stream()
                .flatMap(answer -> Stream.of(answer.organisation(), answer.partner()))
                .distinct()
                .toList());
        for (var answer : given) {
            var city = codes.getOrDefault(answer.organisation(), "");
            var partner = codes.getOrDefault(answer.partner(), "");
            if (answer.declines()) {
                declined.computeIfAbsent(city, c -> new HashSet<>()).add(partner);
            } else if (answer.wishes()) {
                wishes.computeIfAbsent(city, c -> new ArrayList<>()).add(partner);
            }
        }
    }

    private Map<OrganisationId, String> codes(List<OrganisationId> organisations) {
        var codes = new HashMap<OrganisationId, String>();
        if (!organisations.isEmpty()) {
            sql.sql("select id, code from organisation_brief where id = any(?)")
                    .param(organisations.toArray(OrganisationId[]::new))
                    .query(rs -> {
                        codes.put(new OrganisationId(rs.getObject("id", UUID.class)), rs.getString("code"));
                    });
        }
        return codes;
    }
}
