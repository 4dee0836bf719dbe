package org.interurban.platform.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.programmes.ProgrammeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** What somebody of one city or one programme sees of the whole spine. */
@PlatformTest
@Transactional
class ScopeTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void hideTheSpine() {
        sample.load();
        sql.sql("update programme set published = false").update();
        sql.sql("update partnership set published = false").update();
        sql.sql("update activity set published = false").update();
    }

    @Test
    void aFocalPointSeesWhatItsCityTakesPartIn() {
        var dublin = as(Role.FOCAL_POINT, Scope.city(new Scope.Id(id("organisation", "dublin"))));

        assertThat(total("partnerships", dublin)).isEqualTo(1);
        assertThat(total("activities", dublin)).isEqualTo(3);
        assertThat(total("agreements", dublin)).isEqualTo(total("agreements", request -> request) + 1);
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin/edit").with(dublin))
                .hasStatusOk();
        assertThat(browser.get().uri("/partnerships/IURC-Busan-Rotterdam/edit").with(dublin))
                .hasStatus(404);
        assertThat(browser.get().uri("/programmes/IURC/participants/dublin").with(dublin))
                .hasStatusOk();
        assertThat(browser.get().uri("/programmes/IURC/participants/seoul").with(dublin))
                .hasStatus(404);
    }

    @Test
    void someoneOfOneProgrammeSeesThatProgramme() {
        var iurc = as(Role.REGIONAL_TEAM, new ProgrammeId(id("programme", "IURC")).scope());

        assertThat(total("programmes", iurc)).isEqualTo(1);
        assertThat(total("partnerships", iurc)).isEqualTo(3);
        assertThat(total("activities", iurc)).isEqualTo(13);
        assertThat(browser.get().uri("/programmes/IURC/edit").with(iurc)).hasStatusOk();
        assertThat(browser.get().uri("/programmes/IUC/edit").with(iurc)).hasStatus(404);
    }

    @Test
    void everyoneElseSeesNothing() {
        assertThat(total("programmes", request -> request)).isZero();
        assertThat(total("partnerships", request -> request)).isZero();
        assertThat(total("activities", request -> request)).isZero();
    }

    private int total(String list, RequestPostProcessor who) {
        try {
            var body = browser.get()
                    .uri("/api/v1/" + list)
                    .with(who)
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            return Integer.parseInt(body.replaceFirst("(?s).*\"total\":(\\d+).*", "$1"));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private UUID id(String table, String code) {
        return sql.sql("select id from " + table + " where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    private static RequestPostProcessor as(Role role, Scope scope) {
        return request -> {
            request.setAttribute(
                    Rights.class.getName(),
                    new Person(AccountId.next(), "Somebody", List.of(new Person.Assignment(role, scope))));
            request.getSession();
            return request;
        };
    }
}
