package org.interurban.platform.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ProfileTasksTests {

    private static final String PROFILE = "/programmes/WC-2017-2018/participants/busan";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Test
    void nothingIsAskedForAProgrammeThatIsOver() {
        sample.load();
        assertThat(dayOfBusan()).doesNotContain(PROFILE);

        sql.sql("update programme set to_on = '2099-12-31', to_precision = 'day' where code = 'WC-2017-2018'")
                .update();
        assertThat(dayOfBusan()).contains(PROFILE, "Busan, World Cities").doesNotContain(">Busan, WC-2017-2018");

        sql.sql("update programme set to_on = '2018-12-31', to_precision = 'day' where code = 'WC-2017-2018'")
                .update();
        assertThat(dayOfBusan()).doesNotContain(PROFILE);
    }

    private String dayOfBusan() {
        var busan = new OrganisationId(sql.sql("select id from organisation where code = 'busan'")
                .query(UUID.class)
                .single());
        var person = TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(busan));
        var answer = browser.get().uri("/work").with(TestPeople.holding(person)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
