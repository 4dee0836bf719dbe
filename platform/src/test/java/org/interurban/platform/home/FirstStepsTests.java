package org.interurban.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Whoever comes first into an empty network reads where to begin. */
@PlatformTest
@Transactional
class FirstStepsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Test
    void areNamedUntilTheyAreDone() {
        sql.sql("truncate programme, organisation, role_assignment cascade").update();
        var administrator = TestPeople.account(sql, Role.ADMINISTRATOR);

        assertThat(browser.get().uri("/work").with(TestPeople.holding(administrator)))
                .bodyText()
                .contains("href=\"/settings\"", "Invite a programme officer", "Make the first programme")
                .contains("href=\"/sheets\"");
        var officer = TestPeople.account(sql, Role.PROGRAMME_OFFICER);
        assertThat(browser.get().uri("/work").with(TestPeople.holding(officer)))
                .bodyText()
                .contains("3 things wait for you", "Make the first programme")
                .doesNotContain("Invite a programme officer");
        assertThat(browser.get().uri("/work").with(TestPeople.holding(administrator)))
                .bodyText()
                .doesNotContain("Invite a programme officer");
    }
}
