package org.interurban.platform.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class SeveralPartnersTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    Runs runs;

    @Test
    void givesACityAsManyPartnersAsItTakesWhereTheRoundAllowsIt() {
        var programme = ExampleProgramme.with(sql, 4);
        sql.sql("update participant set capacity_max = 2 where programme = (select id from programme where code = ?)")
                .param(programme)
                .update();
        var http = new RoundHttp(browser, TestPeople.holding(sql, Role.PROGRAMME_OFFICER));

        var round = http.create(programme, "eu", "partner", "TOTAL", "mostOfA", "2", "mostOfB", "2");

        var partners = runs.newest(new RoundId(round)).orElseThrow().result().pairs().stream()
                .flatMap(pair -> Stream.of(pair.a(), pair.b()))
                .collect(Collectors.groupingBy(city -> city, Collectors.counting()));
        assertThat(partners.values()).contains(2L).allMatch(count -> count <= 2);
    }
}
