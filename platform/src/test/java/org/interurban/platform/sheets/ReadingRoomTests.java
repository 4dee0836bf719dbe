package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.interurban.platform.authority.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class ReadingRoomTests {

    private final ReadingRoom room = new ReadingRoom();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch read = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void close() {
        read.countDown();
        threads.close();
    }

    private static void signIn(AccountId account) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of()));
    }

    /** Somebody who reads until everybody may stop. */
    private Future<Path> reader(AccountId account) {
        return threads.submit(() -> {
            signIn(account);
            return room.alone(file -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                try {
                    read.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                inside.decrementAndGet();
                return file;
            });
        });
    }

    @Test
    void letsOneReadAFewWaitAndAsksTheOthersToComeAgain() throws Exception {
        var readers = new ArrayList<Future<Path>>();
        readers.add(reader(AccountId.next()));
        await().until(() -> inside.get() == 1);
        for (int i = 0; i < 20; i++) {
            readers.add(reader(AccountId.next()));
        }
        await().until(() -> readers.stream().filter(Future::isDone).count() == 15);

        read.countDown();

        var files = new ArrayList<Path>();
        var refused = new ArrayList<String>();
        for (var reader : readers) {
            try {
                files.add(reader.get());
            } catch (java.util.concurrent.ExecutionException e) {
                refused.add(((TooMuch) e.getCause()).refused().reason());
            }
        }
        assertThat(files).hasSize(6).allSatisfy(file -> assertThat(Files.exists(file))
                .isFalse());
        assertThat(refused).hasSize(15).containsOnly("busy");
        assertThat(most).hasValue(1);
    }

    @Test
    void readsOneFileOfEachPersonAtATime() throws Exception {
        var account = AccountId.next();
        var first = reader(account);
        await().until(() -> inside.get() == 1);

        assertThatThrownBy(() -> reader(account).get()).hasMessageContaining("one-at-a-time");

        read.countDown();
        first.get();
        assertThat(reader(account).get()).isNotNull();
    }

    @Test
    void isFreeAgainAfterAFailure() {
        assertThatThrownBy(() -> room.alone(file -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(room.<String>alone(file -> "read")).isEqualTo("read");
    }
}
