package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.interurban.platform.sheets.Judgement.State;
import org.interurban.platform.sheets.SheetImport.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds every row against the records as they are, and keeps what a person decided about it. What was decided may change what is true
 * of any row: {@link SheetWork#say} has all of them looked through afterwards.
 */
@Service
class ReviewSheet {

    static final IntConsumer NO_PROGRESS = done -> {};

    private final SheetImports imports;
    private final SheetRows allRows;
    private final SheetTargets targets;
    private final SheetReach reach;
    private final SheetAnswers answers;
    private final Judges judges;

    ReviewSheet(
            SheetImports imports,
            SheetRows allRows,
            SheetTargets targets,
            SheetReach reach,
            SheetAnswers answers,
            Judges judges) {
        this.imports = imports;
        this.allRows = allRows;
        this.targets = targets;
        this.reach = reach;
        this.answers = answers;
        this.judges = judges;
    }

    /**
     * What a person said about one row.
     *
     * @param part which of the records that it makes; null for all
     * @param mended cells written anew, by field
     * @param choice skip, create, a record's key, or empty for no decision
     */
    record Decision(
            int position,
            @Nullable Integer part,
            Map<String, String> mended,
            @Nullable String choice) {}

    sealed interface Chosen {
        record Accepted() implements Chosen {}

        /** Fields that every row needs and no column holds. */
        record Missing(List<String> fields) implements Chosen {}

        /** Fields that two columns claim. */
        record Twice(List<String> fields) implements Chosen {}

        /** Fields whose columns were guessed and are neither confirmed nor chosen otherwise. */
        record Unsure(List<String> fields) implements Chosen {}
    }

    /** The fields whose columns were guessed from names or values that leave a doubt; none where a person chose them once. */
    Set<String> guessed(SheetImport sheet) {
        var headings = allRows.headings(sheet);
        return sheet.stage() != Stage.COLUMNS
                        || imports.remembered(sheet.target(), headings).isPresent()
                ? Set.of()
                : Headings.guessed(
                        sheet.columns(), headings, targets.get(sheet.target()).columns());
    }

    /**
     * @param fieldByColumn the field that each column holds, empty for none
     * @param said what is the same in all rows, by field
     * @param source the code of the document that the sheet is; asked for only once the columns are right, since it may make one
     * @param sure whether the person confirms what was guessed
     */
    @Transactional
    Chosen choose(
            SheetImport sheet,
            List<String> fieldByColumn,
            Map<String, String> said,
            Supplier<@Nullable String> source,
            boolean sure) {
        reach.require(sheet.id());
        var target = targets.get(sheet.target());
        var known = target.columns().stream().map(SheetField::name).collect(Collectors.toSet());
        var byColumn = new LinkedHashMap<Integer, String>();
        for (int column = 0; column < fieldByColumn.size(); column++) {
            if (known.contains(fieldByColumn.get(column))) {
                byColumn.put(column, fieldByColumn.get(column));
            }
        }
        var columns = Part.numbered(byColumn);
        var again =
                target.repeats().stream().map(repeat -> repeat.column().name()).collect(Collectors.toSet());
        var twice = columns.keySet().stream()
                .filter(name -> !name.equals(Part.field(name)))
                .map(Part::field)
                .filter(field -> !again.contains(field))
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            return new Chosen.Twice(twice);
        }
        var unsure = guessed(sheet).stream()
                .filter(name ->
                        Objects.equals(columns.get(name), sheet.columns().get(name)))
                .toList();
        var tried = chosen(sheet, columns, said, sheet.source());
        var missing = missing(tried, target);
        if (missing.isEmpty()) {
            missing = missingInAll(tried, target);
        }
        if (!missing.isEmpty()) {
            return new Chosen.Missing(missing);
        }
        if (!sure && !unsure.isEmpty()) {
            return new Chosen.Unsure(unsure);
        }
        var chosen = chosen(sheet, columns, said, source.get());
        imports.save(chosen);
        imports.remember(sheet.target(), allRows.headings(sheet), columns);
        allRows.part(chosen, Part.of(target, chosen).values());
        return new Chosen.Accepted();
    }

    private static SheetImport chosen(
            SheetImport sheet, Map<String, Integer> columns, Map<String, String> said, @Nullable String source) {
        return new SheetImport(
                sheet.id(),
                sheet.target(),
                sheet.fileName(),
                sheet.charset(),
                sheet.worksheets(),
                sheet.worksheet(),
                sheet.hidden(),
                sheet.headerRow(),
                sheet.width(),
                columns,
                said,
                source,
                Stage.ROWS,
                null,
                List.of(),
                sheet.uploadedAt(),
                null,
                null);
    }

    /** The fields that every record needs and that neither a column nor what is said for all rows holds. */
    private static List<String> missing(SheetImport sheet, SheetTarget target) {
        var parts = Part.of(target, sheet).values();
        return target.fields().stream()
                .filter(SheetField::required)
                .map(SheetField::name)
                .filter(field -> parts.stream()
                        .anyMatch(part -> !part.holds(field) && !part.said().containsKey(field)))
                .toList();
    }

    /** The fields that no column holds and for want of which every one of the first rows is at fault. */
    private List<String> missingInAll(SheetImport sheet, SheetTarget target) {
        var parts = Part.of(target, sheet).values();
        var rows = allRows.rows(sheet, null).stream()
                .filter(row -> row.part() == 1)
                .map(row -> new SheetRow(row.position(), 1, row.cells(), Map.of(), List.of(), List.of(), null))
                .toList();
        var judge = judges.of(sheet, target, target.records());
        Set<String> wanting = null;
        for (var row : rows) {
            var judgement = judge.judge(List.of(row), NO_PROGRESS).getFirst();
            if (judgement != null && judgement.state().isRead()) {
                var unfit = judgement.unfit().keySet();
                wanting = new LinkedHashSet<>(wanting == null ? unfit : wanting);
                wanting.removeIf(field -> !unfit.contains(field)
                        || field.equals(FormColumns.CODE)
                        || parts.stream()
                                .anyMatch(
                                        part -> part.holds(field) || part.said().containsKey(field)));
                if (wanting.isEmpty()) {
                    break;
                }
            }
        }
        return wanting == null ? List.of() : List.copyOf(wanting);
    }

    /** Judges all rows as the records are now. */
    @Transactional
    void review(SheetId id, IntConsumer progress) {
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() == Stage.COLUMNS || sheet.stage() == Stage.ROWS) {
            judge(sheet, progress);
            imports.goTo(id, Stage.ROWS);
        }
    }

    private void judge(SheetImport sheet, IntConsumer progress) {
        var target = targets.get(sheet.target());
        var judge = judges.of(sheet, target, target.records());
        var rows = allRows.rows(sheet, null);
        while (!rows.isEmpty()) {
            allRows.saveJudgements(sheet.id(), rows, judge.judge(rows, progress));
            rows = allRows.rows(sheet, rows.getLast());
        }
    }

    /**
     * @param all whether the same holds for all rows with the same cell
     * @param remember whether it does so for later sheets of the person, too
     */
    @Transactional
    void decide(SheetId id, List<Decision> decisions, boolean all, boolean remember) {
        reach.require(id);
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() != Stage.ROWS) {
            return;
        }
        var parts = Part.of(targets.get(sheet.target()), sheet);
        for (var decision : decisions) {
            var left = all ? answer(sheet, decision, parts, remember) : decision;
            decide(id, left);
        }
    }

    private void decide(SheetId id, Decision decision) {
        if (!decision.mended().isEmpty()) {
            allRows.mend(id, decision.position(), decision.part(), decision.mended());
        }
        var choice = decision.choice();
        if (choice != null) {
            allRows.decide(id, Set.of(decision.position()), decision.part(), choice.isBlank() ? null : choice);
        }
    }

    /**
     * Keeps what was said of one row as an answer for all with the same cell.
     *
     * @return what holds for this row alone: a cell that is empty elsewhere too, or a fault that no other row has
     */
    private Decision answer(SheetImport sheet, Decision decision, Map<Integer, Part> parts, boolean remember) {
        var given = new ArrayList<Answer>();
        var left = new LinkedHashMap<>(decision.mended());
        var choice = decision.choice();
        for (var asked : allRows.judgedAt(sheet, decision.position())) {
            var row = asked.row();
            var part = parts.get(row.part());
            if (part == null || row.part() != Objects.requireNonNullElse(decision.part(), row.part())) {
                continue;
            }
            decision.mended().forEach((field, meant) -> {
                var fault = asked.judgement().unfit().get(field);
                var cell = row.unmended().cell(field, part);
                if (fault == null || SheetQuestions.OF_ONE_ROW.contains(fault.reason())) {
                    return;
                }
                if (cell.isEmpty()) {
                    allRows.mendEmpty(sheet.id(), field, part.columns().get(field), meant);
                } else {
                    given.add(new Answer(field, cell, meant, remember));
                }
                left.remove(field);
            });
            var what = asked.judgement().asked();
            if (choice != null && what != null) {
                given.add(new Answer(Answer.RECORD, what, choice, remember && !choice.equals(Judge.SKIP)));
                choice = null;
            }
        }
        answers.give(sheet.id(), given.stream().distinct().toList());
        allRows.unmend(
                sheet.id(),
                decision.position(),
                given.stream().map(Answer::field).toList());
        return new Decision(decision.position(), decision.part(), left, choice);
    }

    /** @param position null for all rows whose record differs there */
    @Transactional
    void keep(SheetId id, @Nullable Integer position, String field, boolean kept) {
        reach.require(id);
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() == Stage.ROWS) {
            allRows.keep(id, position, field, kept);
        }
    }

    /** @param in the rows among those shown that come in */
    @Transactional
    void take(SheetId id, Set<Integer> shown, Set<Integer> in) {
        reach.require(id);
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() != Stage.ROWS) {
            return;
        }
        var out = new TreeSet<>(shown);
        allRows.judgedAt(sheet, shown).stream()
                .filter(row -> row.judgement().state().isRead())
                .forEach(row -> out.remove(row.row().position()));
        allRows.decide(
                id, left(shown, position -> !out.contains(position) && !in.contains(position)), null, Judge.SKIP);
        allRows.decide(id, left(out, in::contains), null, Judge.TAKE);
    }

    private static Set<Integer> left(Set<Integer> positions, IntPredicate wanted) {
        return positions.stream().filter(wanted::test).collect(Collectors.toSet());
    }

    @Transactional
    void takeBackAnswer(SheetId id, int number) {
        reach.require(id);
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() == Stage.ROWS) {
            answers.takeBack(id, number);
        }
    }

    @Transactional
    void skipAll(SheetId id, State state) {
        reach.require(id);
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() == Stage.ROWS) {
            allRows.skipAll(id, state);
        }
    }

    @Transactional
    void discard(SheetId id) {
        reach.require(id);
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() == Stage.COLUMNS || sheet.stage() == Stage.ROWS) {
            imports.discarded(id);
        }
    }
}
