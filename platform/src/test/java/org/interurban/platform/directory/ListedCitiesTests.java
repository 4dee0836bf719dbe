package org.interurban.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What nobody has confirmed is not public by default. */
@PlatformTest
@Transactional
class ListedCitiesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    CitySheet sheet;

    private UUID city;
    private String code;

    @BeforeEach
    void addACityByASheet() {
        sample.load();
        city = UUID.fromString(sheet.create(List.of(Map.of("name", "Zzville"))).getFirst());
        code = sql.sql("select code from organisation where id = ?")
                .param(city)
                .query(String.class)
                .single();
    }

    @Test
    void whatASheetAddsIsSeenAtWorkUntilSomethingPublicRestsOnIt() {
        assertThat(browser.get().uri("/cities/" + code)).hasStatus(404);
        assertThat(browser.get().uri("/api/v1/cities/" + code)).hasStatus(404);
        assertThat(browser.get().uri("/api/v1/cities?q=Zzville")).bodyText().doesNotContain("Zzville");
        assertThat(browser.get().uri("/cities/" + code).with(as(Role.PROGRAMME_OFFICER)))
                .hasStatusOk()
                .bodyText()
                .contains("Not public yet", "Show it to everyone");
        assertThat(browser.get().uri("/api/v1/cities?q=Zzville").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Zzville");

        sql.sql("insert into participant (id, programme, organisation, status)"
                        + " select gen_random_uuid(), id, ?, 'applicant' from programme where code = 'IURC'")
                .param(city)
                .update();
        assertThat(browser.get().uri("/cities/" + code)).hasStatus(404);
        sql.sql("update participant set status = 'participant' where organisation = ?")
                .param(city)
                .update();
        assertThat(browser.get().uri("/cities/" + code)).hasStatusOk();
    }

    @Test
    void anOfficerLetsEveryoneSeeACity() {
        assertThat(browser.post().uri("/cities/" + code + "/listed").with(as(Role.PROGRAMME_OFFICER)))
                .hasRedirectedUrl("/cities/" + code);

        assertThat(browser.get().uri("/cities/" + code))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Not public yet");
    }
}
