package org.interurban.platform.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.springframework.stereotype.Component;

/** Where files are read: one at a time, so that what they take does not add up; few wait for it, and nobody with two files. */
@Component
class ReadingRoom {

    static final String FULL = "busy";
    static final String ONE_EACH = "one-at-a-time";

    private static final int MOST_WAITING = 5;
    private static final int SECONDS_OF_PATIENCE = 15;

    private final Semaphore room = new Semaphore(1, true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<AccountId> people = ConcurrentHashMap.newKeySet();

    /** What is done with a file, for which there is a place of its own until it is done. */
    interface Reading<T> {
        T of(Path file) throws IOException;
    }

    /** @throws TooMuch where too many wait, it takes too long, or the person reads another file already */
    <T> T alone(Reading<T> reading) {
        var person = Rights.account();
        if (person != null && !people.add(person)) {
            throw new TooMuch(ONE_EACH, "");
        }
        try {
            enter();
            return read(reading);
        } finally {
            if (person != null) {
                people.remove(person);
            }
        }
    }

    /** However long it takes. */
    <T> T inTurn(Reading<T> reading) {
        room.acquireUninterruptibly();
        return read(reading);
    }

    private void enter() {
        try {
            if (waiting.incrementAndGet() > MOST_WAITING || !room.tryAcquire(SECONDS_OF_PATIENCE, TimeUnit.SECONDS)) {
                throw new TooMuch(FULL, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooMuch(FULL, "");
        } finally {
            waiting.decrementAndGet();
        }
    }

    private <T> T read(Reading<T> reading) {
        try {
            var file = Files.createTempFile("sheet", "");
            try {
                return reading.of(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            room.release();
        }
    }
}
