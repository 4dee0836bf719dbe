package org.interurban.platform.lines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.drawing.Line;
import org.interurban.platform.drawing.Position;
import org.interurban.platform.drawing.RouteMap.City;
import org.interurban.platform.drawing.RouteMap.Route;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/** One partnership with all that its line and its page show. */
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
        List<Activity> activities,
        List<Agreement> agreements,
        List<Action> actions) {

    /** A city in it; {@code european} tells the side on which the line's labels stand. */
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
            boolean european,
            @Nullable LocalDate leftOn) {

        /** The name in its own script, where it is another than the one shown. */
        public @Nullable String ownName() {
            return name.equals(localName) ? null : localName;
        }

        public String link() {
            return "/cities/" + code;
        }
    }

    /**
     * A visit, meeting or event; {@code title} is said as people would: "Dublin visits Seoul".
     *
     * @param isLaunch whether it opens what follows
     * @param concernsEveryLine of a whole programme, whether it is a step of each of its lines
     * @param titleLanguage the language in which the title is shown; null where nobody said, as for the description
     */
    public record Activity(
            @Nullable PartnershipId partnership,
            String code,
            Station.Kind kind,
            boolean isLaunch,
            boolean concernsEveryLine,
            String title,
            @Nullable String host,
            boolean inEurope,
            PartialPeriod when,
            String status,
            @Nullable String description,
            @Nullable String titleLanguage,
            @Nullable String descriptionLanguage,
            int readings) {

        public boolean held() {
            return status.equals("held");
        }

        /** Proposed or planned, and not over by what is known of its date. */
        boolean isAhead(LocalDate today) {
            var ends = when.to();
            return ends != null && !ends.isBefore(today) && (status.equals("proposed") || status.equals("planned"));
        }

        public boolean isVisit() {
            return kind == Station.Kind.VISIT;
        }
    }

    /**
     * @param titleLanguage the language in which the title is shown; null where nobody said, as for the subject
     * @param own whether it is the member cities' own, and not that of bodies which they brought together
     */
    public record Agreement(
            PartnershipId partnership,
            String code,
            String type,
            String title,
            String parties,
            PartialPeriod when,
            String status,
            @Nullable String subject,
            @Nullable String titleLanguage,
            @Nullable String subjectLanguage,
            boolean own,
            int readings) {

        public boolean held() {
            return status.equals("signed") || status.equals("declared");
        }
    }

    /** @param language in which the statement is shown; null where nobody said */
    public record Action(
            PartnershipId partnership,
            String code,
            String kind,
            String statement,
            @Nullable String language,
            String status,
            @Nullable String plan) {

        public boolean done() {
            return status.equals("carried-out");
        }
    }

    public PartnershipLine {
        members = List.copyOf(members);
        activities = List.copyOf(activities);
        agreements = List.copyOf(agreements);
        actions = List.copyOf(actions);
    }

    PartnershipLine with(
            List<Member> itsMembers,
            List<Activity> itsActivities,
            List<Agreement> itsAgreements,
            List<Action> itsActions) {
        return new PartnershipLine(
                id,
                code,
                programmeId,
                programme,
                name,
                theme,
                letter,
                cohort,
                form,
                coordinator,
                status,
                published,
                itsMembers,
                itsActivities,
                itsAgreements,
                itsActions);
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

    public List<Activity> visits() {
        return activities.stream().filter(Activity::isVisit).toList();
    }

    public List<Action> actionsOf(String... kinds) {
        return actions.stream()
                .filter(action -> List.of(kinds).contains(action.kind()))
                .toList();
    }

    /** The line to draw; {@code stations} comes from {@link Stations}, which knows the words. */
    Line drawn(List<Station> stations, @Nullable String link) {
        return Line.of(letter, name, theme == null ? "" : theme, link, stations);
    }
}
