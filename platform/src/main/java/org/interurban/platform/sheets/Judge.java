package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private static final int MOST_OFFERED = 20;
    private static final Pattern ERROR = Pattern.compile("#(REF|N/A|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC)[!?]?");

    private final SheetTarget target;
    private final SheetTarget.Records records;
    private final Map<Integer, Part> parts;
    private final int width;
    private final Map<String, List<Taken>> taken = new HashMap<>();
    private int judged;

    /** An earlier row about the same record. */
    private record Taken(int position, Map<String, String> values) {}

    Judge(SheetTarget target, SheetTarget.Records records, SheetImport sheet) {
        this.target = target;
        this.records = records;
        this.parts = Part.of(target, sheet);
        var headings = sheet.width();
        this.width = headings == null
                ? Integer.MAX_VALUE
                : sheet.columns().values().stream().mapToInt(column -> column + 1).reduce(headings, Math::max);
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
            judgements.add(judge(row));
            progress.accept(++judged);
        }
        return judgements;
    }

    private @Nullable Judgement judge(SheetRow row) {
        if (SKIP.equals(row.decision())) {
            return new Judgement(State.SKIPPED, null, Map.of(), List.of(), Map.of(), List.of());
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
        var decided = decided(row.decision());
        var match = decided == null ? records.match(values) : decided;
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
                                .toList());
            case Match.Unknown() ->
                once(
                        row,
                        "new " + records.identity(values),
                        new Judgement(State.NEW, null, values, List.of(), Map.of(), List.of()));
        };
    }

    /** A row with more cells than headings is no longer under them, until a person has looked at every value of it. */
    private boolean isShifted(SheetRow row, Part part) {
        return row.cells().size() > width
                && !row.mended().keySet().containsAll(part.columns().keySet());
    }

    private Map<String, Unfit> shifted(SheetRow row, Part part) {
        var beyond = row.cells().subList(width, row.cells().size()).stream()
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" · "));
        var unfit = new LinkedHashMap<String, Unfit>();
        for (var field : target.fields()) {
            if (part.columns().containsKey(field.name())) {
                unfit.put(field.name(), new Unfit("shifted", beyond));
            }
        }
        return unfit;
    }

    private @Nullable Match decided(@Nullable String decision) {
        if (decision == null) {
            return null;
        }
        return decision.equals(CREATE)
                ? new Match.Unknown()
                : records.values(decision) == null ? null : new Match.Known(decision);
    }

    private Part part(SheetRow row) {
        return Objects.requireNonNull(parts.getOrDefault(row.part(), parts.get(1)));
    }

    private void read(SheetRow row, Part part, SheetField field, Map<String, String> values, Map<String, Unfit> unfit) {
        var cell = row.cell(field.name(), part);
        if (cell.isEmpty()) {
            if (field.required()) {
                unfit.put(field.name(), new Unfit("required", ""));
            }
        } else if (cell.length() > SheetFile.MOST_LETTERS) {
            unfit.put(field.name(), new Unfit("too-long", Integer.toString(SheetFile.MOST_LETTERS)));
        } else if (ERROR.matcher(cell).matches()) {
            unfit.put(field.name(), new Unfit("error-in-sheet", ""));
        } else {
            switch (records.read(field, cell)) {
                case Reading.Value(var text) -> values.put(field.name(), text);
                case Unfit fault -> unfit.put(field.name(), fault);
            }
        }
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
                    differences.add(new Difference(field.name(), before, after));
                }
            }
        }
        return once(
                row,
                record,
                new Judgement(
                        differences.isEmpty() ? State.SAME : State.CHANGED,
                        record,
                        values,
                        differences,
                        Map.of(),
                        List.of(new Candidate(record, records.label(record)))));
    }

    private static String joined(String before, String given) {
        var all = SheetField.entries(before);
        all.addAll(SheetField.entries(given));
        return String.join("; ", all);
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
