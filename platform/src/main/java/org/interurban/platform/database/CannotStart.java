package org.interurban.platform.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Why there is no database to work with, in one sentence, and what a person can do about it in another. */
class CannotStart extends RuntimeException {

    private final String remedy;

    CannotStart(String sentence, String remedy) {
        this(sentence, remedy, null);
    }

    CannotStart(String sentence, String remedy, @Nullable Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }

    /** What the operating system said, without the names of Java's classes. */
    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
            case NoSuchFileException file -> file.getFile() + ": there is no such folder";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }

    static class Analyzer extends AbstractFailureAnalyzer<CannotStart> {
        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, CannotStart cause) {
            return new FailureAnalysis(cause.sentence(), cause.remedy(), cause);
        }
    }
}
