package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interurban.platform.sheets.Judgement.Candidate;
import org.interurban.platform.sheets.Judgement.Difference;
import org.interurban.platform.sheets.Judgement.State;
import org.interurban.platform.sheets.SheetRows.Judged;
import org.interurban.platform.sheets.SheetTarget.Reading.Unfit;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet as its page shows them: a line for each row, a cell for each column that is not left out.
 *
 * @param further whether any line has faults of fields that stand in no column
 */
record ReviewGrid(List<Head> heads, List<Line> lines, boolean further) {

    private static final int LONGEST = 160;

    /** What the row needs, most urgent first. */
    private static final List<State> URGENT =
            List.of(State.FAULTY, State.DOUBTFUL, State.CHANGED, State.NEW, State.SAME, State.SKIPPED, State.ASIDE);

    /** @param name the field, with its number where it stands in several columns */
    record Head(int column, String letter, String heading, String name, String field) {}

    /** @param aside why it is no record, said by the message {@code sheets.aside.<aside>} */
    record Line(
            int position,
            State state,
            String about,
            List<Cell> cells,
            List<Cell> further,
            @Nullable String aside) {

        public boolean isIn() {
            return state != State.SKIPPED && state != State.ASIDE;
        }
    }

    /**
     * @param mark new, changed, kept, open, doubtful, faulty, or empty for none
     * @param text what it means
     * @param before what the record has, where that is something else; empty where it is the same
     * @param words as it stands in the sheet, where that is written in another way; else empty
     * @param perhaps what may have been meant; else empty
     * @param place the row, or the record of it, for which the cell speaks
     */
    record Cell(
            String mark,
            String text,
            String before,
            String words,
            String perhaps,
            String place,
            String field,
            @Nullable Unfit unfit) {}

    /** How a value is called. */
    interface Called {
        String by(Judgement judgement, String field, String value);
    }

    static ReviewGrid of(
            SheetImport sheet, SheetTarget target, List<String> headings, List<Judged> rows, Called called) {
        var heads = sheet.columns().entrySet().stream()
                .map(column -> new Head(
                        column.getValue(),
                        SheetColumn.letter(column.getValue()),
                        column.getValue() < headings.size() ? headings.get(column.getValue()) : "",
                        column.getKey(),
                        Part.field(column.getKey())))
                .sorted(Comparator.comparingInt(Head::column))
                .toList();
        var parts = Part.of(target, sheet);
        var byPosition = new LinkedHashMap<Integer, List<Judged>>();
        rows.forEach(row -> byPosition
                .computeIfAbsent(row.row().position(), key -> new ArrayList<>())
                .add(row));
        var lines = byPosition.values().stream()
                .map(records -> line(records, heads, parts, target, called))
                .toList();
        return new ReviewGrid(
                heads, lines, lines.stream().anyMatch(line -> !line.further().isEmpty()));
    }

    private static Line line(
            List<Judged> records, List<Head> heads, Map<Integer, Part> parts, SheetTarget target, Called called) {
        var first = records.getFirst();
        var state = records.stream()
                .map(record -> record.judgement().state())
                .min(Comparator.comparingInt(URGENT::indexOf))
                .orElseThrow();
        var cells = heads.stream()
                .map(head -> cell(head, records, parts, target, called))
                .toList();
        var further = records.stream()
                .flatMap(record -> {
                    var part = part(record, parts);
                    return record.judgement().unfit().keySet().stream()
                            .filter(field -> !part.columns().containsKey(field))
                            .map(field -> cell(field, record, part, target, called));
                })
                .toList();
        return new Line(
                first.row().position(),
                state,
                records.stream()
                        .flatMap(record -> record.judgement().candidates().stream())
                        .filter(candidate -> state == State.CHANGED || state == State.SAME)
                        .map(Candidate::label)
                        .findFirst()
                        .orElse(""),
                cells,
                further,
                first.judgement().aside());
    }

    private static Part part(Judged record, Map<Integer, Part> parts) {
        return Objects.requireNonNull(parts.getOrDefault(record.row().part(), parts.get(1)));
    }

    /** Of the record that alone is read from the column; else of the first at fault there, else of the first. */
    private static Cell cell(
            Head head, List<Judged> records, Map<Integer, Part> parts, SheetTarget target, Called called) {
        var owner = parts.values().stream()
                .filter(part -> part.own().contains(head.column()))
                .findFirst();
        if (owner.isPresent()) {
            return records.stream()
                    .filter(record -> record.row().part() == owner.get().number())
                    .findFirst()
                    .map(record -> cell(field(head, owner.get()), record, owner.get(), target, called))
                    .orElseGet(() -> new Cell("", "", "", "", "", "", head.field(), null));
        }
        var one = records.stream()
                .filter(record -> record.judgement().unfit().containsKey(head.field()))
                .findFirst()
                .orElse(records.getFirst());
        return cell(head.field(), one, part(one, parts), target, called);
    }

    private static String field(Head head, Part part) {
        return part.columns().entrySet().stream()
                .filter(column ->
                        column.getValue() == head.column() && part.own().contains(column.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(head.field());
    }

    private static Cell cell(String field, Judged record, Part part, SheetTarget target, Called called) {
        var judgement = record.judgement();
        var row = record.row();
        var column = part.columns().get(field);
        var raw = column == null || column >= row.cells().size()
                ? ""
                : row.cells().get(column);
        var unfit = judgement.unfit().get(field);
        if (unfit != null) {
            var perhaps =
                    unfit.suggestions().isEmpty() ? "" : unfit.suggestions().getFirst();
            return new Cell(
                    perhaps.isEmpty() ? "faulty" : "doubtful",
                    cut(row.cell(field, part)),
                    "",
                    "",
                    perhaps,
                    row.place(),
                    field,
                    unfit);
        }
        var value = judgement.values().get(field);
        var difference = judgement.differences().stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .orElse(null);
        var text = value == null ? raw : called.by(judgement, field, value);
        var before = difference == null ? "" : called.by(judgement, field, difference.before());
        if (value == null && isField(field, target) && judgement.state().isRead() && !raw.isEmpty()) {
            text = ""; // a word for nothing
        }
        return new Cell(
                mark(judgement, difference, field, value, target),
                cut(text),
                cut(before),
                Answer.key(raw).equals(Answer.key(text)) ? "" : cut(raw),
                judgement.state() == State.DOUBTFUL
                                && isAbout(field, judgement, target)
                                && !judgement.candidates().isEmpty()
                        ? judgement.candidates().getFirst().label()
                        : "",
                row.place(),
                field,
                null);
    }

    /** Columns that hold a part of one stand as they are. */
    private static boolean isField(String name, SheetTarget target) {
        return target.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    private static String mark(
            Judgement judgement,
            @Nullable Difference difference,
            String field,
            @Nullable String value,
            SheetTarget target) {
        if (difference != null) {
            return difference.kept()
                    ? "kept"
                    : difference.open() ? "open" : difference.before().isEmpty() ? "new" : "changed";
        }
        return switch (judgement.state()) {
            case NEW -> value == null ? "" : "new";
            case DOUBTFUL -> isAbout(field, judgement, target) ? "doubtful" : "";
            case CHANGED, SAME, FAULTY, SKIPPED, ASIDE -> "";
        };
    }

    /** Whether the record is known by the field: the first that the row says anything of. */
    private static boolean isAbout(String field, Judgement judgement, SheetTarget target) {
        return target.fields().stream()
                .map(SheetField::name)
                .filter(judgement.values()::containsKey)
                .findFirst()
                .filter(field::equals)
                .isPresent();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
