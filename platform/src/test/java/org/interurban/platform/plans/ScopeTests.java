package org.interurban.platform.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    private static final String WITH_DUBLIN = """
        id in (select m.partnership from partnership_member m join organisation o on o.id = m.organisation
                where o.code = 'dublin')\
        """;
    private static final String OF_IURC = "programme = (select id from programme where code = 'IURC')";

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

        assertThat(codes("partnerships", dublin)).isEqualTo(known("partnership", WITH_DUBLIN));
        assertThat(codes("activities", dublin)).isNotEmpty().isEqualTo(known("activity", """
                    partnership in (select id from partnership where %s)
                      or id in (select x.activity from activity_takes_part x join organisation o on o.id = x.organisation
                                 where o.code = 'dublin')
                    """.formatted(WITH_DUBLIN)));
        assertThat(codes("agreements", dublin))
                .containsAll(codes("agreements", request -> request))
                .containsAll(
                        known("agreement", "partnership in (select id from partnership where " + WITH_DUBLIN + ")"))
                .doesNotContainAnyElementsOf(known(
                        "agreement",
                        "not public and partnership not in (select id from partnership where " + WITH_DUBLIN + ")"));
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

        assertThat(codes("programmes", iurc)).containsExactly("IURC");
        assertThat(codes("partnerships", iurc)).isNotEmpty().isEqualTo(known("partnership", OF_IURC));
        assertThat(codes("activities", iurc)).isNotEmpty().isEqualTo(known("activity", OF_IURC));
        assertThat(browser.get().uri("/programmes/IURC/edit").with(iurc)).hasStatusOk();
        assertThat(browser.get().uri("/programmes/IUC/edit").with(iurc)).hasStatus(404);
    }

    @Test
    void everyoneElseSeesNothing() {
        assertThat(codes("programmes", request -> request)).isEmpty();
        assertThat(codes("partnerships", request -> request)).isEmpty();
        assertThat(codes("activities", request -> request)).isEmpty();
    }

    private Set<String> codes(String list, RequestPostProcessor who) {
        try {
            var body = browser.get()
                    .uri("/api/v1/" + list + "?limit=200")
                    .with(who)
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            return new TreeSet<>(JsonPath.<List<String>>read(body, "$.items[*].code"));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Set<String> known(String table, String which) {
        return new TreeSet<>(sql.sql("select code from " + table + " where " + which)
                .query(String.class)
                .list());
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
