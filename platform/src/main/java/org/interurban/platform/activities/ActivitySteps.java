package org.interurban.platform.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.portraits.Shown;
import org.interurban.platform.portraits.StationSource;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.Told;
import org.interurban.platform.portraits.View;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Visits, meetings and events as steps on a line: above it what the first group hosted, below it the others. */
@Component
class ActivitySteps implements StationSource {

    /**
     * @param title said as people would: "Northgate visits Southport"
     * @param past whether it is proposed or planned for a day that has gone by
     * @param isOpening whether it opens what follows
     * @param tookPart those who host it or come
     * @param station null where it does not take place on its date
     */
    record Activity(
            @Nullable PartnershipId partnership,
            String code,
            String title,
            @Nullable String titleLanguage,
            @Nullable String about,
            @Nullable String aboutLanguage,
            PartialPeriod when,
            ActivityStatus status,
            boolean past,
            boolean isOpening,
            List<OrganisationId> tookPart,
            @Nullable Station station,
            @Nullable Station shortly,
            int readings)
            implements Step {

        @Override
        public String kind() {
            return "activity";
        }

        @Override
        public boolean isContact() {
            return !status.stops();
        }

        @Override
        public boolean tookPart(Collection<? extends Identifier> members) {
            return tookPart.stream().filter(members::contains).count() >= 2;
        }

        public boolean isHeld() {
            return status == ActivityStatus.HELD;
        }
    }

    record Activities(Identifier partnership, List<Activity> steps) implements Told {

        @Override
        public String template() {
            return "activities/portrait";
        }
    }

    /** @param city for which the reader may accept the date, given back as it was shown so that nobody accepts another */
    record Answer(String code, String date, String city) {}

    private final ProposedDates proposals;
    private final MessageSource messages;

    ActivitySteps(ProposedDates proposals, MessageSource messages) {
        this.proposals = proposals;
        this.messages = messages;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Supplier<List<Told>> ofPartnerships(Exchange exchange, String partnerships, View view) {
        var steps = ask(exchange, "a.partnership = any(array(" + partnerships + "))", view);
        return () -> Told.of(steps.get(), Activities::new);
    }

    @Override
    public Supplier<List<? extends Step>> ofProgramme(Exchange exchange, String programme, View view) {
        var steps = ask(
                exchange,
                "a.partnership is null and a.parent is null and a.programme = (" + programme
                        + ") and a.status not in ('postponed', 'cancelled')",
                view);
        return steps::get;
    }

    @Override
    public Optional<Shown> answer(Step step, View view) {
        return step instanceof Activity activity
                ? proposals
                        .awaits(view.reader(), activity.code(), view.locale())
                        .map(city -> new Shown(
                                "activities/portrait",
                                new Answer(activity.code(), activity.when().code(), city)))
                : Optional.empty();
    }

    private Supplier<List<Activity>> ask(Exchange exchange, String condition, View view) {
        return exchange.ask(
                """
                select a.partnership, a.code, k.drawn, k.visit, k.launch,
                       in_language(a.title, a.title_translations, :language) as title,
                       coalesce(in_language(h.name, h.name_translations, :language), a.host_name) as host,
                       in_language(v.name, v.name_translations, :language) as visitor,
                       exists (select from activity_city x where x.activity = a.id) as further,
                       array(select x.organisation from activity_takes_part x where x.activity = a.id) as took_part,
                       coalesce(m.above, true) as above,
                       a.from_on, a.to_on, a.precision, a.status,
                       a.status in ('proposed', 'planned') and a.to_on < current_date as past,
                       in_language(a.description, a.description_translations, :language) as description,
                       language_shown(a.title_translations, :language) as title_language,
                       language_shown(a.description_translations, :language) as description_language,
                       exists (select from conclusion_brief c
                                where c.record_kind = 'activity' and c.record_code = a.code and c.about = 'date') as concluded,
                       (select count(*) from competing_reading q
                         where %3$s and q.record_kind = 'activity' and q.record_code = a.code) as readings
                  from activity a
                  join activity_seen_by s on s.id = a.id
                  join activity_kind_brief k on k.code = a.type
                  left join organisation_brief h on h.id = a.host
                  left join organisation_brief v on v.id = a.visitor
                  left join partnership_member_view m on m.partnership = a.partnership and m.organisation = a.host
                 where %1$s and %2$s
                 order by a.from_on nulls last, a.to_on, a.code\
                """.formatted(condition, view.sees("s"), view.worksOn("s")), (row, n) -> activity(row, view));
    }

    private Activity activity(ResultSet row, View view) throws SQLException {
        var isVisit = row.getBoolean("visit");
        var host = row.getString("host");
        var visitor = row.getString("visitor");
        var isSpoken = isVisit && host != null && visitor != null && !row.getBoolean("further");
        var title = isSpoken
                ? messages.getMessage("activities.visits", new Object[] {visitor, host}, view.locale())
                : row.getString("title");
        var when = new PartialPeriod(
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                Coded.of(Precision.class, row.getString("precision")));
        var status = Coded.of(ActivityStatus.class, row.getString("status"));
        var readings = Math.max(1, row.getInt("readings"));
        var code = row.getString("code");
        var station = Station.of(
                        title,
                        when.text(view.locale()),
                        when,
                        Coded.of(Station.Kind.class, row.getString("drawn")),
                        switch (status) {
                            case HELD -> Station.State.HELD;
                            case PROPOSED -> Station.State.UNDER_DISCUSSION;
                            case PLANNED, POSTPONED, CANCELLED -> Station.State.PLANNED;
                        },
                        row.getBoolean("above") ? Station.Side.ABOVE : Station.Side.BELOW,
                        "/activities/" + code)
                .concludedIf(row.getBoolean("concluded"))
                .disputed(readings, false);
        return new Activity(
                row.getObject("partnership") instanceof UUID id ? new PartnershipId(id) : null,
                code,
                title,
                isSpoken ? view.language() : row.getString("title_language"),
                row.getString("description"),
                row.getString("description_language"),
                when,
                status,
                row.getBoolean("past"),
                row.getBoolean("launch"),
                Stream.of((UUID[]) row.getArray("took_part").getArray())
                        .map(OrganisationId::new)
                        .toList(),
                status.stops() ? null : station,
                status.stops()
                        ? null
                        : station.labelled(isVisit && host != null ? host : title, withoutYear(when, view.locale())),
                readings);
    }

    /** The axis of a timetable gives the year. */
    private static String withoutYear(PartialPeriod when, Locale locale) {
        var text = when.text(locale);
        var from = when.from();
        if (from == null || when.precision() != Precision.DAY) {
            return text;
        }
        var year = Integer.toString(from.getYear());
        return text.indexOf(year) == text.lastIndexOf(year)
                ? text.replace(year + "년 ", "").replace(" " + year, "")
                : text;
    }
}
