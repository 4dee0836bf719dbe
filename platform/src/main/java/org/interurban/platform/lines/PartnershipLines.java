package org.interurban.platform.lines;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    /** As many as one page draws. */
    public static final int MOST = 60;

    /** Partnerships, as many as a page draws, of how many there are. */
    public record Some(List<PartnershipLine> partnerships, long total) {}

    /** Partnerships, and what concerns all of their programme: its launch, kick-off, conferences. */
    public record InProgramme(List<PartnershipLine> partnerships, List<Step> common, long total) {

        /** What several lines share is of the programme only, where each would tell it again. */
        public InProgramme eachOnce() {
            var ofOne = common.stream()
                    .filter(step -> partnerships.stream()
                                    .filter(line -> line.shared().contains(step))
                                    .count()
                            < 2)
                    .toList();
            return new InProgramme(
                    partnerships.stream().map(line -> line.sharing(ofOne)).toList(), common, total);
        }

        static InProgramme of(List<PartnershipLine> partnerships, List<Step> common, long total) {
            return new InProgramme(
                    partnerships.stream().map(line -> line.sharing(common)).toList(), common, total);
        }

        /** Of the programme itself and of its partnerships, each once. */
        public Stream<Step> steps() {
            return Stream.concat(common.stream(), partnerships.stream().flatMap(PartnershipLine::steps));
        }
    }

    /** @param withPlaces have two cities or more whose place is known, so that a map can show them */
    public record Whole(long partnerships, long withPlaces, long cities) {}

    private static final int MOST_ON_A_MAP = 40;
    private static final String NEWEST =
            " order by y.from_on desc nulls last, y.code, x.line nulls last, x.name limit :most";
    private static final String PLACES = """
        (select count(*) from partnership_member_view m join organisation_brief o on o.id = m.organisation
          where m.partnership = x.id and o.latitude is not null and o.longitude is not null)\
        """;
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

    public InProgramme ofProgrammeWithCommon(ProgrammeId programme, View view) {
        var which = "x.programme = :programme";
        var exchange = exchange(Map.of("programme", programme, "most", MOST), view);
        var partnerships = some(exchange, which, view);
        var common = common(exchange, ":programme", view);
        exchange.send(sql);
        var some = partnerships.get();
        return InProgramme.of(some.partnerships(), common.get(), some.total());
    }

    public Some ofProgramme(ProgrammeId programme, View view) {
        return some("x.programme = :programme", Map.of("programme", programme), view);
    }

    public Some ofCity(OrganisationId organisation, View view) {
        return some(
                "x.id in (select partnership from partnership_member_view where organisation = :city)",
                Map.of("city", organisation),
                view);
    }

    /** Those of the newest programmes. @param programme code of the one to which they are narrowed, or blank */
    public Some newest(String programme, View view) {
        return some("(:code = '' or y.code = :code)", Map.of("code", programme), view);
    }

    /** The codes of programmes that have any. */
    public List<String> programmes(View view) {
        return sql.queryForList("""
            select distinct y.code from partnership_brief x
              join partnership_seen_by t on t.id = x.id join programme_brief y on y.id = x.programme
             where %s order by y.code
            """.formatted(view.sees("t")), Map.of(), String.class);
    }

    /** What the reader sees of the whole network. */
    public Whole whole(View view) {
        return Objects.requireNonNull(sql.queryForObject(
                """
                select count(*) as partnerships, count(*) filter (where places > 1) as with_places,
                       (select count(distinct m.organisation) from partnership_member_view m
                          join partnership_seen_by s on s.id = m.partnership where m.left_on is null and %s) as cities
                  from (select %s as places from partnership_brief x join partnership_seen_by t on t.id = x.id where %s) each
                """.formatted(view.sees("s"), PLACES, view.sees("t")),
                Map.of(),
                new SimplePropertyRowMapper<>(Whole.class)));
    }

    /** For the map of the whole network: those that a map can show, with a theme first, of the newest programmes. */
    public List<PartnershipLine> onTheMap(View view) {
        return read("""
            p.id in (select x.id from partnership_brief x
                       join partnership_seen_by t on t.id = x.id join programme_brief y on y.id = x.programme
                      where %s > 1 and %s order by x.theme is null, y.from_on desc nulls last, x.code limit :most)\
            """.formatted(PLACES, view.sees("t")), Map.of("most", MOST_ON_A_MAP), view, ofMany());
    }

    /** Of the whole network, those of most partnerships first to keep the letters that they have in their programmes. */
    public ThemesOfNetwork themes(View view) {
        return ThemesOfNetwork.of(sql.query(
                """
                select in_language(x.theme, x.theme_translations, :language) as name, min(l.code) as code,
                       mode() within group (order by x.line) as letter, count(*) as partnerships
                  from partnership_brief x join partnership_seen_by t on t.id = x.id
                  join programme_brief y on y.id = x.programme left join topic_label l on l.id = x.topic
                 where x.theme is not null and %s
                 group by 1 order by 4 desc, min(y.from_on) nulls last, min(x.theme)
                """.formatted(view.sees("t")),
                Map.of("language", view.language()),
                new SimplePropertyRowMapper<>(ThemesOfNetwork.Theme.class)));
    }

    private Some some(String which, Map<String, ?> values, View view) {
        var all = new HashMap<String, Object>(values);
        all.put("most", MOST);
        var exchange = exchange(all, view);
        var partnerships = some(exchange, which, view);
        exchange.send(sql);
        return partnerships.get();
    }

    /** @param which a condition on partnership {@code x} and its programme {@code y} */
    private Supplier<Some> some(Exchange exchange, String which, View view) {
        var all = seen(which, view);
        var total = new AtomicLong();
        var partnerships = partnerships(
                exchange,
                "p.id in (select x.id" + all + NEWEST + ")",
                view,
                ofMany(),
                "(select count(*)" + all + ")",
                total);
        return () -> new Some(partnerships.get(), total.get());
    }

    private static String seen(String which, View view) {
        return """
             from partnership_brief x
             join partnership_seen_by t on t.id = x.id
             join programme_brief y on y.id = x.programme
            where %s and %s\
            """.formatted(which, view.sees("t"));
    }

    /** The partnership with this {@code :code} as the public sees it, asked together with other things about it. */
    Supplier<InProgramme> publicly(Exchange exchange, View view) {
        var partnerships = partnerships(exchange, "p.code = :code", view, sources);
        var common = common(exchange, "(select programme from partnership_brief where code = :code)", view);
        return () -> InProgramme.of(partnerships.get(), common.get(), 1);
    }

    /** The partnership as the public sees it. */
    InProgramme publicly(String code, Locale locale) {
        var view = View.ofThePublic(locale);
        var exchange = exchange(Map.of("code", code), view);
        var read = publicly(exchange, view);
        exchange.send(sql);
        return read.get();
    }

    /** All that the reader sees, without their steps. */
    List<PartnershipLine> all(View view) {
        return read("true", Map.of(), view, List.of());
    }

    private List<PartnershipLine> read(String condition, Map<String, ?> which, View view, List<StationSource> telling) {
        var exchange = exchange(which, view);
        var partnerships = partnerships(exchange, condition, view, telling);
        exchange.send(sql);
        return partnerships.get();
    }

    private InProgramme readInProgramme(
            String condition, Map<String, ?> which, View view, List<StationSource> telling) {
        var exchange = exchange(which, view);
        var partnerships = partnerships(exchange, condition, view, telling);
        var common = common(exchange, ":programme", view);
        exchange.send(sql);
        return InProgramme.of(partnerships.get(), common.get(), 1);
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
        return partnerships(exchange, condition, view, telling, "0", new AtomicLong());
    }

    /** @param count an expression for the number that {@code total} takes, where any is found */
    private Supplier<List<PartnershipLine>> partnerships(
            Exchange exchange,
            String condition,
            View view,
            List<StationSource> telling,
            String count,
            AtomicLong total) {
        var these = "select p.id from partnership_brief p where " + condition;
        var members = members(exchange, condition);
        var told = telling.stream()
                .map(source -> source.ofPartnerships(exchange, these, view))
                .toList();
        var own = own(exchange, condition, view, count, total);
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

    private static Supplier<List<PartnershipLine>> own(
            Exchange exchange, String condition, View view, String count, AtomicLong total) {
        return exchange.ask("""
            select p.id, p.code, p.programme as programme_id, g.code as programme, p.published,
                   coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)) as programme_name,
                   in_language(p.name, p.name_translations, :language) as name,
                   in_language(p.theme, p.theme_translations, :language) as theme,
                   p.line, p.cohort, p.form, p.coordinator, p.status, %s as total
              from partnership_brief p
              join partnership_seen_by s on s.id = p.id
              join programme_brief g on g.id = p.programme
             where %s and %s
             order by g.from_on desc nulls last, g.code, p.line nulls last, p.name\
            """.formatted(count, condition, view.sees("s")), (row, n) -> {
            total.set(row.getLong("total"));
            return partnership(row);
        });
    }

    private static PartnershipLine partnership(ResultSet row) throws SQLException {
        return new PartnershipLine(
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
                row.getString("programme_name"));
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
