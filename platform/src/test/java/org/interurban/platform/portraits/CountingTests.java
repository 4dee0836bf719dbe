package org.interurban.platform.portraits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleNetwork;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.authority.Person;
import org.interurban.platform.portraits.Measure.By;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class CountingTests {

    @Autowired
    RecordImport records;

    @Autowired
    Measures measures;

    @Autowired
    List<Measure> all;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvcTester browser;

    @BeforeEach
    void sample() throws Exception {
        SampleNetwork.load(records);
    }

    @ParameterizedTest
    @EnumSource
    void countEverythingOnceHoweverItIsToldApart(By by) {
        var totals = measures.ofNetwork(Person.NOBODY);

        for (var measure : all) {
            var total = totals.stream()
                    .filter(counted -> counted.words().equals(measure.words()))
                    .findFirst()
                    .orElseThrow()
                    .number();
            assertThat(measures.by(by, measure, Person.NOBODY).values())
                    .as(measure.words())
                    .allMatch(number -> number > 0 && number <= total);
        }
    }

    @Test
    void countNothingThatTheReaderDoesNotSee() {
        var visits = all.stream()
                .filter(measure -> measure.words().equals("activities.visits-held"))
                .findFirst()
                .orElseThrow();
        var theme = "Walkable & Cyclable Cities";
        var before = measures.by(By.THEME, visits, Person.NOBODY).get(theme);

        sql.sql("update activity set published = false where code = 'SV-01'").update();

        assertThat(measures.by(By.THEME, visits, Person.NOBODY).get(theme)).isEqualTo(before - 1);
        assertThat(browser.get().uri("/"))
                .bodyText()
                .contains(">"
                        + measures.by(By.MONTH, visits, Person.NOBODY).values().stream()
                                .mapToLong(number -> number)
                                .sum());
    }
}
