package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.interurban.platform.LeavesRecords;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Cities that answer at one moment, each in a transaction of its own. */
@PlatformTest
@LeavesRecords
class AnswersAtOnceTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    AnswerDate deed;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theLastOfTwoYesPlansTheVisitThoughTheFirstWasNotKeptYet() throws Exception {
        sample.load();
        var title = "Example " + UUID.randomUUID();
        browser.post()
                .uri("/activities/new")
                .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("partnership", "IURC-Seoul-Dublin")
                .param("type", "study-visit")
                .param("title.original", title)
                .param("host", "dublin")
                .param("start", "2027-05-10")
                .param("end", "2027-05-14")
                .param("status", "proposed")
                .exchange();
        var code = sql.sql("select code from activity where title = ?")
                .param(title)
                .query(String.class)
                .single();
        var subject = AnswerDate.subject(code, "2027-05-10/2027-05-14");
        assertThat(deed.asked(subject)).isPresent();
        var dublin = focalPointOf("dublin");
        var seoul = focalPointOf("seoul");
        var hasAnswered = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);

        var first = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            yes(subject, dublin);
            hasAnswered.countDown();
            await(mayEnd);
        }));
        await(hasAnswered);
        var second = CompletableFuture.supplyAsync(() -> yes(subject, seoul));
        TimeUnit.MILLISECONDS.sleep(500);
        mayEnd.countDown();
        first.get(30, TimeUnit.SECONDS);

        assertThat(second.get(30, TimeUnit.SECONDS)).isInstanceOf(AnswerDate.Outcome.Planned.class);
    }

    private AnswerDate.Outcome yes(String subject, AccountId by) {
        return deed.answer(subject, by, DateAnswer.YES, "", "page");
    }

    private AccountId focalPointOf(String city) {
        return TestPeople.account(
                sql,
                Role.FOCAL_POINT,
                Scope.city(new Scope.Id(sql.sql("select id from organisation where code = ?")
                        .param(city)
                        .query(UUID.class)
                        .single())));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
