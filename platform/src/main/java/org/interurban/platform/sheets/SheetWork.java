package org.interurban.platform.sheets;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.interurban.platform.delivery.JobId;
import org.interurban.platform.delivery.Jobs;
import org.interurban.platform.delivery.Work;
import org.interurban.platform.sheets.Judgement.State;
import org.interurban.platform.sheets.SheetImport.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes on with a sheet, for whoever may: at once where that is quick, else as work that a person can watch. */
@Component
class SheetWork implements Work {

    /** Rows that are judged, or written, within two seconds. */
    static final int JUDGED_AT_ONCE = 10_000;

    static final int WRITTEN_AT_ONCE = 500;

    private static final String KIND = "intake.sheet";

    private enum Step {
        REVIEW,
        IMPORT,
        UNDO
    }

    private final SheetImports imports;
    private final SheetRows allRows;
    private final ReviewSheet reviewSheet;
    private final ImportSheet importSheet;
    private final UndoSheet undoSheet;
    private final Jobs jobs;
    private final SheetReach reach;
    private final TransactionTemplate transaction;

    SheetWork(
            SheetImports imports,
            SheetRows allRows,
            ReviewSheet reviewSheet,
            ImportSheet importSheet,
            UndoSheet undoSheet,
            Jobs jobs,
            SheetReach reach,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.allRows = allRows;
        this.reviewSheet = reviewSheet;
        this.importSheet = importSheet;
        this.undoSheet = undoSheet;
        this.jobs = jobs;
        this.reach = reach;
        this.transaction = transaction;
    }

    sealed interface Begun {
        record Done(ImportSheet.Outcome outcome) implements Begun {}

        record UnderWay(JobId job) implements Begun {}
    }

    /** The work that goes on with the sheet now; null where none does. */
    @Nullable
    JobId underWay(SheetImport sheet) {
        var job = sheet.job();
        return job == null || jobs.find(job).map(one -> one.state().isOver()).orElse(true) ? null : job;
    }

    /** Where the reader watches the work that goes on with the sheet; empty where none does. */
    Optional<String> elsewhere(SheetImport sheet) {
        return Optional.ofNullable(underWay(sheet)).map(job -> "redirect:/jobs/" + job);
    }

    /** @return the work that was begun, empty where it is done already */
    Optional<JobId> review(SheetImport sheet) {
        reach.require(sheet.id());
        if (allRows.countRows(sheet) > JUDGED_AT_ONCE) {
            return Optional.of(begin(sheet.id(), Step.REVIEW));
        }
        reviewSheet.review(sheet.id(), ReviewSheet.NO_PROGRESS);
        return Optional.empty();
    }

    /**
     * What a person says to rows, with what follows from it for all of them, in one transaction.
     *
     * @return the work that was begun, empty where it is done already
     */
    Optional<JobId> say(SheetImport sheet, Runnable said) {
        return Objects.requireNonNull(transaction.execute(status -> {
            said.run();
            return sheet.stage() == Stage.ROWS ? review(sheet) : Optional.<JobId>empty();
        }));
    }

    Begun run(SheetImport sheet) {
        reach.require(sheet.id());
        var counts = allRows.counts(sheet.id());
        return counts.getOrDefault(State.NEW, 0) + counts.getOrDefault(State.CHANGED, 0) > WRITTEN_AT_ONCE
                ? new Begun.UnderWay(begin(sheet.id(), Step.IMPORT))
                : new Begun.Done(importSheet.run(sheet.id(), ReviewSheet.NO_PROGRESS));
    }

    /** @return the work that was begun, empty where it is done already */
    Optional<JobId> undo(SheetImport sheet) {
        reach.require(sheet.id());
        if (allRows.countApplied(sheet) > WRITTEN_AT_ONCE) {
            return Optional.of(begin(sheet.id(), Step.UNDO));
        }
        undoSheet.run(sheet.id(), ReviewSheet.NO_PROGRESS);
        return Optional.empty();
    }

    private JobId begin(SheetId id, Step step) {
        var job = jobs.start(
                KIND, Map.of("sheet", id.toString(), "step", step.name().toLowerCase(Locale.ROOT)));
        imports.setJob(id, job);
        return job;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Every step begins by locking the sheet and looking at its stage, so that a second run does nothing. */
    @Override
    public String run(Map<String, String> parameters, Progress progress) {
        var id = SheetId.of(parameters.getOrDefault("sheet", ""));
        var sheet = imports.find(id).orElseThrow();
        progress.outOf(allRows.countRows(sheet));
        IntConsumer reached = progress::reached;
        switch (Step.valueOf(parameters.getOrDefault("step", "").toUpperCase(Locale.ROOT))) {
            case REVIEW -> reviewSheet.review(id, reached);
            case IMPORT -> importSheet.run(id, reached);
            case UNDO -> undoSheet.run(id, reached);
        }
        return "/sheets/" + id;
    }
}
