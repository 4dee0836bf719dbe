package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class CodesTests {

    @Autowired
    Codes codes;

    @Autowired
    JdbcClient sql;

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
