package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.sheets.Judgement.Difference;
import org.interurban.platform.sheets.Judgement.State;
import org.interurban.platform.sheets.SheetImport.Stage;
import org.interurban.platform.sheets.SheetRows.Applied;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the reviewed rows records: all of them, or none where the records are no longer as they were reviewed. */
@Service
class ImportSheet {

    private final SheetImports imports;
    private final SheetRows allRows;
    private final SheetTargets targets;
    private final Audit audit;

    ImportSheet(SheetImports imports, SheetRows allRows, SheetTargets targets, Audit audit) {
        this.imports = imports;
        this.allRows = allRows;
        this.targets = targets;
        this.audit = audit;
    }

    sealed interface Outcome {
        record Imported(int created, int changed) implements Outcome {}

        /** Rows that a person has not decided about. */
        record Open(int rows) implements Outcome {}

        /** Rows that came out differently because somebody changed records meanwhile; they are to be reviewed again. */
        record Outdated(int rows) implements Outcome {}

        record NotReady() implements Outcome {}
    }

    @Transactional
    Outcome run(SheetId id, IntConsumer progress) {
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() != Stage.ROWS) {
            return new Outcome.NotReady();
        }
        var target = targets.get(sheet.target());
        var outcome = obstacle(sheet, target, progress);
        if (outcome.isPresent()) {
            imports.setJob(id, null);
            return outcome.get();
        }
        return apply(sheet, target, progress);
    }

    /** Why the rows cannot be imported as they were reviewed, where they cannot. */
    private Optional<Outcome> obstacle(SheetImport sheet, SheetTarget target, IntConsumer progress) {
        var judge = new Judge(target, target.records(), sheet);
        var outdated = 0;
        var open = 0;
        var part = allRows.judged(sheet, 0);
        while (!part.isEmpty()) {
            var rows = part.stream().map(SheetRows.Judged::row).toList();
            var judgements = judge.judge(rows, judged -> progress.accept(0));
            for (int i = 0; i < judgements.size(); i++) {
                outdated += judgements.get(i).equals(part.get(i).judgement()) ? 0 : 1;
                open += judgements.get(i).isOpen() ? 1 : 0;
            }
            if (outdated > 0) {
                allRows.saveJudgements(sheet.id(), rows, judgements);
            }
            part = allRows.judged(sheet, last(part));
        }
        return outdated > 0
                ? Optional.of(new Outcome.Outdated(outdated))
                : open > 0 ? Optional.of(new Outcome.Open(open)) : Optional.empty();
    }

    private static int last(List<SheetRows.Judged> part) {
        return part.getLast().row().position();
    }

    private Outcome apply(SheetImport sheet, SheetTarget target, IntConsumer progress) {
        var records = new HashMap<Integer, String>();
        var created = 0;
        var changed = 0;
        var done = 0;
        var part = allRows.judged(sheet, 0);
        while (!part.isEmpty()) {
            var wanted = part.stream()
                    .filter(row -> row.judgement().state() == State.NEW)
                    .toList();
            var made = target.create(
                    wanted.stream().map(row -> row.judgement().values()).toList());
            for (int i = 0; i < made.size(); i++) {
                records.put(wanted.get(i).row().position(), made.get(i));
            }
            created += made.size();
            var changes = new LinkedHashMap<String, Map<String, String>>();
            for (var row : part) {
                var record = row.judgement().record();
                if (row.judgement().state() == State.CHANGED && record != null) {
                    var values = new LinkedHashMap<String, String>();
                    row.judgement().differences().forEach(one -> values.put(one.field(), one.after()));
                    changes.put(record, values);
                    records.put(row.row().position(), record);
                }
            }
            target.update(changes);
            changed += changes.size();
            done += part.size();
            progress.accept(done);
            part = allRows.judged(sheet, last(part));
        }
        saveApplied(sheet, target.records(), records);
        imports.imported(sheet.id());
        audit.record(
                "intake.imported",
                new Audit.Subject("sheet", sheet.id().toString()),
                Map.of(
                        "target", sheet.target(),
                        "file", sheet.fileName(),
                        "created", Integer.toString(created),
                        "changed", Integer.toString(changed)));
        return new Outcome.Imported(created, changed);
    }

    /** Values are kept as they read afterwards, so that a later change of them is seen when the import is taken back. */
    private void saveApplied(SheetImport sheet, SheetTarget.Records now, Map<Integer, String> records) {
        var part = allRows.judged(sheet, 0);
        while (!part.isEmpty()) {
            var applied = new ArrayList<Applied>();
            for (var row : part) {
                var record = records.get(row.row().position());
                if (record != null) {
                    applied.add(applied(row, record, now.values(record)));
                }
            }
            allRows.saveApplied(sheet.id(), applied);
            part = allRows.judged(sheet, last(part));
        }
    }

    private static Applied applied(SheetRows.Judged row, String record, @Nullable Map<String, String> values) {
        var after = values == null ? Map.<String, String>of() : values;
        if (row.judgement().state() == State.NEW) {
            return new Applied(row.row().position(), record, null, after);
        }
        var was = new LinkedHashMap<String, String>();
        var is = new LinkedHashMap<String, String>();
        for (Difference one : row.judgement().differences()) {
            was.put(one.field(), one.before());
            is.put(one.field(), after.getOrDefault(one.field(), ""));
        }
        return new Applied(row.row().position(), record, was, is);
    }
}
