package org.interurban.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the keyboard reaches. */
@PlatformTest
class PaletteTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void load() {
        sample.load();
    }

    private String found(Role role, String asked) {
        var answer = browser.get()
                .uri("/palette?q={asked}", asked)
                .with(TestPeople.holding(sql, role))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void findsActsPagesAndNothingThatIsNotAllowed() {
        assertThat(found(Role.PROGRAMME_OFFICER, "programme"))
                .contains("href=\"/programmes/new\"", "Create a programme", "href=\"/programmes\"");
        assertThat(found(Role.FUNDER, "programme"))
                .doesNotContain("/programmes/new")
                .contains("href=\"/programmes\"");
        assertThat(found(Role.ADMINISTRATOR, "audit")).contains("href=\"/audit\"");
        assertThat(found(Role.PROGRAMME_OFFICER, "audit")).doesNotContain("href=\"/audit\"");
    }

    @Test
    void asksForActsAloneOrPagesAlone() {
        assertThat(found(Role.PROGRAMME_OFFICER, "> plan"))
                .contains("/activities/new")
                .doesNotContain(">Pages<");
        assertThat(found(Role.PROGRAMME_OFFICER, "# sheet"))
                .contains("href=\"/sheets\"")
                .doesNotContain(">Do<");
    }

    @Test
    void saysThatNothingWasFound() {
        assertThat(found(Role.PROGRAMME_OFFICER, "> zzzz <b>")).contains("role=\"status\"", "&lt;b&gt;");
        assertThat(browser.get().uri("/palette?q=x")).hasStatus3xxRedirection();
    }
}
