package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interurban.platform.sheets.Judgement.Candidate;
import org.interurban.platform.sheets.Judgement.Difference;
import org.interurban.platform.sheets.Judgement.State;
import org.interurban.platform.sheets.SheetTarget.Match;
import org.interurban.platform.sheets.SheetTarget.Reading;
import org.interurban.platform.sheets.SheetTarget.Reading.Unfit;
import org.jspecify.annotations.Nullable;

/** Holds the rows of a sheet against the records as they are. */
final class Judge {

    static final String SKIP = "skip";
    static final String CREATE = "create";

    /** For a row that would be set aside. */
    static final String TAKE = "take";

    private static final int MOST_OFFERED = 20;
    private static final Pattern ERROR = Pattern.compile("#(REF|N/A|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC)[!?]?");

    private final SheetTarget target;
    private final SheetTarget.Records records;
    private final Map<Integer, Part> parts;
    private final int width;
    private final List<String> headings;
    private final Answer.Known answers;
    private final Set<String> restingElsewhere;
    private final Set<String> askedAlready;
    private final DayOrders orders;
    private final Map<String, List<Taken>> taken = new HashMap<>();
    private final Map<String, Integer> nearly = new HashMap<>();
    private int judged;

    /** An earlier row about the same record. */
    private record Taken(int position, Map<String, String> values) {}

    /**
     * @param headings what stands above the columns, which is no record where a page repeats it
     * @param restingElsewhere the codes of records that rest on other documents than the sheet
     * @param askedAlready what is asked of records already, as {@link SheetDocuments#asked}
     * @param orders what stands first in the dates of each column
     */
    Judge(
            SheetTarget target,
            SheetTarget.Records records,
            SheetImport sheet,
            List<String> headings,
            Answer.Known answers,
            Set<String> restingElsewhere,
            Set<String> askedAlready,
            DayOrders orders) {
        this.orders = orders;
        this.target = target;
        this.records = records;
        this.parts = Part.of(target, sheet);
        this.headings = headings;
        this.answers = answers;
        this.restingElsewhere = restingElsewhere;
        this.askedAlready = askedAlready;
        var given = sheet.width();
        this.width = given == null
                ? Integer.MAX_VALUE
                : sheet.columns().values().stream()
                        .mapToInt(column -> column + 1)
                        .reduce(given, Math::max);
    }

    /**
     * The next rows, in the sheet's order: of two rows about the same record the second one is at fault. Null for what is no record,
     * since the row makes others.
     *
     * @param progress is given how many rows were judged since the first
     */
    List<@Nullable Judgement> judge(List<SheetRow> rows, IntConsumer progress) {
        var judgements = new ArrayList<@Nullable Judgement>(rows.size());
        for (var row : rows) {
            var judgement = judge(row);
            judgements.add(judgement == null ? null : judgement.called(names(judgement)));
            progress.accept(++judged);
        }
        return judgements;
    }

    private @Nullable Judgement judge(SheetRow given) {
        var row = given.with(records.changed(headings, given.cells()));
        if (SKIP.equals(row.decision())) {
            return new Judgement(State.SKIPPED, null, Map.of(), List.of(), Map.of(), List.of());
        }
        if (!TAKE.equals(row.decision()) && row.mended().isEmpty()) {
            if (Vocabulary.isTotal(row.cells())) {
                return row.part() == 1 ? Judgement.aside("total") : null;
            }
            if (headings.size() > 1 && Vocabulary.isNote(row.cells())) {
                return row.part() == 1 ? Judgement.aside("note") : null;
            }
            if (isHeadings(row)) {
                return row.part() == 1 ? Judgement.aside("headings") : null;
            }
        }
        var part = part(row);
        if (!part.isIn(row)) {
            return parts.values().stream().anyMatch(other -> other.isIn(row)) ? null : Judgement.aside("nothing");
        }
        var values = new LinkedHashMap<String, String>();
        var unfit = new LinkedHashMap<String, Unfit>();
        for (var field : target.fields()) {
            read(row, part, field, values, unfit);
        }
        if (isShifted(row, part)) {
            shifted(row, part).forEach(unfit::putIfAbsent);
        }
        if (!unfit.isEmpty()) {
            return new Judgement(State.FAULTY, null, values, List.of(), unfit, List.of());
        }
        var asked = Answer.key(records.identity(values));
        if (SKIP.equals(answers.to(Answer.RECORD, asked)) && !TAKE.equals(row.decision())) {
            return new Judgement(State.SKIPPED, null, Map.of(), List.of(), Map.of(), List.of());
        }
        var match = decided(row.decision())
                .or(() -> decided(answers.to(Answer.RECORD, asked)))
                .orElseGet(() -> records.match(values));
        unfit.putAll(records.check(match, values));
        if (!unfit.isEmpty()) {
            return new Judgement(State.FAULTY, null, values, List.of(), unfit, List.of());
        }
        return switch (match) {
            case Match.Known(var record) -> known(row, record, values);
            case Match.Doubtful(var alike) ->
                new Judgement(
                                State.DOUBTFUL,
                                null,
                                values,
                                List.of(),
                                Map.of(),
                                alike.stream()
                                        .limit(MOST_OFFERED)
                                        .map(record -> new Candidate(record, records.label(record)))
                                        .toList())
                        .asking(asked);
            case Match.Unknown() ->
                likeNoOther(
                        row,
                        asked,
                        once(
                                row,
                                "new " + records.identity(values),
                                new Judgement(State.NEW, null, values, List.of(), Map.of(), List.of())));
        };
    }

    /** A row with more cells than headings is no longer under them, until a person has looked at every value of it. */
    private boolean isShifted(SheetRow row, Part part) {
        return row.cells().size() > width
                && !target.fields().stream()
                        .map(SheetField::name)
                        .filter(part::holds)
                        .allMatch(row.mended()::containsKey);
    }

    private Map<String, Unfit> shifted(SheetRow row, Part part) {
        var beyond = row.cells().subList(width, row.cells().size()).stream()
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" · "));
        var unfit = new LinkedHashMap<String, Unfit>();
        for (var field : target.fields()) {
            if (part.holds(field.name())) {
                unfit.put(field.name(), new Unfit("shifted", beyond));
            }
        }
        return unfit;
    }

    private Optional<Match> decided(@Nullable String decision) {
        if (decision == null) {
            return Optional.empty();
        }
        return decision.equals(CREATE)
                ? Optional.of(new Match.Unknown())
                : Optional.ofNullable(records.values(decision)).map(known -> new Match.Known(decision));
    }

    /** Where a page begins anew the headings stand there again. */
    private boolean isHeadings(SheetRow row) {
        var filled = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            var cell = row.cells().get(column);
            if (!cell.isEmpty() && (column >= headings.size() || !cell.equals(headings.get(column)))) {
                return false;
            }
            filled += cell.isEmpty() ? 0 : 1;
        }
        return filled > 1;
    }

    /** How values are called that are keys of records, where that differs from what stands there. */
    private Map<String, String> names(Judgement judgement) {
        var names = new LinkedHashMap<String, String>();
        judgement.values().forEach((field, value) -> name(names, field, value));
        for (var difference : judgement.differences()) {
            name(names, difference.field(), difference.before());
            name(names, difference.field(), difference.after());
        }
        return names;
    }

    private void name(Map<String, String> names, String field, String value) {
        var called = records.called(field, value);
        if (!called.equals(value)) {
            names.put(Judgement.name(field, value), called);
        }
    }

    private Part part(SheetRow row) {
        return Objects.requireNonNull(parts.getOrDefault(row.part(), parts.get(1)));
    }

    private void read(SheetRow row, Part part, SheetField field, Map<String, String> values, Map<String, Unfit> unfit) {
        var given = row.cell(field.name(), part);
        var meant = row.mended().containsKey(field.name()) ? null : answers.to(field.name(), given);
        var cell = meant == null ? given : meant;
        if (cell.isEmpty() || saysNothing(field, cell)) {
            if (field.required()) {
                unfit.put(field.name(), new Unfit("required", ""));
            }
        } else if (cell.length() > SheetFile.MOST_LETTERS) {
            unfit.put(field.name(), new Unfit("too-long", Integer.toString(SheetFile.MOST_LETTERS)));
        } else if (cell.equals(SheetFile.UNCOMPUTED)) {
            unfit.put(field.name(), new Unfit("uncomputed", ""));
        } else if (cell.indexOf('\uFFFD') >= 0) {
            unfit.put(field.name(), new Unfit("unreadable", ""));
        } else if (ERROR.matcher(cell).matches()) {
            unfit.put(field.name(), new Unfit("error-in-sheet", ""));
        } else {
            var heading = meant == null && field.isCounted()
                    ? heading(row, part.columns().get(field.name()), cell)
                    : "";
            var reading = heading.isEmpty() ? records.read(field, cell) : field.read(cell, heading);
            switch (meant == null ? inOrder(field, part.columns().get(field.name()), cell, reading) : reading) {
                case Reading.Value(var text) -> values.put(field.name(), text);
                case Unfit fault -> unfit.put(field.name(), fault);
            }
        }
    }

    /** A day that can be read in two ways is read as the others of its column. */
    private Reading inOrder(SheetField field, @Nullable Integer column, String cell, Reading reading) {
        return column != null && reading instanceof Unfit unfit && DayOrders.isAsked(cell, unfit)
                ? orders.isDayFirst(field.name(), column, other -> records.read(field, other))
                        .map(dayFirst -> records.read(
                                field,
                                dayFirst
                                        ? unfit.suggestions().getFirst()
                                        : unfit.suggestions().getLast()))
                        .orElse(reading)
                : reading;
    }

    /** What stands above the cell, while nobody has said what it means. */
    private String heading(SheetRow row, @Nullable Integer column, String cell) {
        return column != null
                        && column < headings.size()
                        && column < row.cells().size()
                        && row.cells().get(column).equals(cell)
                ? headings.get(column)
                : "";
    }

    /** A word for nothing, unless it is one of the values that can be chosen, as NA is Namibia. */
    private boolean saysNothing(SheetField field, String cell) {
        return Vocabulary.isNothing(cell) && !(field.telling() && records.read(field, cell) instanceof Reading.Value);
    }

    private Judgement known(SheetRow row, String record, Map<String, String> values) {
        var current = records.values(record);
        var said = records.about(record, values);
        var differences = new ArrayList<Difference>();
        for (var field : target.fields()) {
            var given = said.get(field.name());
            var before = current == null ? "" : current.getOrDefault(field.name(), "");
            if (given != null) {
                var after = field.list() ? joined(before, given) : given;
                if (!after.equals(before)) {
                    differences.add(difference(row, records.code(record), field, before, after));
                }
            }
        }
        return once(
                row,
                record,
                new Judgement(
                        differences.stream().allMatch(Difference::kept) ? State.SAME : State.CHANGED,
                        record,
                        values,
                        differences,
                        Map.of(),
                        List.of(new Candidate(record, records.label(record)))));
    }

    private Difference difference(SheetRow row, String code, SheetField field, String before, String after) {
        var asked = askedAlready.contains(SheetDocuments.asked(code, field.name(), after));
        var isOpen = restingElsewhere.contains(code)
                && !before.isEmpty()
                && !field.list()
                && !asked
                && !row.kept().contains(field.name())
                && !row.taken().contains(field.name());
        return new Difference(
                field.name(),
                before,
                after,
                row.kept().contains(field.name()) || asked && !row.taken().contains(field.name()),
                isOpen);
    }

    private static String joined(String before, String given) {
        var all = SheetField.entries(before);
        all.addAll(SheetField.entries(given));
        return String.join("; ", all);
    }

    /** A new record that is nearly one of an earlier row is asked about. */
    private Judgement likeNoOther(SheetRow row, String asked, Judgement judgement) {
        if (judgement.state() != State.NEW) {
            return judgement;
        }
        var keys = records.nearly(judgement.values());
        var earlier = keys.stream().map(nearly::get).filter(Objects::nonNull).findFirst();
        keys.forEach(key -> nearly.putIfAbsent(key, row.position()));
        if (earlier.isEmpty() || CREATE.equals(row.decision()) || CREATE.equals(answers.to(Answer.RECORD, asked))) {
            return judgement;
        }
        return new Judgement(
                        State.DOUBTFUL,
                        null,
                        judgement.values(),
                        List.of(),
                        Map.of(
                                target.fields().getFirst().name(),
                                new Unfit("like-row", Integer.toString(earlier.get()))),
                        List.of())
                .asking(asked);
    }

    private Judgement once(SheetRow row, String what, Judgement judgement) {
        var others = taken.computeIfAbsent(what, key -> new ArrayList<>());
        var same = others.stream()
                .filter(other ->
                        judgement.state() != State.NEW || !records.areApart(other.values(), judgement.values()))
                .findFirst()
                .or(() -> CREATE.equals(row.decision())
                        ? Optional.empty()
                        : others.stream().findFirst());
        if (same.isEmpty()) {
            others.add(new Taken(row.position(), judgement.values()));
            return judgement;
        }
        var isNamesake =
                judgement.state() == State.NEW && records.areApart(same.get().values(), judgement.values());
        var field = target.fields().getFirst().name();
        var reason = isNamesake ? "namesake-in-row" : "same-as-row";
        return new Judgement(
                isNamesake ? State.DOUBTFUL : State.FAULTY,
                null,
                judgement.values(),
                List.of(),
                Map.of(field, new Unfit(reason, Integer.toString(same.get().position()))),
                List.of());
    }
}
