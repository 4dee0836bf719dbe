package org.interurban.platform.lines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.drawing.Line;
import org.interurban.platform.drawing.Position;
import org.interurban.platform.drawing.RouteMap.City;
import org.interurban.platform.drawing.RouteMap.Route;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.Told;
import org.interurban.platform.programmes.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * One partnership with all that its line and its page show.
 *
 * @param shared of what concerns its whole programme, that in which it took part; none where that was not asked for
 */
public record PartnershipLine(
        PartnershipId id,
        String code,
        ProgrammeId programmeId,
        String programme,
        String name,
        @Nullable String theme,
        @Nullable String letter,
        @Nullable String cohort,
        @Nullable String form,
        @Nullable String coordinator,
        String status,
        boolean published,
        List<Member> members,
        List<Told> told,
        List<Step> shared,
        String programmeName) {

    /** A city in it. */
    public record Member(
            PartnershipId partnership,
            OrganisationId id,
            String code,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String timeZone,
            @Nullable LocalDate leftOn) {

        /** The name in its own script, where it is another than the one shown. */
        public @Nullable String ownName() {
            return name.equals(localName) ? null : localName;
        }

        public String link() {
            return "/cities/" + code;
        }
    }

    public PartnershipLine {
        members = List.copyOf(members);
        told = List.copyOf(told);
        shared = List.copyOf(shared);
    }

    PartnershipLine with(List<Member> itsMembers, List<Told> whatIsTold) {
        return with(itsMembers, whatIsTold, shared);
    }

    /** @param common what concerns its whole programme */
    public PartnershipLine sharing(List<Step> common) {
        var cities = members.stream().map(Member::id).toList();
        return with(
                members,
                told,
                common.stream().filter(step -> step.tookPart(cities)).toList());
    }

    private PartnershipLine with(List<Member> itsMembers, List<Told> whatIsTold, List<Step> whatItShares) {
        return with(letter, itsMembers, whatIsTold, whatItShares);
    }

    PartnershipLine lettered(@Nullable String another) {
        return with(another, members, told, shared);
    }

    private PartnershipLine with(
            @Nullable String itsLetter, List<Member> itsMembers, List<Told> whatIsTold, List<Step> whatItShares) {
        return new PartnershipLine(
                id,
                code,
                programmeId,
                programme,
                name,
                theme,
                itsLetter,
                cohort,
                form,
                coordinator,
                status,
                published,
                itsMembers,
                whatIsTold,
                whatItShares,
                programmeName);
    }

    public String link() {
        return "/partnerships/" + code;
    }

    /** Names the colours of its line in the style sheet. */
    public String style() {
        return letter == null ? "line-none" : "line-" + letter.toLowerCase(Locale.ROOT);
    }

    /** Its route on a map; members whose place is not known are left out. */
    public Route route() {
        var cities = new ArrayList<City>();
        for (var member : members) {
            Position.known(member.longitude(), member.latitude())
                    .ifPresent(place -> cities.add(new City(
                            member.code(),
                            member.name(),
                            member.ownName(),
                            member.localLanguage(),
                            member.link(),
                            place)));
        }
        return new Route(letter, name, theme == null ? "" : theme, link(), cities);
    }

    /** As they are drawn: of one date, what stands last on the page, where people meet, before what was signed. */
    public Stream<Step> steps() {
        return told.reversed().stream().flatMap(module -> module.steps().stream());
    }

    /** With what it shares with others of its programme, which stands first. */
    public Stream<Step> allSteps() {
        return Stream.concat(shared.stream(), steps());
    }

    public boolean hasStations() {
        return allSteps().anyMatch(step -> step.station() != null);
    }

    /** A line of its own over the whole width, with its stations named in full. */
    public Line alone() {
        return alone(null);
    }

    /** @param open the code of the step that is open beside the drawing */
    Line alone(@Nullable String open) {
        return drawn(
                Stream.concat(
                        shared.stream()
                                .flatMap(step -> station(step, open).map(station -> station.sharedAs(step.code()))),
                        steps().flatMap(step -> station(step, open))),
                null);
    }

    /** A station unfolds what is known of it under the line; readings that disagree are opened from the station they are about. */
    private Stream<Station> station(Step step, @Nullable String open) {
        return Stream.ofNullable(step.station()).map(station -> station.disputed(
                        Math.max(step.readings(), 1), step.code().equals(open))
                .linked(link()
                        + (step.readings() > 1
                                ? "?reading=" + step.code() + "#readings"
                                : "?step=" + step.code() + "#step")));
    }

    /** A line among others, with short labels: the place and the date. */
    public Line inTimetable() {
        return inTimetable(Stream.empty());
    }

    /** @param joined what it shares with the others */
    Line inTimetable(Stream<Station> joined) {
        return drawn(Stream.concat(joined, steps().flatMap(step -> Stream.ofNullable(step.shortly()))), link());
    }

    private Line drawn(Stream<Station> stations, @Nullable String link) {
        return Line.of(letter, name, theme == null ? "" : theme, link, stations.toList());
    }
}
