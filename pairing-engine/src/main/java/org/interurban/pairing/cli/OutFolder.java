package org.interurban.pairing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A folder that gets all files of an answer or none of them: they are written beside it first, and moved in when all are there.
 *
 * @param names of the files that an answer may have, the one that people open first at the end
 */
record OutFolder(Path folder, List<String> names) {

    /** Writes all files into this folder. */
    interface Writing {
        void into(Path folder) throws IOException;
    }

    /** Puts these files in the place of those of an earlier answer; whatever else is in the folder stays. */
    void write(Writing writing) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException("expected a folder, found a file: " + folder);
        }
        for (var name : names) {
            if (Files.isDirectory(folder.resolve(name))) {
                throw new IOException("expected a file, found a folder: " + folder.resolve(name));
            }
        }
        var beside = beside();
        Files.createDirectories(beside);
        try {
            writing.into(beside);
            if (Files.exists(folder)) {
                removeAnswer(name -> !Files.exists(beside.resolve(name)) || name.equals(names.getLast()));
                moveIn(beside);
            } else {
                Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            remove(beside);
        }
    }

    /** On the same volume: within the folder where there is one, since whoever may write there may not beside it. */
    private Path beside() {
        var unfinished = "unfinished-" + ProcessHandle.current().pid();
        return Files.exists(folder)
                ? folder.resolve("." + unfinished)
                : folder.resolveSibling(".%s-%s".formatted(folder.getFileName(), unfinished));
    }

    /** Removes what an earlier run answered, so that it does not stand for the answer of this one; says whether there was any. */
    boolean removeAnswer() throws IOException {
        return removeAnswer(name -> true);
    }

    private boolean removeAnswer(Predicate<String> which) throws IOException {
        var any = false;
        for (var name : names) {
            any |= which.test(name) && Files.deleteIfExists(folder.resolve(name));
        }
        return any;
    }

    private void moveIn(Path beside) throws IOException {
        try (var files = Files.walk(beside)) {
            var last = beside.resolve(names.getLast());
            for (var file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(last::equals))
                    .toList()) {
                var target = folder.resolve(beside.relativize(file));
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void remove(Path beside) throws IOException {
        if (Files.exists(beside)) {
            try (var files = Files.walk(beside)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
