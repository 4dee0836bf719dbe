package org.interurban.platform.intake;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes on with a sheet: at once where that is quick, else as work that a person can watch. */
@Component
class SheetWork {

    private final ReviewSheet reviewSheet;
    private final ImportSheet importSheet;
    private final UndoSheet undoSheet;

    SheetWork(ReviewSheet reviewSheet, ImportSheet importSheet, UndoSheet undoSheet) {
        this.reviewSheet = reviewSheet;
        this.importSheet = importSheet;
        this.undoSheet = undoSheet;
    }

    sealed interface Begun {
        record Done(ImportSheet.Outcome outcome) implements Begun {}

        record UnderWay(UUID job) implements Begun {}
    }

    @Nullable
    UUID underWay(SheetImport sheet) {
        return sheet.job();
    }

    Optional<UUID> review(UUID id) {
        reviewSheet.review(id, ReviewSheet.NO_PROGRESS);
        return Optional.empty();
    }

    Begun run(UUID id) {
        return new Begun.Done(importSheet.run(id, ReviewSheet.NO_PROGRESS));
    }

    Optional<UUID> undo(UUID id) {
        undoSheet.run(id, ReviewSheet.NO_PROGRESS);
        return Optional.empty();
    }
}
