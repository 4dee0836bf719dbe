package org.interurban.platform.lines;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.GroupColour;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of a programme itself. */
@Repository
class ProgrammePortraits {

    record Programme(
            ProgrammeId id,
            String code,
            String name,
            @Nullable String abbreviation,
            String kind,
            @Nullable String description,
            List<String> scope,
            List<String> forms,
            List<String> themes,
            Map<String, List<String>> bodies,
            PartialPeriod from,
            PartialPeriod to,
            @Nullable String note,
            @Nullable String parent,
            @Nullable String parentName,
            boolean published) {

        public String shortName() {
            return abbreviation == null ? name : abbreviation;
        }
    }

    record Participant(
            String code,
            String name,
            @Nullable String local,
            @Nullable String localLanguage,
            boolean possible,
            List<String> lines) {}

    /** @param code and name, null of those that take part in no group */
    record Group(
            @Nullable String code,
            @Nullable String name,
            @Nullable GroupColour colour,
            List<Participant> cities) {}

    /** @param document the first on which it rests */
    record Figure(
            String measure,
            BigDecimal low,
            @Nullable BigDecimal high,
            String qualifier,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            Precision precision,
            @Nullable String document,
            @Nullable String title) {

        public PartialPeriod when() {
            return new PartialPeriod(fromOn, toOn, precision);
        }

        public boolean exact() {
            return qualifier.equals("exact") || qualifier.equals("range");
        }

        public String number() {
            var from = low.stripTrailingZeros().toPlainString();
            return high == null ? from : from + "–" + high.stripTrailingZeros().toPlainString();
        }
    }

    private final JdbcClient sql;

    ProgrammePortraits(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Programme> find(String code, View view) {
        return sql.sql("""
            select p.id, p.code, in_language(p.name, p.name_translations, :language) as name, p.abbreviation, p.kind,
                   in_language(p.description, p.description_translations, :language) as description, p.scope, p.forms,
                   array(select label
                           from (select distinct on (lower(label)) in_language(label, label_translations, :language) as label
                                   from programme_theme_shown where programme = p.id
                                  order by lower(label), position) theme) as themes,
                   array(select role from programme_body_brief where programme = p.id order by position, name) as roles,
                   array(select name from programme_body_brief where programme = p.id order by position, name) as bodies,
                   p.from_on, p.from_precision, p.to_on, p.to_precision, p.note, p.published,
                   r.code as parent, in_language(r.name, r.name_translations, :language) as parent_name
              from programme_portrait p
              join programme_seen_by s on s.id = p.id
              left join (programme_brief r join programme_seen_by t on t.id = r.id and %s) on r.id = p.parent
             where p.code = :code and %s
            """.formatted(view.sees("t"), view.sees("s")))
                .param("language", view.language())
                .param("code", code)
                .query((rs, row) -> new Programme(
                        new ProgrammeId(rs.getObject("id", UUID.class)),
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getString("abbreviation"),
                        rs.getString("kind"),
                        rs.getString("description"),
                        list(rs.getArray("scope")),
                        list(rs.getArray("forms")),
                        list(rs.getArray("themes")),
                        bodies(list(rs.getArray("roles")), list(rs.getArray("bodies"))),
                        end(rs, "from"),
                        end(rs, "to"),
                        rs.getString("note"),
                        rs.getString("parent"),
                        rs.getString("parent_name"),
                        rs.getBoolean("published")))
                .optional();
    }

    private static PartialPeriod end(ResultSet row, String column) throws SQLException {
        return PartialPeriod.around(
                row.getObject(column + "_on", LocalDate.class),
                Coded.of(Precision.class, row.getString(column + "_precision")));
    }

    static List<String> list(java.sql.@Nullable Array array) throws java.sql.SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** The bodies behind the programme, by their role. */
    private static Map<String, List<String>> bodies(List<String> roles, List<String> names) {
        return IntStream.range(0, roles.size()).boxed().collect(groupingBy(roles::get, mapping(names::get, toList())));
    }

    /** Who takes part, group by group; a group is there also while nobody takes part in it. */
    List<Group> groups(ProgrammeId programme, View view) {
        var groups = new LinkedHashMap<Integer, Group>();
        sql.sql("""
            select g.position, g.code as group_code, in_language(g.name, g.name_translations, :language) as group_name, g.colour,
                   o.code, in_language(o.name, o.name_translations, :language) as name, o.local_name, o.local_language,
                   bool_or(t.possible) as possible,
                   (select array_agg(coalesce(p.line, '') order by p.line)
                      from partnership_member_view m
                      join partnership_brief p on p.id = m.partnership
                      join partnership_seen_by s on s.id = p.id
                     where m.organisation = o.id and p.programme = :id and p.line is not null and %s) as lines
              from (select * from participant_brief where programme = :id and left_on is null and not applies) t
              full join (select * from programme_group_brief where programme = :id) g on g.id = t.programme_group
              left join organisation_brief o on o.id = t.organisation
             group by g.position, g.code, group_name, g.colour, o.id, o.code, o.name, o.name_translations, o.local_name, o.local_language
             order by g.position nulls last, name
            """.formatted(view.sees("s")))
                .param("language", view.language())
                .param("id", programme)
                .query(rs -> {
                    var place = rs.getInt("position");
                    if (!groups.containsKey(place)) {
                        var colour = rs.getString("colour");
                        groups.put(
                                place,
                                new Group(
                                        rs.getString("group_code"),
                                        rs.getString("group_name"),
                                        colour == null ? null : Coded.of(GroupColour.class, colour),
                                        new ArrayList<>()));
                    }
                    if (rs.getString("code") != null) {
                        groups.get(place).cities().add(participant(rs));
                    }
                });
        return List.copyOf(groups.values());
    }

    private static Participant participant(ResultSet rs) throws SQLException {
        var name = rs.getString("name");
        var local = rs.getString("local_name");
        return new Participant(
                rs.getString("code"),
                name,
                name.equals(local) ? null : local,
                rs.getString("local_language"),
                rs.getBoolean("possible"),
                list(rs.getArray("lines")));
    }

    List<Figure> figures(String programme) {
        return sql.sql("""
            select f.measure, f.low, f.high, f.qualifier, f.from_on, f.to_on, f.precision, r.document, r.title
              from network_figure_brief f
              left join lateral (select document, title from reference_brief
                                  where record_kind = 'figure' and record_code = f.code order by position limit 1) r on true
             where f.programme = ? and f.chosen order by f.position
            """).param(programme).query(Figure.class).list();
    }
}
