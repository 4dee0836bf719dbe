package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Lists that show the name of a programme. */
@PlatformTest
@Transactional
class ProgrammeColumnTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void aProgrammeThatIsCalledUnlikeItsCode() {
        sample.load();
        sql.sql("update programme set abbreviation = 'Zz of the example' where code = 'ICP-AGIR'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partnerships", "activities", "agreements"})
    void areOrderedByWhatIsShownInTheColumn(String list) throws Exception {
        var answer = browser.get()
                .uri("/api/v1/" + list + "?sort=programme&limit=200")
                .header("Accept-Language", "en")
                .exchange()
                .getResponse()
                .getContentAsString();
        List<String> codes = JsonPath.read(answer, "$.items[*].programme");

        var names = codes.stream()
                .filter(code -> code != null)
                .map(code -> sql.sql("select lower(coalesce(abbreviation, name)) from programme where code = ?")
                        .param(code)
                        .query(String.class)
                        .single()
                        .toLowerCase(Locale.ROOT))
                .toList();

        assertThat(names).isNotEmpty();
        assertThat(sql.sql("select name from unnest(cast(? as text[])) as name order by name")
                        .param(names.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .isEqualTo(names);
    }
}
