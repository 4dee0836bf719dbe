package org.interurban.platform.database;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a program of PostgreSQL's says while it runs; its last lines tell why it ended. */
class ProgramOutput {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramOutput.class);
    private static final int KEPT = 20;
    private static final Pattern CAUSE = Pattern.compile(".*(?:error|FATAL|PANIC|DETAIL):\\s+(.*)");

    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;

    ProgramOutput(Process process) {
        reader = new Thread(() -> read(process), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Process process) {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.debug("{}", line);
                add(line);
            }
        } catch (IOException ended) {
            LOG.debug("The output ended", ended);
        }
    }

    private synchronized void add(String line) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    synchronized String lastLine() {
        return last.isEmpty() ? "it said nothing" : last.getLast();
    }

    /** Why the program ended, in its own words. */
    String cause() throws InterruptedException {
        reader.join(1000); // children of a killed server hold its output open for a moment
        var causes = lines().stream()
                .map(CAUSE::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .distinct()
                .collect(Collectors.joining(": "));
        return causes.isEmpty() ? lastLine() : causes;
    }

    private synchronized List<String> lines() {
        return List.copyOf(last);
    }
}
