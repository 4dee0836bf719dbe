package org.interurban.platform.lines;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.portraits.StationSource;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.Told;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.ProgrammeId;
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
    record InProgramme(List<PartnershipLine> partnerships, List<Step> common) {}

    private static final int MOST_ON_A_MAP = 40;
    private static final RowMapper<PartnershipLine.Member> MEMBER =
            new SimplePropertyRowMapper<>(PartnershipLine.Member.class);

    private final NamedParameterJdbcOperations sql;
    private final List<StationSource> sources;

    PartnershipLines(NamedParameterJdbcOperations sql, List<StationSource> sources) {
        this.sql = sql;
        this.sources = sources.stream()
                .sorted(Comparator.comparing(StationSource::place))
                .toList();
    }

    InProgramme find(PartnershipId partnership, ProgrammeId programme, View view) {
        return readInProgramme(
                "p.id = :partnership", Map.of("partnership", partnership, "programme", programme), view, sources);
    }

    InProgramme ofProgrammeWithCommon(ProgrammeId programme, View view) {
        return readInProgramme("p.programme = :programme", Map.of("programme", programme), view, ofMany());
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
        var partnerships = partnerships(exchange, "p.code = :code", view, sources);
        var common = common(exchange, "(select programme from partnership_brief where code = :code)", view);
        return () -> new InProgramme(partnerships.get(), common.get());
    }

    /** The partnership as the public sees it. */
    InProgramme publicly(String code, Locale locale) {
        var view = View.ofThePublic(locale);
        var exchange = exchange(Map.of("code", code), view);
        var read = publicly(exchange, view);
        exchange.send(sql);
        return read.get();
    }

    /** All that the reader sees. */
    List<PartnershipLine> all(View view) {
        return read("true", Map.of(), view);
    }

    private List<PartnershipLine> read(String condition, Map<String, ?> which, View view) {
        var exchange = exchange(which, view);
        var partnerships = partnerships(exchange, condition, view, ofMany());
        exchange.send(sql);
        return partnerships.get();
    }

    private InProgramme readInProgramme(
            String condition, Map<String, ?> which, View view, List<StationSource> telling) {
        var exchange = exchange(which, view);
        var partnerships = partnerships(exchange, condition, view, telling);
        var common = common(exchange, ":programme", view);
        exchange.send(sql);
        return new InProgramme(partnerships.get(), common.get());
    }

    /** What concerns the whole programme, as every module tells it. */
    private Supplier<List<Step>> common(Exchange exchange, String programme, View view) {
        var told = sources.stream()
                .map(source -> source.ofProgramme(exchange, programme, view))
                .toList();
        return () -> told.stream().<Step>flatMap(steps -> steps.get().stream()).toList();
    }

    static Exchange exchange(Map<String, ?> which, View view) {
        var values = new HashMap<String, Object>(which);
        values.put("language", view.language());
        return new Exchange(values);
    }

    /** What stands on lines beside each other. */
    private List<StationSource> ofMany() {
        return sources.stream().filter(source -> !source.onOwnPageOnly()).toList();
    }

    private Supplier<List<PartnershipLine>> partnerships(
            Exchange exchange, String condition, View view, List<StationSource> telling) {
        var these = "select p.id from partnership_brief p where " + condition;
        var members = members(exchange, condition);
        var told = telling.stream()
                .map(source -> source.ofPartnerships(exchange, these, view))
                .toList();
        var own = own(exchange, condition, view);
        return () -> {
            var membersOf = members.get().stream().collect(groupingBy(PartnershipLine.Member::partnership));
            var toldOf = told.stream().flatMap(module -> module.get().stream()).collect(groupingBy(Told::partnership));
            return own.get().stream()
                    .map(partnership -> partnership.with(
                            membersOf.getOrDefault(partnership.id(), List.of()),
                            toldOf.getOrDefault(partnership.id(), List.of())))
                    .toList();
        };
    }

    private static Supplier<List<PartnershipLine>> own(Exchange exchange, String condition, View view) {
        return exchange.ask(
                """
                select p.id, p.code, p.programme as programme_id, g.code as programme, p.published,
                       coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)) as programme_name,
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
                        row.getString("programme_name")));
    }

    private static Supplier<List<PartnershipLine.Member>> members(Exchange exchange, String condition) {
        return exchange.ask("""
            select m.partnership, o.id, o.code, in_language(o.name, o.name_translations, :language) as name,
                   o.local_name, o.local_language, o.country, o.latitude, o.longitude, o.time_zone, m.left_on
              from partnership_member_view m
              join organisation_brief o on o.id = m.organisation
              join partnership_brief p on p.id = m.partnership
             where %s
             order by m.side\
            """.formatted(condition), MEMBER);
    }
}
