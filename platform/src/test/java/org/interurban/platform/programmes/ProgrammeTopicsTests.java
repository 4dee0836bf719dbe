package org.interurban.platform.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.nio.charset.StandardCharsets;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ProgrammeTopicsTests {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/programmes/IURC/participants/seoul",
                "/partnerships/IURC-Seoul-Dublin/edit",
                "/partnerships/new?programme=IURC"
            })
    void aProgrammeOffersTheTopicsOfItsOwnList(String page) {
        assertThat(options(page)).contains("Circular Economy").doesNotContain("Number games");

        sql.sql("""
            with own as (
              insert into taxonomy (id, code, name, position) values (gen_random_uuid(), 'own-topics', 'Our topics', 99) returning id),
            games as (
              insert into topic (id, taxonomy, code, label, position) select gen_random_uuid(), id, 'G', 'Number games', 1 from own)
            update programme set taxonomy = (select id from own) where code = 'IURC'
            """).update();

        assertThat(options(page)).contains("Number games").doesNotContain("Circular Economy");
    }

    /** What can be chosen, without what the page says elsewhere. */
    private String options(String page) {
        var html = new String(
                browser.get()
                        .uri(page)
                        .with(as(Role.PROGRAMME_OFFICER))
                        .exchange()
                        .getMvcResult()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        return html.lines().filter(line -> line.contains("<option")).reduce("", String::concat);
    }
}
