package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.sheets.Judgement.Difference;
import org.interurban.platform.sheets.Judgement.State;
import org.interurban.platform.sheets.SheetDocuments.Disagreement;
import org.interurban.platform.sheets.SheetImport.Stage;
import org.interurban.platform.sheets.SheetRows.Applied;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the reviewed rows records: all of them, or none where the records are no longer as they were reviewed. */
@Service
class ImportSheet {

    private final SheetImports imports;
    private final SheetRows allRows;
    private final SheetTargets targets;
    private final SheetAnswers answers;
    private final Judges judges;
    private final SheetDocuments documents;
    private final SheetWords words;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ImportSheet(
            SheetImports imports,
            SheetRows allRows,
            SheetTargets targets,
            SheetAnswers answers,
            Judges judges,
            SheetDocuments documents,
            SheetWords words,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.allRows = allRows;
        this.targets = targets;
        this.answers = answers;
        this.judges = judges;
        this.documents = documents;
        this.words = words;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    sealed interface Outcome {
        record Imported(int created, int changed) implements Outcome {}

        /** Rows that a person has not decided about. */
        record Open(int rows) implements Outcome {}

        /** Rows that came out differently because somebody changed records meanwhile; they are to be reviewed again. */
        record Outdated(int rows) implements Outcome {}

        record NotReady() implements Outcome {}
    }

    /** Where somebody changed a record while the rows were written, nothing stays written, and the rows are held against it again. */
    Outcome run(SheetId id, IntConsumer progress) {
        var overtaken = new HashSet<String>();
        var outcome = transaction.execute(status -> {
            var attempted = attempt(id, overtaken, progress);
            if (!overtaken.isEmpty()) {
                status.setRollbackOnly();
            }
            return attempted;
        });
        if (!overtaken.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                var sheet = imports.lock(id).orElseThrow();
                var target = targets.get(sheet.target());
                obstacle(sheet, target, target.records(), progress);
                imports.setJob(id, null);
            });
        }
        return outcome;
    }

    private Outcome attempt(SheetId id, Set<String> overtaken, IntConsumer progress) {
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() != Stage.ROWS) {
            return new Outcome.NotReady();
        }
        var target = targets.get(sheet.target());
        var records = target.records();
        var outcome = obstacle(sheet, target, records, progress);
        if (outcome.isPresent()) {
            imports.setJob(id, null);
            return outcome.get();
        }
        return apply(sheet, target, records, overtaken, progress);
    }

    /** Why the rows cannot be imported as they were reviewed, where they cannot. */
    private Optional<Outcome> obstacle(
            SheetImport sheet, SheetTarget target, SheetTarget.Records records, IntConsumer progress) {
        var judge = judges.of(sheet, target, records);
        var outdated = 0;
        var open = 0;
        var part = allRows.judged(sheet, null);
        while (!part.isEmpty()) {
            var rows = part.stream().map(SheetRows.Judged::row).toList();
            var judgements = judge.judge(rows, judged -> progress.accept(0));
            for (int i = 0; i < judgements.size(); i++) {
                var judgement = judgements.get(i);
                outdated += part.get(i).judgement().equals(judgement) ? 0 : 1;
                open += judgement != null && judgement.isOpen() ? 1 : 0;
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

    private static SheetRow last(List<SheetRows.Judged> part) {
        return part.getLast().row();
    }

    /** A row, or one of the records that it makes. */
    private record Place(int position, int part) {

        static Place of(SheetRow row) {
            return new Place(row.position(), row.part());
        }
    }

    private Outcome apply(
            SheetImport sheet,
            SheetTarget target,
            SheetTarget.Records seen,
            Set<String> overtaken,
            IntConsumer progress) {
        var records = new HashMap<Place, String>();
        var disagreements = new ArrayList<Disagreement>();
        var created = 0;
        var changed = 0;
        var done = 0;
        var part = allRows.judged(sheet, null);
        while (!part.isEmpty()) {
            var wanted = part.stream()
                    .filter(row -> row.judgement().state() == State.NEW)
                    .toList();
            var made = target.create(
                    wanted.stream().map(row -> row.judgement().values()).toList());
            var known = new HashMap<String, String>();
            for (int i = 0; i < made.size(); i++) {
                records.put(Place.of(wanted.get(i).row()), made.get(i));
                known.put(seen.identity(wanted.get(i).judgement().values()), made.get(i));
            }
            answers.made(sheet.id(), known);
            created += made.size();
            var changes = new LinkedHashMap<String, Map<String, String>>();
            for (var row : part) {
                var record = row.judgement().record();
                if (row.judgement().state() == State.CHANGED && record != null) {
                    var values = new LinkedHashMap<String, String>();
                    row.judgement().differences().stream()
                            .filter(Difference::comesIn)
                            .forEach(one -> values.put(one.field(), one.after()));
                    if (!values.isEmpty()) {
                        changes.put(record, values);
                        records.put(Place.of(row.row()), record);
                    }
                    disagreements.addAll(disagreements(sheet, seen, row));
                }
            }
            overtaken.addAll(target.update(seen, changes));
            changed += changes.size();
            done += part.size();
            progress.accept(done);
            part = allRows.judged(sheet, last(part));
        }
        if (!overtaken.isEmpty()) {
            return new Outcome.Outdated(overtaken.size());
        }
        var now = target.records();
        saveApplied(sheet, now, records);
        rest(sheet, target, now, records, disagreements);
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

    private List<Disagreement> disagreements(SheetImport sheet, SheetTarget.Records seen, SheetRows.Judged row) {
        var judgement = row.judgement();
        var record = String.valueOf(judgement.record());
        return judgement.differences().stream()
                .filter(Difference::open)
                .map(one -> new Disagreement(
                        seen.code(record),
                        one.field(),
                        seen.label(record) + ": " + words.of(sheet.target(), one.field()),
                        words.called(sheet.target(), judgement, one.field(), one.before()),
                        words.called(sheet.target(), judgement, one.field(), one.after()),
                        one.before(),
                        one.after(),
                        row.row().position()))
                .toList();
    }

    /** What came in rests on the document that the sheet is; where another says otherwise both stay. */
    private void rest(
            SheetImport sheet,
            SheetTarget target,
            SheetTarget.Records now,
            Map<Place, String> records,
            List<Disagreement> disagreements) {
        var kind = target.kind();
        var source = sheet.source();
        if (kind == null || source == null) {
            return;
        }
        documents.ask(sheet.id(), kind, source, sheet.fileName(), disagreements);
        var rows = new HashMap<String, Integer>();
        records.forEach((place, record) -> rows.putIfAbsent(now.code(record), place.position()));
        documents.cite(kind, source, sheet.fileName(), rows);
    }

    /** Values are kept as they read afterwards, so that a later change of them is seen when the import is taken back. */
    private void saveApplied(SheetImport sheet, SheetTarget.Records now, Map<Place, String> records) {
        var part = allRows.judged(sheet, null);
        while (!part.isEmpty()) {
            var applied = new ArrayList<Applied>();
            for (var row : part) {
                var record = records.get(Place.of(row.row()));
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
            return new Applied(row.row().position(), row.row().part(), record, null, after);
        }
        var was = new LinkedHashMap<String, String>();
        var is = new LinkedHashMap<String, String>();
        for (Difference one : row.judgement().differences()) {
            if (!one.comesIn()) {
                continue;
            }
            was.put(one.field(), one.before());
            is.put(one.field(), after.getOrDefault(one.field(), ""));
        }
        return new Applied(row.row().position(), row.row().part(), record, was, is);
    }
}
