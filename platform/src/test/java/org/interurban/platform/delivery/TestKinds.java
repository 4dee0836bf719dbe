package org.interurban.platform.delivery;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.interurban.platform.delivery.AnswerLinks.Question;
import org.interurban.platform.plans.PlanPermission;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.TransactionSystemException;

/** Work to watch and a question to answer, for tests. */
@TestConfiguration
class TestKinds {

    @Bean
    Work counting() {
        return new Work() {
            @Override
            public String kind() {
                return "delivery.counting";
            }

            @Override
            public String run(Map<String, String> parameters, Progress progress) {
                progress.outOf(3);
                progress.reached(3);
                return "/programmes/" + parameters.get("programme");
            }
        };
    }

    @Bean
    Work endless() {
        return new Work() {
            @Override
            public String kind() {
                return "delivery.endless";
            }

            @Override
            public String run(Map<String, String> parameters, Progress progress) throws Exception {
                for (long i = 0; ; i++) {
                    progress.reached(i);
                    JobsTests.WATCHED.countDown();
                    Thread.sleep(20);
                }
            }
        };
    }

    /** The database is lost under it the first time. */
    @Bean
    Work interrupted() {
        return new Work() {

            private final AtomicBoolean lost = new AtomicBoolean();

            @Override
            public String kind() {
                return "delivery.interrupted";
            }

            @Override
            public String run(Map<String, String> parameters, Progress progress) {
                if (!lost.getAndSet(true)) {
                    throw new TransactionSystemException(
                            "JDBC rollback failed", new SQLException("Connection is closed"));
                }
                return "/programmes/IURC";
            }
        };
    }

    @Bean
    Work failing() {
        return new Work() {
            @Override
            public String kind() {
                return "delivery.failing";
            }

            @Override
            public String run(Map<String, String> parameters, Progress progress) {
                throw new IllegalStateException("The file has no rows");
            }
        };
    }

    @Bean
    AnswerKind dinner() {
        return new AnswerKind() {
            @Override
            public String purpose() {
                return "delivery.dinner";
            }

            @Override
            public Optional<Right> restsOn(Question question) {
                return Optional.of(new Right(PlanPermission.PLANS_EDIT, List.of()));
            }

            @Override
            public Optional<Asks> asks(Question question, Locale locale) {
                return question.subject().equals("over")
                        ? Optional.empty()
                        : Optional.of(new Asks("Dinner", "Do you come on " + question.subject() + "?", "I come"));
            }

            @Override
            public Says answered(Question question, String words, Locale locale) {
                AnswerLinksTests.ANSWERS.incrementAndGet();
                return new Says("Thank you", "We expect you on " + question.subject(), null);
            }
        };
    }
}
