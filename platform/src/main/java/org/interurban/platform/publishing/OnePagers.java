package org.interurban.platform.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.database.Seen;
import org.interurban.platform.drawing.Line;
import org.interurban.platform.drawing.LineDiagram;
import org.interurban.platform.drawing.Position;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.drawing.Span;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.lines.PartnershipLine;
import org.interurban.platform.lines.PartnershipLines;
import org.interurban.platform.portraits.Note;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.publishing.OnePager.Pair;
import org.interurban.platform.publishing.OnePager.Stage;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Dates;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers a programme's one-pager from the records; nothing on it is typed twice. */
@Component
class OnePagers {

    private final JdbcClient sql;
    private final PartnershipLines lines;
    private final Clock clock;

    OnePagers(JdbcClient sql, PartnershipLines lines, Clock clock) {
        this.sql = sql;
        this.lines = lines;
        this.clock = clock;
    }

    Optional<OnePager.Programme> programme(String code, View view) {
        return sql.sql("""
            select id, code, in_language(name, name_translations, :language) as name, abbreviation,
                   in_language(description, description_translations, :language) as description, published,
                   from_on, from_precision, to_on, to_precision,
                   cities_total, regions_total,
                   array(select in_language(g.name, g.name_translations, :language) || ' ' || g.cities
                           from programme_group_brief g
                          where g.programme = programme_portrait.id and g.cities is not null order by g.position) as of_groups,
                   (select in_language(g.name, g.name_translations, :language)
                      from programme_group_brief g
                     where g.programme = programme_portrait.id
                       and 1 < (select count(*) from programme_group_brief a where a.programme = programme_portrait.id)
                     order by g.position limit 1) as above
              from programme_portrait join programme_seen_by s using (id)
             where code = :code and %s
            """.formatted(Seen.by(view.reader(), "s")))
                .param("code", code)
                .param("language", view.locale().getLanguage())
                .query((row, n) -> new OnePager.Programme(
                        new ProgrammeId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("abbreviation"),
                        row.getString("description"),
                        row.getBoolean("published"),
                        Stream.of(date(row, "from", view), date(row, "to", view))
                                .filter(text -> !text.isEmpty())
                                .distinct()
                                .reduce((from, to) -> from + " – " + to)
                                .orElse(""),
                        row.getObject("cities_total", Integer.class),
                        row.getObject("regions_total", Integer.class),
                        List.of((String[]) row.getArray("of_groups").getArray()),
                        row.getString("above")))
                .optional();
    }

    private static String date(ResultSet row, String column, View view) throws SQLException {
        return PartialPeriod.around(
                        row.getObject(column + "_on", LocalDate.class),
                        Coded.of(Precision.class, row.getString(column + "_precision")))
                .text(view.locale());
    }

    OnePager of(OnePager.Programme programme, View view) {
        var partnerships = lines.ofProgramme(programme.id(), view).partnerships();
        var drawn = partnerships.stream().map(PartnershipLine::alone).toList();
        var today = LocalDate.now(clock);
        var span = Span.over(drawn, today, view.locale());
        var pairs = Stream.iterate(0, i -> i < drawn.size(), i -> i + 1)
                .map(i -> pair(partnerships.get(i), drawn.get(i), span))
                .toList();
        return new OnePager(
                programme,
                bodies(programme.id()),
                themes(programme.id(), view),
                pairs,
                map(partnerships),
                documents(programme.code(), partnerships),
                Dates.wholeDay(today, view.locale()));
    }

    private static Pair pair(PartnershipLine partnership, Line line, Span span) {
        return new Pair(
                partnership,
                LineDiagram.printed(line, span),
                stages(partnership, Note.Heading.INITIATIVES),
                stages(partnership, Note.Heading.EXCHANGE),
                notes(partnership, Note.Heading.AGREEMENTS).toList(),
                notes(partnership, Note.Heading.PLANS).toList(),
                partnership.told().stream()
                        .filter(told -> told.notes().isEmpty())
                        .<Step>flatMap(told -> told.steps().stream())
                        .filter(step -> !isDated(step) || !span.touches(step.when()))
                        .toList());
    }

    private static Stream<Note> notes(PartnershipLine partnership, Note.Heading heading) {
        return partnership.told().stream()
                .flatMap(told -> told.notes().stream())
                .filter(note -> note.heading() == heading);
    }

    private static List<Stage> stages(PartnershipLine partnership, Note.Heading heading) {
        return notes(partnership, heading)
                .collect(Collectors.groupingBy(
                        note -> String.valueOf(note.state()),
                        LinkedHashMap::new,
                        Collectors.mapping(note -> String.valueOf(note.text()), Collectors.toList())))
                .entrySet()
                .stream()
                .map(stage -> new Stage(stage.getKey(), stage.getValue()))
                .toList();
    }

    /** The line writes the date of a visit only where it is known to the month. */
    private static boolean isDated(Step step) {
        return switch (step.when().precision()) {
            case DAY, MONTH -> true;
            case YEAR, PERIOD -> step.station() == null || step.station().kind() != Station.Kind.VISIT;
            case NONE -> false;
        };
    }

    private List<OnePager.Body> bodies(ProgrammeId programme) {
        return sql.sql("""
            select role, string_agg(name, ', ' order by position) as names
              from programme_body_brief
             where programme = :programme
             group by role
             order by array_position(array['funder', 'managing', 'supporting', 'implementing', 'initiator'], role)
            """)
                .param("programme", programme)
                .query(OnePager.Body.class)
                .list();
    }

    private List<String> themes(ProgrammeId programme, View view) {
        return sql.sql("""
            select in_language(label, label_translations, :language)
              from programme_theme_shown
             where programme = :programme and role = 'theme'
             order by position
            """)
                .param("programme", programme)
                .param("language", view.locale().getLanguage())
                .query(String.class)
                .list();
    }

    private static @Nullable RouteMap map(List<PartnershipLine> partnerships) {
        var routes = partnerships.stream()
                .map(OnePagers::route)
                .filter(route -> route.cities().size() > 1)
                .toList();
        return routes.isEmpty() ? null : RouteMap.printed(routes);
    }

    private static RouteMap.Route route(PartnershipLine partnership) {
        var cities = partnership.members().stream()
                .flatMap(member -> Position.known(member.longitude(), member.latitude()).stream()
                        .map(place -> new RouteMap.City(member.code(), member.name(), null, null, null, place)))
                .toList();
        return new RouteMap.Route(
                partnership.letter(),
                partnership.name(),
                partnership.theme() == null ? "" : partnership.theme(),
                null,
                cities);
    }

    /** The documents on which the programme and its partnerships rest, most cited first. */
    private List<String> documents(String programme, List<PartnershipLine> partnerships) {
        var codes = Stream.concat(Stream.of(programme), partnerships.stream().map(PartnershipLine::code))
                .toList();
        return sql.sql("""
            select title
              from reference_brief
             where record_kind in ('programme', 'partnership') and record_code in (:codes)
             group by document, title
             order by count(*) desc, title
            """).param("codes", codes).query(String.class).list();
    }
}
