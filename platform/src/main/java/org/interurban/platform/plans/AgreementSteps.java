package org.interurban.platform.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.portraits.Note;
import org.interurban.platform.portraits.StationSource;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.Told;
import org.interurban.platform.portraits.View;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.web.Labels;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Agreements as steps on the line of their partnership; one of which it is unclear how far it has come is named, not drawn. */
@Component
class AgreementSteps implements StationSource {

    record Agreement(
            PartnershipId partnership,
            String code,
            String title,
            @Nullable String titleLanguage,
            @Nullable String about,
            @Nullable String aboutLanguage,
            PartialPeriod when,
            AgreementStatus status,
            @Nullable Station station,
            int readings,
            Note note)
            implements Step {

        @Override
        public String kind() {
            return "agreement";
        }

        public boolean isMade() {
            return status.isMade();
        }
    }

    record Agreements(Identifier partnership, List<Agreement> steps) implements Told {

        @Override
        public String template() {
            return "plans/agreements-told";
        }

        @Override
        public List<Note> notes() {
            return steps.stream()
                    .filter(agreement -> agreement.status() != AgreementStatus.UNCLEAR)
                    .map(Agreement::note)
                    .toList();
        }
    }

    private final MessageSource messages;
    private final Labels labels;

    AgreementSteps(MessageSource messages, Labels labels) {
        this.messages = messages;
        this.labels = labels;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Supplier<List<Told>> ofPartnerships(Exchange exchange, String partnerships, View view) {
        var steps = exchange.ask(
                """
                select a.partnership, a.code, a.type, in_language(a.title, a.title_translations, :language) as title,
                       a.from_on, a.to_on, a.precision, a.status,
                       in_language(a.subject, a.subject_translations, :language) as subject,
                       language_shown(a.title_translations, :language) as title_language,
                       language_shown(a.subject_translations, :language) as subject_language,
                       not exists (select from agreement_party y
                                    where y.agreement = a.id and not exists (
                                      select from partnership_member_view m
                                       where m.partnership = a.partnership and m.organisation = y.organisation)) as own,
                       exists (select from conclusion_brief c
                                where c.record_kind = 'agreement' and c.record_code = a.code and c.about = 'date') as concluded,
                       (select count(*) from competing_reading q
                         where %3$s and q.record_kind = 'agreement' and q.record_code = a.code) as readings
                  from agreement a
                  join agreement_seen_by s on s.id = a.id
                 where a.partnership = any(array(%1$s)) and %2$s
                 order by a.from_on nulls last, a.code\
                """.formatted(partnerships, view.sees("s"), view.worksOn("s")), (row, n) -> agreement(row, view));
        return () -> Told.of(steps.get(), Agreements::new);
    }

    private Agreement agreement(ResultSet row, View view) throws SQLException {
        var status = Coded.of(AgreementStatus.class, row.getString("status"));
        var title = row.getString("title");
        var when = new PartialPeriod(
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                Coded.of(Precision.class, row.getString("precision")));
        var readings = Math.max(1, row.getInt("readings"));
        var code = row.getString("code");
        return new Agreement(
                new PartnershipId(row.getObject("partnership", UUID.class)),
                code,
                title,
                row.getString("title_language"),
                row.getString("subject"),
                row.getString("subject_language"),
                when,
                status,
                status == AgreementStatus.UNCLEAR
                        ? null
                        : station(row, title, when, status, view)
                                .concludedIf(row.getBoolean("concluded"))
                                .disputed(readings, false),
                readings,
                new Note(
                        Note.Heading.AGREEMENTS,
                        title,
                        Stream.of(
                                        labels.of("plans.note.agreement", status.code(), view.locale()),
                                        when.text(view.locale()))
                                .filter(text -> !text.isEmpty())
                                .reduce((state, date) -> state + ", " + date)
                                .orElseThrow(),
                        null));
    }

    /** One that the members' own bodies made is named by its kind. */
    private Station station(ResultSet row, String title, PartialPeriod when, AgreementStatus status, View view)
            throws SQLException {
        var station = Station.of(
                said(title, status, view),
                when.text(view.locale()),
                when,
                Station.Kind.AGREEMENT,
                switch (status) {
                    case SIGNED, DECLARED -> Station.State.HELD;
                    case UNDER_DISCUSSION -> Station.State.UNDER_DISCUSSION;
                    case PLANNED, UNCLEAR -> Station.State.PLANNED;
                },
                Station.Side.BELOW,
                "/agreements/" + row.getString("code"));
        return row.getBoolean("own")
                ? station.labelled(
                        said(labels.of("plans.type", row.getString("type"), view.locale()), status, view),
                        station.detail())
                : station;
    }

    private String said(String agreement, AgreementStatus status, View view) {
        return messages.getMessage("plans.said." + status.code(), new Object[] {agreement}, view.locale());
    }
}
