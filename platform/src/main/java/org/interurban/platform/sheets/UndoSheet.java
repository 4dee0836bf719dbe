package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.sheets.SheetImport.Stage;
import org.interurban.platform.sheets.SheetImport.Trouble;
import org.interurban.platform.sheets.SheetRows.Applied;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a whole import back, where nobody has changed its records since; else says which, and takes nothing back. */
@Service
class UndoSheet {

    private final SheetImports imports;
    private final SheetRows allRows;
    private final SheetTargets targets;
    private final SheetAnswers answers;
    private final SheetDocuments documents;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate part;

    UndoSheet(
            SheetImports imports,
            SheetRows allRows,
            SheetTargets targets,
            SheetAnswers answers,
            SheetDocuments documents,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.allRows = allRows;
        this.targets = targets;
        this.answers = answers;
        this.documents = documents;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    sealed interface Outcome {
        record Undone(int rows) implements Outcome {}

        record Prevented(List<Trouble> trouble) implements Outcome {}

        record NotImported() implements Outcome {}
    }

    Outcome run(SheetId id, IntConsumer progress) {
        var outcome = transaction.execute(status -> {
            var attempted = attempt(id, progress);
            if (attempted instanceof Outcome.Prevented) {
                status.setRollbackOnly();
            }
            return attempted;
        });
        if (outcome instanceof Outcome.Prevented(var trouble)) {
            transaction.executeWithoutResult(status -> imports.setTrouble(id, trouble));
        }
        return outcome;
    }

    private record Made(int position, String record) {}

    private Outcome attempt(SheetId id, IntConsumer progress) {
        var sheet = imports.lock(id).orElseThrow();
        if (sheet.stage() != Stage.IMPORTED) {
            return new Outcome.NotImported();
        }
        var target = targets.get(sheet.target());
        var now = target.records();
        var trouble = new ArrayList<Trouble>();
        var made = new ArrayList<Made>();
        var done = 0;
        var part = allRows.applied(id, null);
        while (!part.isEmpty()) {
            var changes = new LinkedHashMap<String, Map<String, String>>();
            for (var one : part) {
                var reason = obstacle(one, now.values(one.record()));
                var before = one.before();
                if (reason != null) {
                    trouble.add(new Trouble(one.position(), label(now, one), reason));
                } else if (before == null) {
                    made.add(new Made(one.position(), one.record()));
                } else {
                    changes.put(one.record(), before);
                }
            }
            var overtaken = target.update(now, changes);
            part.stream()
                    .filter(one -> overtaken.contains(one.record()))
                    .forEach(one -> trouble.add(new Trouble(one.position(), label(now, one), "changed")));
            done += part.size();
            progress.accept(done);
            part = allRows.applied(id, part.getLast());
        }
        for (var one : unremoved(target, made)) {
            trouble.add(new Trouble(one.position(), now.label(one.record()), "in-use"));
        }
        if (!trouble.isEmpty()) {
            return new Outcome.Prevented(trouble);
        }
        answers.unmade(id, made.stream().map(Made::record).toList());
        var source = sheet.source();
        if (source != null) {
            documents.takeBack(id, source, sheet.fileName());
        }
        imports.undone(id);
        audit.record(
                "intake.undone",
                new Audit.Subject("sheet", id.toString()),
                Map.of("target", sheet.target(), "file", sheet.fileName(), "rows", Integer.toString(done)));
        return new Outcome.Undone(done);
    }

    private static String label(SheetTarget.Records now, Applied one) {
        return now.values(one.record()) == null
                ? one.after().values().stream().findFirst().orElse("")
                : now.label(one.record());
    }

    /** Why a row cannot be taken back, null where it can. */
    private static @Nullable String obstacle(Applied one, @Nullable Map<String, String> now) {
        if (now == null) {
            return "gone";
        }
        var before = one.before();
        var same = before == null
                ? now.equals(one.after())
                : one.after().entrySet().stream()
                        .allMatch(value -> now.getOrDefault(value.getKey(), "").equals(value.getValue()));
        return same ? null : "changed";
    }

    /** Those among the records made here that others refer to by now: looked for one by one only where there are any. */
    private List<Made> unremoved(SheetTarget target, List<Made> made) {
        return remove(target, made)
                ? List.of()
                : made.stream().filter(one -> !remove(target, List.of(one))).toList();
    }

    private boolean remove(SheetTarget target, List<Made> made) {
        try {
            part.executeWithoutResult(
                    status -> target.remove(made.stream().map(Made::record).toList()));
            return true;
        } catch (DataIntegrityViolationException e) {
            return false;
        }
    }
}
