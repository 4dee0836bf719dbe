package org.interurban.platform.lines;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.interurban.platform.drawing.Line;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A programme of which nothing was held yet: who came together and why, what each shows and seeks, and what happens next. */
@Component
class FirstDay {

    /** @param language in which the reader sees it, null where nobody said */
    record Statement(String kind, String text, @Nullable String language) {}

    /** What a city says of itself: what it shows, seeks and is interested in. */
    record City(List<Statement> statements) {

        public List<Statement> of(String kind) {
            return statements.stream().filter(one -> one.kind().equals(kind)).toList();
        }
    }

    /** Why two were proposed to each other, as the round that made them one knew it best. */
    record Why(
            String kind,
            String one,
            String other,
            String text,
            @Nullable String language) {}

    /** What cities and rounds say, by the code of the city and that of the partnership. */
    record Said(Map<String, City> cities, Map<String, Why> why) {

        public City of(String city) {
            return cities.getOrDefault(city, new City(List.of()));
        }

        public boolean isAny() {
            return !cities.isEmpty();
        }
    }

    /** @param one who offers, where it is why two came together */
    private record Row(
            String about,
            String kind,
            String text,
            @Nullable String language,
            @Nullable String one,
            @Nullable String other) {}

    /** @param country its name, of a member that takes part in the programme */
    record End(PartnershipLine.Member member, @Nullable String country, City city) {}

    /** @param meeting the first one that is planned */
    record Pair(
            PartnershipLine line,
            List<End> ends,
            @Nullable Why why,
            @Nullable Step meeting) {}

    private static final int MOST_OF_A_KIND = 3;

    private final JdbcClient sql;
    private final MessageSource messages;

    FirstDay(JdbcClient sql, MessageSource messages) {
        this.sql = sql;
        this.messages = messages;
    }

    /** In one statement, since the page asks much else. */
    Said said(ProgrammeId programme, View view) {
        var rows = sql.sql("""
            select o.code as about, l.kind, in_language(l.statement, l.statement_translations, :language) as text,
                   language_shown(l.statement_translations, :language) as language, cast(null as text) as one,
                   cast(null as text) as other, row_number() over (order by l.kind, l.place, l.statement) as place
              from (select participant, organisation, kind, statement, statement_translations,
                           row_number() over (partition by participant, kind order by grade desc nulls last, position) as place
                      from profile_statement where programme = :programme and left_on is null) l
              join participant_seen_by s on s.id = l.participant
              join organisation_brief o on o.id = l.organisation
             where l.place <= :most and %s
            union all
            select p.code, m.kind, in_language(m.other_says, m.other_says_translations, :language),
                   language_shown(m.other_says_translations, :language),
                   in_language(o.name, o.name_translations, :language), in_language(w.name, w.name_translations, :language), 0
              from partnership_match_brief m
              join partnership_brief p on p.id = m.partnership
              join partnership_seen_by s on s.id = p.id
              join organisation_brief o on o.id = m.one
              join organisation_brief w on w.id = m.other
             where p.programme = :programme and m.position = 1 and %s
             order by place
            """.formatted(view.sees("s"), view.sees("s")))
                .param("language", view.language())
                .param("programme", programme)
                .param("most", MOST_OF_A_KIND)
                .query(Row.class)
                .list();
        return new Said(
                rows.stream()
                        .filter(row -> row.one() == null)
                        .collect(groupingBy(
                                Row::about,
                                mapping(
                                        row -> new Statement(row.kind(), row.text(), row.language()),
                                        collectingAndThen(toList(), City::new)))),
                rows.stream()
                        .filter(row -> row.one() != null)
                        .collect(toMap(Row::about, FirstDay::why, (one, _) -> one)));
    }

    private static Why why(Row row) {
        return new Why(
                row.kind(),
                Objects.requireNonNull(row.one()),
                Objects.requireNonNull(row.other()),
                row.text(),
                row.language());
    }

    /** Whether nothing of it was held yet. */
    static boolean is(List<PartnershipLine> partnerships, List<Step> common) {
        return Stream.concat(common.stream(), partnerships.stream().flatMap(PartnershipLine::steps))
                .map(Step::station)
                .filter(Objects::nonNull)
                .noneMatch(Station::held);
    }

    static List<Pair> pairs(List<PartnershipLine> partnerships, List<ProgrammePortraits.Group> groups, Said said) {
        var countries = groups.stream()
                .flatMap(group -> group.cities().stream())
                .filter(city -> city.country() != null)
                .collect(toMap(
                        ProgrammePortraits.Participant::code,
                        ProgrammePortraits.Participant::country,
                        (one, _) -> one));
        return partnerships.stream()
                .map(line -> new Pair(
                        line,
                        line.members().stream()
                                .filter(member -> member.leftOn() == null)
                                .map(member -> new End(member, countries.get(member.code()), said.of(member.code())))
                                .toList(),
                        said.why().get(line.code()),
                        firstMeeting(line).orElse(null)))
                .toList();
    }

    private static Optional<Step> firstMeeting(PartnershipLine line) {
        return line.steps()
                .filter(step -> step.isContact() && step.when().isKnown() && step.station() != null)
                .min(Comparator.comparing(
                        step -> Objects.requireNonNull(step.when().from())));
    }

    /** The way ahead as one line: the call, the programme itself, what concerns all of it and when its pairs first meet. */
    Optional<Line> ahead(
            ProgrammePortraits.Programme programme,
            List<PartnershipLine> partnerships,
            List<Step> common,
            LocalDate today,
            Locale locale) {
        var stations = new ArrayList<Station>();
        var terms = programme.terms();
        var opens = terms.callOpens();
        add(terms.isOpen(today) ? "call-open" : "call-opens", opens, hasBegun(opens, today), locale, stations);
        add("call-closes", terms.callCloses(), isOver(terms.callCloses(), today), locale, stations);
        add("begins", programme.from(), hasBegun(programme.from(), today), locale, stations);
        var first = between(partnerships);
        add("first-meetings", first, isOver(first, today), locale, stations);
        common.stream().map(Step::shortly).filter(Objects::nonNull).forEach(stations::add);
        add("ends", programme.to(), isOver(programme.to(), today), locale, stations);
        var isAhead = stations.stream()
                .map(station -> station.when().to())
                .anyMatch(last -> last != null && !last.isBefore(today));
        return isAhead ? Optional.of(Line.of(null, programme.shortName(), "", null, stations)) : Optional.empty();
    }

    private static PartialPeriod between(List<PartnershipLine> partnerships) {
        var first = partnerships.stream()
                .flatMap(line -> firstMeeting(line).stream())
                .map(Step::when)
                .toList();
        if (first.size() == 1) {
            return first.getFirst();
        }
        return first.stream()
                .reduce((one, other) ->
                        PartialPeriod.between(earlier(one.from(), other.from()), later(one.to(), other.to())))
                .orElse(PartialPeriod.UNKNOWN);
    }

    private static LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What opens on a day is open on that day; of what is known by month or year nobody knows before that is over. */
    private static boolean hasBegun(PartialPeriod when, LocalDate today) {
        var last = when.to();
        return last != null && !last.isAfter(today);
    }

    private static boolean isOver(PartialPeriod when, LocalDate today) {
        var last = when.to();
        return last != null && last.isBefore(today);
    }

    private void add(String what, PartialPeriod when, boolean reached, Locale locale, List<Station> stations) {
        if (when.to() != null) {
            stations.add(Station.of(
                    messages.getMessage("lines.ahead." + what, null, locale),
                    when.text(locale),
                    when,
                    Station.Kind.MILESTONE,
                    reached ? Station.State.HELD : Station.State.PLANNED,
                    Station.Side.ABOVE,
                    null));
        }
    }
}
