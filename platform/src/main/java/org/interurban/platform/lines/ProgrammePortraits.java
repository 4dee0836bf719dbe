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
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.FundingLine;
import org.interurban.platform.programmes.GroupColour;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.Themes;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.WebAddress;
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
            List<String> examples,
            Map<String, List<String>> bodies,
            PartialPeriod from,
            PartialPeriod to,
            @Nullable String note,
            @Nullable String parent,
            @Nullable String parentName,
            Terms terms,
            FundingLine funding,
            List<Objective> objectives,
            List<Relative> relatives,
            boolean published) {

        public List<Relative> related(String relation) {
            return relatives.stream()
                    .filter(one -> one.relation().equals(relation))
                    .toList();
        }

        public String shortName() {
            return abbreviation == null ? name : abbreviation;
        }
    }

    /**
     * @param callAt where cities apply, while {@code callOpens} and {@code callCloses} say when
     * @param contract for those who work on it, as the budget is
     */
    record Terms(
            PartialPeriod callOpens,
            PartialPeriod callCloses,
            @Nullable String callAt,
            @Nullable String contract,
            @Nullable Quantity budget,
            @Nullable String contactPost,
            @Nullable String contactMail) {

        public boolean hasCall() {
            return callOpens.isKnown() || callCloses.isKnown() || callAt != null;
        }

        public boolean isClosed(LocalDate today) {
            return callCloses.to() != null && callCloses.to().isBefore(today);
        }

        public boolean isOpen(LocalDate today) {
            return hasCall()
                    && !isClosed(today)
                    && (callOpens.from() == null || !callOpens.from().isAfter(today));
        }

        /** Key of the sentence that says when cities can apply. */
        public String callWords(LocalDate today) {
            if (isClosed(today)) {
                return "lines.call.closed";
            }
            return "lines.call."
                    + (callOpens.isKnown() && !isOpen(today)
                            ? callCloses.isKnown() ? "from-until" : "from"
                            : callCloses.isKnown() ? "until" : "open");
        }
    }

    /**
     * What a programme means to reach.
     *
     * @param code under which its passages are known
     * @param language in which the reader sees it, null where nobody said
     */
    record Objective(
            String code, String statement, @Nullable String language) {}

    /** @param relation to the programme of the page: predecessor, successor or component */
    record Relative(String relation, String code, String name) {}

    record Participant(
            OrganisationId id,
            String code,
            String name,
            @Nullable String local,
            @Nullable String localLanguage,
            @Nullable String country,
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
            @Nullable String note,
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

    /** @param prefix of the names of its columns */
    static Quantity quantity(ResultSet row, String prefix) throws SQLException {
        return new Quantity(
                row.getBigDecimal(prefix + "low"),
                row.getBigDecimal(prefix + "high"),
                Coded.of(Quantity.Qualifier.class, row.getString(prefix + "qualifier")),
                row.getString(prefix + "unit"));
    }

    private final JdbcClient sql;

    ProgrammePortraits(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Programme> find(String code, View view) {
        return sql.sql("""
            select p.id, p.code, in_language(p.name, p.name_translations, :language) as name, p.abbreviation, p.kind,
                   in_language(p.description, p.description_translations, :language) as description, p.scope, p.forms,
                   array(select in_language(label, label_translations, :language) from programme_theme_shown
                          where programme = p.id order by position) as themes,
                   array(select in_language(label, label_translations, :language) from programme_theme_shown
                          where programme = p.id and role = 'example' order by position) as examples,
                   array(select role from programme_body_brief where programme = p.id order by position, name) as roles,
                   array(select named from programme_body_brief where programme = p.id order by position, name) as bodies,
                   p.from_on, p.from_precision, p.to_on, p.to_precision, p.note, p.published,
                   p.call_opens_on, p.call_opens_precision, p.call_closes_on, p.call_closes_precision, p.call_at, p.contract_number,
                   p.budget_low, p.budget_high, p.budget_qualifier, p.budget_currency as budget_unit, p.contact_post, p.contact_mail,
                   %s,
                   array(select in_language(statement, statement_translations, :language) from programme_objective_brief
                          where programme = p.id and kind = 'objective' order by place) as objectives,
                   array(select coalesce(language_shown(statement_translations, :language), '') from programme_objective_brief
                          where programme = p.id and kind = 'objective' order by place) as objective_languages,
                   array(select p.code || '/' || position from programme_objective_brief
                          where programme = p.id and kind = 'objective' order by place) as objective_codes,
                   f.relations, f.codes, f.names,
                   r.code as parent, in_language(r.name, r.name_translations, :language) as parent_name
              from programme_portrait p
              join programme_seen_by s on s.id = p.id
              left join (programme_brief r join programme_seen_by t on t.id = r.id and %s) on r.id = p.parent
              left join lateral (
                   select array_agg(case when q.parent = p.id then 'component' when q.predecessor = p.id then 'successor'
                                         else 'predecessor' end order by q.from_on nulls last, q.code) as relations,
                          array_agg(q.code::text order by q.from_on nulls last, q.code) as codes,
                          array_agg(coalesce(q.abbreviation, in_language(q.name, q.name_translations, :language))
                                    order by q.from_on nulls last, q.code) as names
                     from programme_brief q join programme_seen_by u on u.id = q.id
                    where %s and (q.parent = p.id or q.predecessor = p.id or q.id = p.predecessor)) f on true
             where p.code = :code and %s
            """.formatted(FundingLine.COLUMNS, view.sees("t"), view.sees("u"), view.sees("s")))
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
                        Themes.grouped(list(rs.getArray("themes"))),
                        list(rs.getArray("examples")),
                        bodies(list(rs.getArray("roles")), list(rs.getArray("bodies"))),
                        end(rs, "from"),
                        end(rs, "to"),
                        rs.getString("note"),
                        rs.getString("parent"),
                        rs.getString("parent_name"),
                        terms(rs),
                        FundingLine.of(rs),
                        objectives(
                                list(rs.getArray("objective_codes")),
                                list(rs.getArray("objectives")),
                                list(rs.getArray("objective_languages"))),
                        relatives(
                                list(rs.getArray("relations")), list(rs.getArray("codes")), list(rs.getArray("names"))),
                        rs.getBoolean("published")))
                .optional();
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                end(row, "call_opens"),
                end(row, "call_closes"),
                WebAddress.of(row.getString("call_at")).map(WebAddress::value).orElse(null),
                row.getString("contract_number"),
                row.getBigDecimal("budget_low") == null ? null : quantity(row, "budget_"),
                row.getString("contact_post"),
                row.getString("contact_mail"));
    }

    private static PartialPeriod end(ResultSet row, String column) throws SQLException {
        return PartialPeriod.around(
                row.getObject(column + "_on", LocalDate.class),
                Coded.of(Precision.class, row.getString(column + "_precision")));
    }

    static List<String> list(java.sql.@Nullable Array array) throws java.sql.SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** @param languages empty where nobody said */
    private static List<Objective> objectives(List<String> codes, List<String> statements, List<String> languages) {
        return IntStream.range(0, statements.size())
                .mapToObj(i -> new Objective(
                        codes.get(i), statements.get(i), languages.get(i).isEmpty() ? null : languages.get(i)))
                .toList();
    }

    private static List<Relative> relatives(List<String> relations, List<String> codes, List<String> names) {
        return IntStream.range(0, codes.size())
                .mapToObj(i -> new Relative(relations.get(i), codes.get(i), names.get(i)))
                .toList();
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
                   o.id, o.code, in_language(o.name, o.name_translations, :language) as name, o.local_name, o.local_language,
                   in_language(c.name, c.name_translations, :language) as country, bool_or(t.possible) as possible,
                   (select array_agg(coalesce(p.line, '') order by p.line)
                      from partnership_member_view m
                      join partnership_brief p on p.id = m.partnership
                      join partnership_seen_by s on s.id = p.id
                     where m.organisation = o.id and p.programme = :id and p.line is not null and %s) as lines
              from (select * from participant_brief where programme = :id and left_on is null and not applies) t
              full join (select * from programme_group_brief where programme = :id) g on g.id = t.programme_group
              left join organisation_brief o on o.id = t.organisation
              left join country_brief c on c.code = o.country
             group by g.position, g.code, group_name, g.colour, o.id, o.code, o.name, o.name_translations, o.local_name, o.local_language,
                      c.name, c.name_translations
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
                new OrganisationId(rs.getObject("id", UUID.class)),
                rs.getString("code"),
                name,
                name.equals(local) ? null : local,
                rs.getString("local_language"),
                rs.getString("country"),
                rs.getBoolean("possible"),
                list(rs.getArray("lines")));
    }

    List<Figure> figures(String programme) {
        return sql.sql("""
            select f.measure, f.low, f.high, f.qualifier, f.from_on, f.to_on, f.precision, f.note, r.document, r.title
              from network_figure_record f
              left join lateral (select document, title from reference_brief
                                  where record_kind = 'figure' and record_code = f.code order by position limit 1) r on true
             where f.programme = ? and f.chosen order by f.position
            """).param(programme).query(Figure.class).list();
    }
}
