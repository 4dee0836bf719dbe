package org.interurban.platform.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.database.Seen;
import org.interurban.platform.drawing.LineDiagram;
import org.interurban.platform.drawing.Position;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.drawing.Span;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.lines.PartnershipLine;
import org.interurban.platform.lines.PartnershipLines;
import org.interurban.platform.lines.PartnershipLines.InProgramme;
import org.interurban.platform.portraits.Note;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.FundingLine;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.Themes;
import org.interurban.platform.publishing.OnePager.Pair;
import org.interurban.platform.publishing.OnePager.Stage;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Dates;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.sources.Conclusion;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Subject;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers a programme's one-pager from the records; nothing on it is typed twice. */
@Component
class OnePagers {

    /** More lines of their own would not fit on one sheet. */
    private static final int MOST_APART = 3;

    private static final int MOST_ARCS = 8;

    /** Of more steps a mark says how many they are. */
    private static final int MOST_NAMED = 2;

    private record Cited(String kind, String code, String title) {}

    private final JdbcClient sql;
    private final PartnershipLines lines;
    private final Sources sources;
    private final PublicAddress address;
    private final Labels labels;
    private final MessageSource messages;
    private final Clock clock;

    OnePagers(
            JdbcClient sql,
            PartnershipLines lines,
            Sources sources,
            PublicAddress address,
            Labels labels,
            MessageSource messages,
            Clock clock) {
        this.sql = sql;
        this.lines = lines;
        this.sources = sources;
        this.address = address;
        this.labels = labels;
        this.messages = messages;
        this.clock = clock;
    }

    Optional<OnePager.Programme> programme(String code, View view) {
        return sql.sql("""
            select p.id, p.code, in_language(p.name, p.name_translations, :language) as name, p.abbreviation,
                   in_language(p.description, p.description_translations, :language) as description, p.published,
                   p.from_on, p.from_precision, p.to_on, p.to_precision,
                   p.cities_total, p.regions_total, %s,
                   array(select in_language(g.name, g.name_translations, :language) || ' ' || g.cities
                           from programme_group_brief g
                          where g.programme = p.id and g.cities is not null order by g.position) as of_groups,
                   (select in_language(g.name, g.name_translations, :language)
                      from programme_group_brief g
                     where g.programme = p.id
                       and 1 < (select count(*) from programme_group_brief a where a.programme = p.id)
                     order by g.position limit 1) as above
              from programme_portrait p join programme_seen_by s using (id)
             where p.code = :code and %s
            """.formatted(FundingLine.COLUMNS, Seen.by(view.reader(), "s")))
                .param("code", code)
                .param("language", view.locale().getLanguage())
                .query((row, n) -> new OnePager.Programme(
                        new ProgrammeId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("abbreviation"),
                        row.getString("description"),
                        row.getBoolean("published"),
                        date(row, "from", view),
                        date(row, "to", view),
                        row.getObject("cities_total", Integer.class),
                        row.getObject("regions_total", Integer.class),
                        List.of((String[]) row.getArray("of_groups").getArray()),
                        row.getString("above"),
                        FundingLine.of(row)))
                .optional();
    }

    private static String date(ResultSet row, String column, View view) throws SQLException {
        return PartialPeriod.around(
                        row.getObject(column + "_on", LocalDate.class),
                        Coded.of(Precision.class, row.getString(column + "_precision")))
                .text(view.locale());
    }

    /** @param worksOn whether the reader works on it, and sees what documents tell differently */
    OnePager of(OnePager.Programme programme, View view, boolean worksOn) {
        var read = lines.ofProgrammeWithCommon(programme.id(), view).eachOnce();
        var partnerships = read.partnerships();
        var drawn = partnerships.stream()
                .map(line -> line.alone().dated().at(address.of(line.link())))
                .toList();
        var today = LocalDate.now(clock);
        var span = Span.over(drawn, today, view.locale());
        var cited = documents(subjects(programme.code(), read));
        var documents = cited.stream().map(Cited::title).distinct().toList();
        var withLines =
                drawn.stream().filter(line -> !line.stations().isEmpty()).toList();
        var together = withLines.size() > MOST_APART;
        var all = Stream.iterate(0, i -> i < drawn.size(), i -> i + 1)
                .map(i -> pair(
                        partnerships.get(i),
                        together ? null : LineDiagram.printed(drawn.get(i), span),
                        span,
                        numbers(partnerships.get(i), cited, documents)))
                .toList();
        var bare = all.stream().filter(Pair::isBare).map(Pair::line).toList();
        return new OnePager(
                programme,
                bodies(programme.id()),
                themes(programme.id(), view),
                all.stream().filter(pair -> !pair.isBare()).toList(),
                bare.stream()
                        .map(line -> new OnePager.Named(partnerships.indexOf(line) + 1, line))
                        .toList(),
                together ? LineDiagram.printed(withLines, span) : null,
                common(programme.id(), read, view),
                maps(partnerships),
                documents,
                worksOn ? disputed(subjects(programme.code(), read)) : List.of(),
                concluded(read.steps().toList(), view.locale()),
                Dates.wholeDay(today, view.locale()));
    }

    private List<OnePager.Common> common(ProgrammeId programme, InProgramme read, View view) {
        var onLines = read.partnerships().stream()
                .flatMap(line -> line.shared().stream())
                .filter(step -> step.station() != null && isDated(step))
                .collect(Collectors.toSet());
        var agreements = sql.sql("""
            select in_language(a.title, a.title_translations, :language) as title,
                   language_shown(a.title_translations, :language) as language, a.from_on, a.to_on, a.precision
              from agreement_brief a join agreement_seen_by s using (id)
             where a.programme = :programme and a.partnership is null and not a.unclear and %s
             order by a.from_on nulls last, a.code
            """.formatted(Seen.by(view.reader(), "s")))
                .param("language", view.locale().getLanguage())
                .param("programme", programme)
                .query(OnePager.Common.class)
                .list();
        return Stream.concat(
                        read.common().stream()
                                .filter(step -> !onLines.contains(step))
                                .map(step -> OnePager.Common.of(step)),
                        agreements.stream())
                .toList();
    }

    private static Pair pair(
            PartnershipLine partnership, @Nullable LineDiagram diagram, Span span, List<Integer> documents) {
        return new Pair(
                partnership,
                diagram,
                stages(partnership, Note.Heading.INITIATIVES),
                stages(partnership, Note.Heading.EXCHANGE),
                notes(partnership, Note.Heading.AGREEMENTS).toList(),
                notes(partnership, Note.Heading.PLANS).toList(),
                partnership.told().stream()
                        .filter(told -> told.notes().isEmpty())
                        .<Step>flatMap(told -> told.steps().stream())
                        .filter(step -> step.station() != null && (!isDated(step) || !span.touches(step.when())))
                        .toList(),
                documents);
    }

    /** By their places in the list of documents, which counts from one. */
    private static List<Integer> numbers(PartnershipLine partnership, List<Cited> cited, List<String> documents) {
        var its = subjects(partnership).toList();
        return cited.stream()
                .filter(one -> its.contains(new Subject(one.kind(), one.code())))
                .map(one -> documents.indexOf(one.title()) + 1)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Subject> subjects(PartnershipLine partnership) {
        return Stream.concat(
                Stream.of(new Subject("partnership", partnership.code())),
                partnership.allSteps().map(OnePagers::subject));
    }

    private static Subject subject(Step step) {
        return new Subject(step.kind(), step.code());
    }

    /** The programme, its partnerships and what they did. */
    private static List<Subject> subjects(String programme, InProgramme read) {
        return Stream.of(
                        Stream.of(new Subject("programme", programme)),
                        read.common().stream().map(OnePagers::subject),
                        read.partnerships().stream().flatMap(OnePagers::subjects))
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    private List<String> disputed(List<Subject> subjects) {
        return sources.questionsOn(subjects, true).stream()
                .map(Sources.OpenQuestion::subject)
                .distinct()
                .toList();
    }

    /** Each part that was concluded and not read, with the steps of which it was, or how many these are. */
    private List<String> concluded(List<Step> steps, Locale locale) {
        var concluded =
                sources.concludedOf(steps.stream().map(OnePagers::subject).toList());
        var byPart = new TreeMap<Conclusion.About, List<String>>();
        steps.forEach(step -> concluded
                .getOrDefault(step.kind() + "/" + step.code(), List.of())
                .forEach(one -> byPart.computeIfAbsent(one.about(), part -> new ArrayList<>())
                        .add(step.title())));
        return byPart.entrySet().stream()
                .map(part -> messages.getMessage(
                        part.getValue().size() > MOST_NAMED ? "publishing.concluded.many" : "publishing.concluded.few",
                        new Object[] {
                            labels.of("publishing.concluded", part.getKey().code(), locale),
                            String.join(", ", part.getValue()),
                            part.getValue().size()
                        },
                        locale))
                .toList();
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
            select role, string_agg(named, ', ' order by position) as names
              from programme_body_brief
             where programme = :programme
             group by role
             order by array_position(array['funder', 'managing', 'supporting', 'implementing', 'initiator'], role)
            """)
                .param("programme", programme)
                .query(OnePager.Body.class)
                .list();
    }

    /** Those of its clusters, and what cooperation is about, are told elsewhere. */
    private List<String> themes(ProgrammeId programme, View view) {
        return Themes.grouped(sql.sql("""
            select in_language(label, label_translations, :language) as label, role
              from programme_theme_shown
             where programme = :programme and role in ('theme', 'area', 'example')
             order by position
            """)
                .param("programme", programme)
                .param("language", view.locale().getLanguage())
                .query((row, n) -> row.getString("role").equals("example")
                        ? messages.getMessage(
                                "programmes.theme.example", new Object[] {row.getString("label")}, view.locale())
                        : row.getString("label"))
                .list());
    }

    private static List<RouteMap> maps(List<PartnershipLine> partnerships) {
        var routes = partnerships.stream().map(OnePagers::route).toList();
        var drawn = routes.stream().filter(route -> route.cities().size() > 1).toList();
        if (drawn.isEmpty()) {
            return List.of();
        }
        var one = RouteMap.printed(drawn);
        return drawn.size() > MOST_ARCS || one.unnamed() > 0 ? RouteMap.insets(routes) : List.of(one);
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

    /** Which documents tell of the records; the document most cited comes first. */
    private List<Cited> documents(List<Subject> subjects) {
        return sql.sql("""
            select record_kind as kind, record_code as code, title
              from reference_brief
             where (record_kind, record_code) in (select * from unnest(:kinds, :codes))
             order by count(*) over (partition by document) desc, title
            """)
                .param("kinds", subjects.stream().map(Subject::kind).toArray(String[]::new))
                .param("codes", subjects.stream().map(Subject::code).toArray(String[]::new))
                .query(Cited.class)
                .list();
    }
}
