package org.interurban.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another process works with this data folder. */
class DataFolderInUse extends RuntimeException {

    DataFolderInUse(Path folder) {
        super("The data folder %s is in use by another Interurban".formatted(folder));
    }

    static class Analyzer extends AbstractFailureAnalyzer<DataFolderInUse> {
        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, DataFolderInUse cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Stop the other one, or choose another folder with --data DIR.",
                    cause);
        }
    }
}
