package org.interurban.platform.lines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads partnerships with all that belongs to them, in one exchange with the database however many they are. Who reads stands in
 * the text of a question, so that PostgreSQL keeps one plan for the public's and need not plan again.
 */
@Component
public class PartnershipLines {

    /** Partnerships, and what concerns all of their programme: its launch, kick-off, conferences. */
    record InProgramme(List<PartnershipLine> partnerships, List<PartnershipLine.Activity> common) {}

    private static final int MOST_ON_A_MAP = 40;
    private static final RowMapper<PartnershipLine.Member> MEMBER =
            new SimplePropertyRowMapper<>(PartnershipLine.Member.class);
    private static final RowMapper<PartnershipLine.Action> ACTION =
            new SimplePropertyRowMapper<>(PartnershipLine.Action.class);

    private final NamedParameterJdbcOperations sql;
    private final MessageSource messages;

    PartnershipLines(NamedParameterJdbcOperations sql, MessageSource messages) {
        this.sql = sql;
        this.messages = messages;
    }

    InProgramme find(PartnershipId partnership, ProgrammeId programme, View view) {
        return readInProgramme("p.id = :partnership", Map.of("partnership", partnership, "programme", programme), view);
    }

    InProgramme ofProgrammeWithCommon(ProgrammeId programme, View view) {
        return readInProgramme("p.programme = :programme", Map.of("programme", programme), view);
    }

    public List<PartnershipLine> ofProgramme(ProgrammeId programme, View view) {
        return read("p.programme = :programme", Map.of("programme", programme), view);
    }

    public List<PartnershipLine> ofCity(OrganisationId organisation, View view) {
        return read(
                "p.id in (select partnership from partnership_member_view where organisation = :city)",
                Map.of("city", organisation),
                view);
    }

    /** Partnerships with a theme, for the map of the whole network: of the newest programmes, as many as a map can show. */
    public List<PartnershipLine> withThemes(View view) {
        return read("""
            p.id in (select x.id from partnership_brief x
                       join partnership_seen_by t on t.id = x.id join programme_brief y on y.id = x.programme
                      where x.theme is not null and %s order by y.from_on desc nulls last, x.code limit :most)\
            """.formatted(view.sees("t")), Map.of("most", MOST_ON_A_MAP), view);
    }

    /** The partnership with this {@code :code} as the public sees it, asked together with other things about it. */
    Supplier<InProgramme> publicly(Exchange exchange, View view) {
        var partnerships = partnerships(exchange, "p.code = :code", view);
        var common = common(exchange, "(select programme from partnership_brief where code = :code)", view);
        return () -> new InProgramme(partnerships.get(), common.get());
    }

    private List<PartnershipLine> read(String condition, Map<String, ?> which, View view) {
        var exchange = exchange(which, view);
        var partnerships = partnerships(exchange, condition, view);
        exchange.send(sql);
        return partnerships.get();
    }

    private InProgramme readInProgramme(String condition, Map<String, ?> which, View view) {
        var exchange = exchange(which, view);
        var partnerships = partnerships(exchange, condition, view);
        var common = common(exchange, ":programme", view);
        exchange.send(sql);
        return new InProgramme(partnerships.get(), common.get());
    }

    private Supplier<List<PartnershipLine.Activity>> common(Exchange exchange, String programme, View view) {
        return activities(exchange, "a.partnership is null and a.parent is null and a.programme = " + programme, view);
    }

    static Exchange exchange(Map<String, ?> which, View view) {
        var values = new HashMap<String, Object>(which);
        values.put("language", view.language());
        return new Exchange(values);
    }

    private Supplier<List<PartnershipLine>> partnerships(Exchange exchange, String condition, View view) {
        var inThese = "a.partnership in (select p.id from partnership_brief p where " + condition + ")";
        var members = members(exchange, condition);
        var activities = activities(exchange, inThese, view);
        var agreements = agreements(exchange, inThese, view);
        var actions = actions(exchange, inThese, view);
        var own = own(exchange, condition, view);
        return () -> {
            var membersOf = grouped(members.get(), PartnershipLine.Member::partnership);
            var activitiesOf = grouped(activities.get(), activity -> Objects.requireNonNull(activity.partnership()));
            var agreementsOf = grouped(agreements.get(), PartnershipLine.Agreement::partnership);
            var actionsOf = grouped(actions.get(), PartnershipLine.Action::partnership);
            return own.get().stream()
                    .map(partnership -> partnership.with(
                            membersOf.getOrDefault(partnership.id(), List.of()),
                            activitiesOf.getOrDefault(partnership.id(), List.of()),
                            agreementsOf.getOrDefault(partnership.id(), List.of()),
                            actionsOf.getOrDefault(partnership.id(), List.of())))
                    .toList();
        };
    }

    private static Supplier<List<PartnershipLine>> own(Exchange exchange, String condition, View view) {
        return exchange.ask(
                """
                select p.id, p.code, p.programme as programme_id, g.code as programme, p.published,
                       in_language(p.name, p.name_translations, :language) as name,
                       in_language(p.theme, p.theme_translations, :language) as theme,
                       p.line, p.cohort, p.form, p.coordinator, p.status
                  from partnership_brief p
                  join partnership_seen_by s on s.id = p.id
                  join programme_brief g on g.id = p.programme
                 where %s and %s
                 order by g.from_on desc nulls last, g.code, p.line nulls last, p.name\
                """.formatted(condition, view.sees("s")),
                (row, n) -> new PartnershipLine(
                        new PartnershipId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        new ProgrammeId(row.getObject("programme_id", UUID.class)),
                        row.getString("programme"),
                        row.getString("name"),
                        row.getString("theme"),
                        row.getString("line"),
                        row.getString("cohort"),
                        row.getString("form"),
                        row.getString("coordinator"),
                        row.getString("status"),
                        row.getBoolean("published"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static <T> Map<PartnershipId, List<T>> grouped(List<T> rows, Function<T, PartnershipId> partnership) {
        return rows.stream().collect(Collectors.groupingBy(partnership));
    }

    private static Supplier<List<PartnershipLine.Member>> members(Exchange exchange, String condition) {
        return exchange.ask("""
            select m.partnership, o.id, o.code, in_language(o.name, o.name_translations, :language) as name,
                   o.local_name, o.local_language, o.country, o.latitude, o.longitude, o.time_zone,
                   coalesce(m.party = 'eu', m.side = 1) as european, m.left_on
              from partnership_member_view m
              join organisation_brief o on o.id = m.organisation
              join partnership_brief p on p.id = m.partnership
             where %s
             order by m.side\
            """.formatted(condition), MEMBER);
    }

    private Supplier<List<PartnershipLine.Activity>> activities(Exchange exchange, String condition, View view) {
        return exchange.ask(
                """
                select a.partnership, a.code, k.drawn, k.visit, k.launch, k.every_line,
                       in_language(a.title, a.title_translations, :language) as title,
                       coalesce(in_language(h.name, h.name_translations, :language), a.host_name) as host,
                       in_language(v.name, v.name_translations, :language) as visitor,
                       coalesce(m.party = 'eu', m.side = 1, true) as in_europe,
                       a.from_on, a.to_on, a.precision, a.status,
                       in_language(a.description, a.description_translations, :language) as description,
                       language_shown(a.title_translations, :language) as title_language,
                       language_shown(a.description_translations, :language) as description_language,
                       (select count(*) from competing_reading q
                         where %3$s and q.record_kind = 'activity' and q.record_code = a.code) as readings
                  from activity_brief a
                  join activity_seen_by s on s.id = a.id
                  join activity_kind_brief k on k.code = a.type
                  left join organisation_brief h on h.id = a.host
                  left join organisation_brief v on v.id = a.visitor
                  left join partnership_member_view m on m.partnership = a.partnership and m.organisation = a.host
                 where %1$s and %2$s and a.status <> 'cancelled'
                 order by a.from_on nulls last, a.to_on, a.code\
                """.formatted(condition, view.sees("s"), view.worksOn("s")),
                (row, n) -> new PartnershipLine.Activity(
                        row.getObject("partnership") instanceof UUID id ? new PartnershipId(id) : null,
                        row.getString("code"),
                        Coded.of(Station.Kind.class, row.getString("drawn")),
                        row.getBoolean("launch"),
                        row.getBoolean("every_line"),
                        spoken(row, view),
                        row.getString("host"),
                        row.getBoolean("in_europe"),
                        period(row),
                        row.getString("status"),
                        row.getString("description"),
                        isSpoken(row) ? view.language() : row.getString("title_language"),
                        row.getString("description_language"),
                        Math.max(1, row.getInt("readings"))));
    }

    /** A visit is said by who visits whom; everything else keeps its title. */
    private String spoken(ResultSet row, View view) throws SQLException {
        return isSpoken(row)
                ? messages.getMessage(
                        "lines.visits", new Object[] {row.getString("visitor"), row.getString("host")}, view.locale())
                : row.getString("title");
    }

    private static boolean isSpoken(ResultSet row) throws SQLException {
        return row.getBoolean("visit") && row.getString("host") != null && row.getString("visitor") != null;
    }

    private static Supplier<List<PartnershipLine.Agreement>> agreements(
            Exchange exchange, String condition, View view) {
        return exchange.ask(
                """
                select a.partnership, a.code, a.type, in_language(a.title, a.title_translations, :language) as title,
                       (select string_agg(coalesce(in_language(o.name, o.name_translations, :language), y.name), ' – ' order by y.position)
                          from agreement_party_view y left join organisation_brief o on o.id = y.organisation
                         where y.agreement = a.id) as parties,
                       a.from_on, a.to_on, a.precision, a.status,
                       in_language(a.subject, a.subject_translations, :language) as subject,
                       language_shown(a.title_translations, :language) as title_language,
                       language_shown(a.subject_translations, :language) as subject_language,
                       not exists (select from agreement_party_view y
                                    where y.agreement = a.id and not exists (
                                      select from partnership_member_view m
                                       where m.partnership = a.partnership and m.organisation = y.organisation)) as own,
                       (select count(*) from competing_reading q
                         where %3$s and q.record_kind = 'agreement' and q.record_code = a.code) as readings
                  from agreement_brief a
                  join agreement_seen_by s on s.id = a.id
                 where %1$s and %2$s
                 order by a.from_on nulls last, a.code\
                """.formatted(condition, view.sees("s"), view.worksOn("s")),
                (row, n) -> new PartnershipLine.Agreement(
                        new PartnershipId(row.getObject("partnership", UUID.class)),
                        row.getString("code"),
                        row.getString("type"),
                        row.getString("title"),
                        Objects.requireNonNullElse(row.getString("parties"), ""),
                        period(row),
                        row.getString("status"),
                        row.getString("subject"),
                        row.getString("title_language"),
                        row.getString("subject_language"),
                        row.getBoolean("own"),
                        Math.max(1, row.getInt("readings"))));
    }

    private static Supplier<List<PartnershipLine.Action>> actions(Exchange exchange, String condition, View view) {
        return exchange.ask("""
            select a.partnership, a.code, a.kind,
                   in_language(a.statement, a.statement_translations, :language) as statement,
                   language_shown(a.statement_translations, :language) as language,
                   a.status, a.plan_name as plan
              from plan_item_brief a
              join plan_item_seen_by s on s.id = a.id
             where %s and %s
             order by a.position, a.code\
            """.formatted(condition, view.sees("s")), ACTION);
    }

    private static PartialPeriod period(ResultSet row) throws SQLException {
        return new PartialPeriod(
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                Coded.of(Precision.class, row.getString("precision")));
    }
}
