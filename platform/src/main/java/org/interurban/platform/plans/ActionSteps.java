package org.interurban.platform.plans;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import org.interurban.platform.web.Labels;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What partnerships mean to do: told on their pages, without a place on the line. */
@Component
class ActionSteps implements StationSource {

    /** @param state how far it has come, in words as within a sentence */
    record Action(
            PartnershipId partnership,
            String code,
            ActionKind action,
            String title,
            @Nullable String titleLanguage,
            ActionStatus status,
            @Nullable String owner,
            @Nullable LocalDate due,
            boolean editable,
            String state)
            implements Step {

        @Override
        public String kind() {
            return "plan-item";
        }

        @Override
        public @Nullable String about() {
            return null;
        }

        @Override
        public @Nullable String aboutLanguage() {
            return null;
        }

        @Override
        public PartialPeriod when() {
            return PartialPeriod.UNKNOWN;
        }

        @Override
        public @Nullable Station station() {
            return null;
        }

        public String dueText(Locale locale) {
            return due == null ? "" : PartialPeriod.day(due).text(locale);
        }

        public boolean isDone() {
            return status == ActionStatus.CARRIED_OUT;
        }

        Note note() {
            return new Note(
                    action.passesKnowledgeOn() ? Note.Heading.EXCHANGE : Note.Heading.INITIATIVES, null, state, title);
        }
    }

    /** @param plans what is said of the plans in which the actions stand */
    record Actions(Identifier partnership, List<Action> steps, List<String> plans) implements Told {

        @Override
        public String template() {
            return "plans/actions-told";
        }

        @Override
        public List<Note> notes() {
            return Stream.concat(
                            steps.stream().map(Action::note),
                            plans.stream().map(plan -> new Note(Note.Heading.PLANS, null, null, plan)))
                    .toList();
        }
    }

    private record Row(Action step, @Nullable String plan) {}

    private final MessageSource messages;
    private final Labels labels;

    ActionSteps(MessageSource messages, Labels labels) {
        this.messages = messages;
        this.labels = labels;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Supplier<List<Told>> ofPartnerships(Exchange exchange, String partnerships, View view) {
        var rows = exchange.ask("""
                select a.partnership, a.code, a.kind, in_language(a.statement, a.statement_translations, :language) as statement,
                       language_shown(a.statement_translations, :language) as language, a.status, a.due_on, %s as editable,
                       in_language(o.name, o.name_translations, :language) as owner,
                       coalesce(t.abbreviation, in_language(t.name, t.name_translations, :language)) as plan
                  from plan_item a
                  join plan_item_seen_by s on s.id = a.id
                  cross join lateral (select 'PLANS_EDIT' as permission, s.scopes) e
                  left join plan_template t on t.id = a.template
                  left join organisation_brief o on o.id = a.owner
                 where a.partnership = any(array(%s)) and %s
                 order by a.position, a.code\
                """.formatted(view.worksOn("e"), partnerships, view.sees("s")), (row, n) -> {
            var status = Coded.of(ActionStatus.class, row.getString("status"));
            return new Row(
                    new Action(
                            new PartnershipId(row.getObject("partnership", UUID.class)),
                            row.getString("code"),
                            Coded.of(ActionKind.class, row.getString("kind")),
                            row.getString("statement"),
                            row.getString("language"),
                            status,
                            row.getString("owner"),
                            row.getObject("due_on", LocalDate.class),
                            row.getBoolean("editable"),
                            labels.of("plans.note.action", status.code(), view.locale())),
                    row.getString("plan"));
        });
        return () -> rows.get().stream()
                .collect(
                        Collectors.groupingBy(row -> row.step().partnership(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .<Told>map(one -> new Actions(
                        one.getKey(), one.getValue().stream().map(Row::step).toList(), plans(one.getValue(), view)))
                .toList();
    }

    private List<String> plans(List<Row> rows, View view) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.plan()))
                .collect(Collectors.groupingBy(plan -> plan, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(plan -> messages.getMessage(
                        "plans.note.plan", new Object[] {plan.getKey(), plan.getValue()}, view.locale()))
                .toList();
    }
}
