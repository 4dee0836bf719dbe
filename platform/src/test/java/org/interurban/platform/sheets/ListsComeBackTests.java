package org.interurban.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Every list with records that a sheet can hold, downloaded as it is read and brought in again. */
@PlatformTest
@Transactional
class ListsComeBackTests {

    private static final Map<String, String> ELSEWHERE = Map.of("participants", "/programmes/IURC/participants");

    @Autowired
    MockMvcTester browser;

    @Autowired
    SheetTargets targets;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    private SheetWalk officer(Locale language) {
        return new SheetWalk(browser, request -> {
            request.addPreferredLocale(language);
            return as(Role.ADMINISTRATOR, Role.PROGRAMME_OFFICER).postProcessRequest(request);
        });
    }

    @ParameterizedTest
    @CsvSource({"csv, en", "xlsx, ko"})
    void changeNothingAsTheyLeft(String ending, Locale language) {
        var officer = officer(language);
        var faults = new SoftAssertions();
        for (var target : targets.all()) {
            var list = ELSEWHERE.getOrDefault(target.name(), "/" + target.name());
            if (target instanceof FormTarget<?, ?> && !target.records().keys().isEmpty()) {
                var sheet = officer.in(target.name(), officer.download(list + "." + ending));
                faults.assertThat(officer.states(sheet)).as(list).containsOnlyKeys("same");
            }
        }
        faults.assertAll();
    }

    @Test
    void changeWhatSomebodyWroteIntoThem() {
        var officer = officer(Locale.ENGLISH);
        var title = sql.sql("select title from activity where code = 'CN-35'")
                .query(String.class)
                .single();
        var list = new String(officer.download("/activities.csv"), UTF_8).replace(title, "In other words");

        var sheet = officer.in("activities", list.getBytes(UTF_8));

        assertThat(officer.states(sheet)).containsOnlyKeys("same", "changed").containsEntry("changed", 1);
        officer.carryOut(sheet);
        assertThat(sql.sql("select title from activity where code = 'CN-35'")
                        .query(String.class)
                        .single())
                .isEqualTo("In other words");
    }

    @Test
    void areWholeHoweverLong() throws Exception {
        var officer = officer(Locale.ENGLISH);
        var before = officer.out("topics.xlsx").size();
        sql.sql("""
            insert into topic (id, taxonomy, code, label, position)
            select gen_random_uuid(), (select id from taxonomy order by code limit 1), 'LONG-' || n, 'One of many ' || n, 1000 + n
              from generate_series(1, 500) as n
            """).update();

        assertThat(officer.out("topics.xlsx")).hasSize(before + 500);
    }
}
