package org.interurban.platform.sheets;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;

/** What one file may take: counted while it is read, so that what would be too much is never made. */
final class Allowance {

    static final int MOST_UNPACKED = 200 * 1024 * 1024;
    static final int MOST_ROWS = 100_000;
    static final int MOST_CELLS = 2_000_000;

    /** Two bytes each, where they are not Latin. */
    static final int MOST_LETTERS = 32_000_000;

    /** Of work, whatever else the machine does meanwhile. */
    static final Duration TIME = Duration.ofSeconds(20);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long until;
    private int rows;
    private int cells;
    private long letters;
    private int texts;
    private long lettersOfTexts;
    private long unpacked;

    Allowance() {
        this(TIME);
    }

    Allowance(Duration time) {
        this.until = worked() + time.toNanos();
    }

    /** One more line of a worksheet, before it is kept. */
    void line(List<String> line) {
        if (++rows > MOST_ROWS) {
            throw new TooMuch("too-many-rows", MOST_ROWS);
        }
        line.forEach(this::cell);
    }

    /** One more cell of a line, before it is kept. */
    void cell(String cell) {
        if (++cells > MOST_CELLS) {
            throw new TooMuch("too-many-cells", MOST_CELLS);
        }
        letters += cell.length();
        if (letters > MOST_LETTERS) {
            throw new TooMuch("too-much-text", MOST_LETTERS);
        }
    }

    /** One more text that several cells may share. */
    void sharedText(String text) {
        lettersOfTexts += text.length();
        if (++texts > MOST_CELLS) {
            throw new TooMuch("too-many-cells", MOST_CELLS);
        }
        if (lettersOfTexts > MOST_LETTERS) {
            throw new TooMuch("too-much-text", MOST_LETTERS);
        }
    }

    void unpack(long bytes) {
        unpacked += bytes;
        if (unpacked > MOST_UNPACKED) {
            throw new TooMuch("unpacks-too-large", MOST_UNPACKED / 1024 / 1024 + " MB");
        }
        lookAtTheClock();
    }

    private static long worked() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    void lookAtTheClock() {
        if (worked() - until > 0 || Thread.currentThread().isInterrupted()) {
            throw new TooMuch("too-slow", "");
        }
    }
}
