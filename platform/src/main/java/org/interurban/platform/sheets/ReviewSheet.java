package org.interurban.platform.sheets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.interurban.platform.sheets.Judgement.State;
import org.interurban.platform.sheets.SheetImport.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds every row against the records as they are, and keeps what a person decided about it. */
@Service
class ReviewSheet {

    static final IntConsumer NO_PROGRESS = done -> {};

    private final SheetImports imports;
    private final SheetRows allRows;
    private final SheetTargets targets;
    private final SheetReach reach;

    ReviewSheet(SheetImports imports, SheetRows allRows, SheetTargets targets, SheetReach reach) {
        this.imports = imports;
        this.allRows = allRows;
        this.targets = targets;
        this.reach = reach;
    }

    /**
     * What a person said about one row.
     *
     * @param mended cells written anew, by field
     * @param choice skip, create, a record's key, or empty for no decision
     */
    record Decision(int position, Map<String, String> mended, String choice) {}

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
                        sheet.columns(), headings, targets.get(sheet.target()).fields());
    }

    /**
     * @param fieldByColumn the field that each column holds, empty for none
     * @param sure whether the person confirms what was guessed
     */
    @Transactional
    Chosen choose(SheetImport sheet, List<String> fieldByColumn, boolean sure) {
        reach.require(sheet.id());
        var target = targets.get(sheet.target());
        var columns = new LinkedHashMap<String, Integer>();
        var twice = new java.util.TreeSet<String>();
        for (int column = 0; column < fieldByColumn.size(); column++) {
            var field = fieldByColumn.get(column);
            if (target.fields().stream().anyMatch(known -> known.name().equals(field))
                    && columns.putIfAbsent(field, column) != null) {
                twice.add(field);
            }
        }
        if (!twice.isEmpty()) {
            return new Chosen.Twice(List.copyOf(twice));
        }
        var missing = target.fields().stream()
                .filter(field -> field.required() && !columns.containsKey(field.name()))
                .map(SheetField::name)
                .toList();
        if (!missing.isEmpty()) {
            return new Chosen.Missing(missing);
        }
        var unsure = guessed(sheet).stream()
                .filter(field ->
                        Objects.equals(columns.get(field), sheet.columns().get(field)))
                .toList();
        if (!sure && !unsure.isEmpty()) {
            return new Chosen.Unsure(unsure);
        }
        var chosen = new SheetImport(
                sheet.id(),
                sheet.target(),
                sheet.fileName(),
                sheet.charset(),
                sheet.worksheets(),
                sheet.worksheet(),
                sheet.headerRow(),
                sheet.width(),
                columns,
                Stage.ROWS,
                null,
                List.of(),
                sheet.uploadedAt(),
                null,
                null);
        imports.save(chosen);
        imports.remember(sheet.target(), allRows.headings(sheet), columns);
        allRows.forgetJudgements(sheet.id());
        return new Chosen.Accepted();
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
        var judge = new Judge(target, target.records(), sheet);
        var rows = allRows.rows(sheet, 0);
        while (!rows.isEmpty()) {
            allRows.saveJudgements(sheet.id(), rows, judge.judge(rows, progress));
            rows = allRows.rows(sheet, rows.getLast().position());
        }
    }

    @Transactional
    void decide(SheetId id, List<Decision> decisions) {
        reach.require(id);
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() != Stage.ROWS) {
            return;
        }
        for (var decision : decisions) {
            allRows.decide(id, decision.position(), decision.mended(), choice(decision.choice()));
        }
        judge(sheet, NO_PROGRESS);
    }

    private static @Nullable String choice(String given) {
        return given.isBlank() ? null : given;
    }

    @Transactional
    void skipAll(SheetId id, State state) {
        reach.require(id);
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() == Stage.ROWS) {
            allRows.skipAll(id, state);
            judge(sheet, NO_PROGRESS);
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
