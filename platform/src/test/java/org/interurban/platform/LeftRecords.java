package org.interurban.platform;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Tests that share a database leave as many records as they found, or else others fail or pass by what ran before them. */
class LeftRecords implements TestExecutionListener {

    private static final String COUNTED = Stream.of(
                    "activity",
                    "agreement",
                    "document",
                    "engagement",
                    "member",
                    "organisation",
                    "participant",
                    "partnership",
                    "partnership_member",
                    "person",
                    "place",
                    "plan_item",
                    "programme",
                    "taxonomy",
                    "topic")
            .map("select '%1$s' as kind, count(*) as number from %1$s"::formatted)
            .collect(joining(
                    " union all ", "select string_agg(kind || ' ' || number, ', ' order by kind) from (", ") t"));

    /** Of the class that runs, by the name of its attribute. */
    private static final String FOUND = "records found";

    @Override
    public void prepareTestInstance(TestContext test) {
        if (shares(test) && !test.hasAttribute(FOUND)) {
            test.setAttribute(FOUND, new Found(records(test), loads(test)));
        }
    }

    @Override
    public void afterTestClass(TestContext test) {
        if (test.getAttribute(FOUND) instanceof Found found && found.loads() == loads(test)) {
            assertThat(records(test))
                    .as("records after %s, which could be one that @LeavesRecords", test.getTestClass())
                    .isEqualTo(found.records());
        }
    }

    private record Found(String records, int loads) {}

    private static boolean shares(TestContext test) {
        return TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), PlatformTest.class)
                && !test.getApplicationContext().getEnvironment().containsProperty(LeavesRecords.DATABASE);
    }

    private static int loads(TestContext test) {
        return test.getApplicationContext().getBean(WholeSample.class).loads();
    }

    private static String records(TestContext test) {
        return test.getApplicationContext()
                .getBean(JdbcClient.class)
                .sql(COUNTED)
                .query(String.class)
                .single();
    }
}
