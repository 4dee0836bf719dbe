package org.interurban.platform.partnerships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.util.List;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.programmes.ProgrammeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class NewPartnershipPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @Test
    void bindsParticipantsAndOthersWithThemePeriodAndCoordinator() {
        var answer = start(
                "members",
                "seoul",
                "members",
                "rotterdam",
                "others",
                "베를린\n",
                "topic",
                "cooperation-topics:green-mobility",
                "start",
                "2026-09",
                "end",
                "2028",
                "coordinator",
                "CityNet");

        assertThat(answer).hasRedirectedUrl("/partnerships/IURC-Seoul-Rotterdam-Berlin");
        assertThat(sql.sql("select concat_ws('; ', name, cohort, form, coordinator, line, from_on,"
                                + " from_precision, to_on, to_precision, published) from partnership where code ="
                                + " 'IURC-Seoul-Rotterdam-Berlin'")
                        .query(String.class)
                        .single())
                .isEqualTo("Seoul – Rotterdam – Berlin; 2026-2028; cluster; CityNet; F; 2026-09-01; month; 2028-12-31;"
                        + " year; t");
        assertThat(sql.sql("select details ->> 'members' from audit_act where act = 'partnerships.created'"
                                + " and subject_key = 'IURC-Seoul-Rotterdam-Berlin'")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("seoul, rotterdam, berlin"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        members | seoul | A partnership has two or more members
        others  | Seoul, of which I am sure there is none | The directory knows nobody called
        start   | last spring | Write it as 10 June 2027
        topic   | cooperation-topics:nothing | Choose a theme from the list
        """)
    void saysWhatIsWrongAndKeepsWhatWasTyped(String field, String value, String message) {
        var answer = start(field, value, "coordinator", "The office of Busan");

        assertThat(answer).hasStatus(422).bodyText().contains(message, "The office of Busan", field + "-error");
    }

    @Test
    void doesNotBindTheSameMembersTwice() {
        assertThat(start("members", "dublin", "members", "seoul"))
                .hasStatus(422)
                .bodyText()
                .contains("a partnership of these members already");
    }

    @Test
    void asksForTheProgrammeFirst() {
        assertThat(browser.get().uri("/partnerships/new").with(as(Role.PROGRAMME_OFFICER)))
                .hasStatusOk()
                .bodyText()
                .contains("In which programme?", "value=\"IURC\"");
    }

    @Test
    void isForThoseWhoMayBindCitiesOfTheProgramme() {
        assertThat(browser.get().uri("/partnerships")).bodyText().doesNotContain("/partnerships/new");
        assertThat(browser.get().uri("/partnerships/new?programme=IURC").with(as(Role.FOCAL_POINT)))
                .hasStatus(403);
        var elsewhere = sql.sql("select id from programme where code = 'ICP-AGIR'")
                .query(java.util.UUID.class)
                .single();
        var officerElsewhere = TestPeople.holding(sql, Role.PROGRAMME_OFFICER, new ProgrammeId(elsewhere).scope());
        assertThat(browser.get().uri("/partnerships/new?programme=IURC").with(officerElsewhere))
                .hasStatus(403);
        assertThat(browser.post()
                        .uri("/partnerships/new")
                        .with(officerElsewhere)
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("programme", "IURC")
                        .param("members", "seoul", "rotterdam"))
                .hasStatus(403);
    }

    private MvcTestResult start(String... fields) {
        var request = browser.post()
                .uri("/partnerships/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("programme", "IURC");
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
