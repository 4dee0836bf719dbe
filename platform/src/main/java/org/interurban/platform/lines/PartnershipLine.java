package org.interurban.platform.lines;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.interurban.platform.drawing.Line;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/** One partnership with all that its line and its page show. */
public record PartnershipLine(
        UUID id,
        String code,
        UUID programmeId,
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
            UUID partnership,
            UUID id,
            String code,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String timeZone,
            boolean european,
            @Nullable LocalDate leftOn) {}

    /** A visit, meeting or event; {@code title} is said as people would: "Dublin visits Seoul". */
    public record Activity(
            @Nullable UUID partnership,
            String code,
            String type,
            String title,
            @Nullable String host,
            boolean inEurope,
            PartialPeriod when,
            @Nullable String mode,
            String status,
            @Nullable String description,
            @Nullable String note,
            List<String> sites,
            int readings) {

        public boolean isVisit() {
            return type.equals("study-visit");
        }

        Activity withReadings(int disagreeing) {
            return new Activity(
                    partnership,
                    code,
                    type,
                    title,
                    host,
                    inEurope,
                    when,
                    mode,
                    status,
                    description,
                    note,
                    sites,
                    disagreeing);
        }
    }

    public record Agreement(
            UUID partnership,
            String code,
            String type,
            String title,
            String parties,
            PartialPeriod when,
            String status,
            @Nullable String place,
            @Nullable String subject,
            @Nullable String note,
            int readings) {

        Agreement withReadings(int disagreeing) {
            return new Agreement(
                    partnership, code, type, title, parties, when, status, place, subject, note, disagreeing);
        }
    }

    public record Action(
            UUID partnership,
            String code,
            String kind,
            String statement,
            String status,
            @Nullable String plan) {}

    public PartnershipLine {
        members = List.copyOf(members);
        activities = List.copyOf(activities);
        agreements = List.copyOf(agreements);
        actions = List.copyOf(actions);
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
