package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Transactional
class CodesTests {

    @Autowired
    Codes codes;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void goesOnFromTheNumbersThatAreThere() {
        add("example-7", "example-x", "example-12-3", "other-99");

        assertThat(codes.numbered("organisation", "example", 1)).isEqualTo("example-8");
        assertThat(codes.numbered("organisation", "example", 2)).isEqualTo("example-09");
    }

    @Test
    void passesOverWhatCameInWithAFileSince() {
        assertThat(codes.numbered("organisation", "example", 1)).isEqualTo("example-1");
        add("example-1", "example-02", "example-40");

        assertThat(codes.numbered("organisation", "example", 1)).isEqualTo("example-41");
    }

    @Test
    void givesNoNumberTwiceThoughItsRecordIsGone() {
        add(codes.numbered("organisation", "example", 1));
        sql.sql("delete from organisation where code = 'example-1'").update();

        assertThat(codes.numbered("organisation", "example", 1)).isEqualTo("example-2");
    }

    @Test
    void leavesTheFirstOfANameWithoutANumber() {
        assertThat(codes.named("organisation", "example")).isEqualTo("example");
        assertThat(codes.named("organisation", "example")).isEqualTo("example-2");
    }

    @Test
    void givesNoCodeToTwoNamesOfWhichOneEndsInANumber() {
        var given = new ArrayList<String>();
        for (var name :
                List.of("example", "example-2", "example", "example-2", "example-2-2", "example-1", "example-02")) {
            given.add(codes.named("organisation", name));
        }

        assertThat(given).doesNotHaveDuplicates().startsWith("example", "example-2", "example-3");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void twoAtOnceGetTwoCodesWhereOneNameIsTheOthersCode() throws Exception {
        var alone = new TransactionTemplate(transactions);
        var name = "example-" + UUID.randomUUID() + "-x";
        try {
            alone.executeWithoutResult(made -> add(codes.named("organisation", name)));
            var given = new CountDownLatch(1);
            var first = CompletableFuture.supplyAsync(() -> alone.execute(adding -> {
                var code = codes.named("organisation", name);
                given.countDown();
                await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaits);
                add(code);
                return code;
            }));
            assertThat(given.await(10, TimeUnit.SECONDS)).isTrue();

            var second = alone.execute(adding -> {
                var code = codes.named("organisation", name + "-2");
                add(code);
                return code;
            });

            assertThat(List.of(first.get(), String.valueOf(second))).containsExactly(name + "-2", name + "-3");
        } finally {
            sql.sql("delete from organisation where starts_with(code, ?)")
                    .param(name)
                    .update();
        }
    }

    private boolean somebodyWaits() {
        return sql.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void cutsALongFrameSoThatTheCodeFits() {
        assertThat(codes.numbered("organisation", "x".repeat(90), 1))
                .hasSizeLessThan(80)
                .endsWith("x-1");
    }

    @Test
    void needsAsManyStatementsForTheFirstAsForTheThreeHundredth() {
        var first = StatementCount.of(() -> codes.numbered("organisation", "another", 1));
        sql.sql("""
            insert into organisation (id, code, kind, local_government, name)
            select gen_random_uuid(), 'example-' || n, 'not-stated', false, 'Example ' || n from generate_series(1, 300) n
            """).update();

        assertThat(StatementCount.of(() ->
                        assertThat(codes.numbered("organisation", "example", 1)).isEqualTo("example-301")))
                .isEqualTo(first)
                .isLessThanOrEqualTo(2);
    }

    private void add(String... some) {
        for (var code : some) {
            sql.sql(
                            "insert into organisation (id, code, kind, local_government, name) values (gen_random_uuid(), ?, 'not-stated', false, ?)")
                    .params(code, "Example " + code)
                    .update();
        }
    }
}
