package org.interurban.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class MergePeopleTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    ContactSheet sheet;

    @BeforeEach
    void addTheSamePersonTwice() {
        sample.load();
        sheet.create(List.of(
                Map.of(
                        "organisation",
                        "dublin",
                        "name",
                        "Aoife Zzkelly",
                        "title",
                        "Officer",
                        "email",
                        "one.zz@dublin.example"),
                Map.of(
                        "organisation",
                        "seoul",
                        "name",
                        "Aoife Zzkelley",
                        "title",
                        "Guest",
                        "telephone",
                        "+353 1 222")));
    }

    @Test
    void theOneHoldsThePostsOfBothAndTakesWhatIsChosen() {
        var kept = person("Aoife Zzkelly");
        var gone = person("Aoife Zzkelley");
        assertThat(browser.get().uri("/people/" + kept + "/merge").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Aoife Zzkelley");
        assertThat(browser.get().uri("/people/" + kept + "/merge?with=" + gone).with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("+353 1 222", "one.zz@dublin.example");

        assertThat(merge(kept, version(kept), gone, version(gone))).hasRedirectedUrl("/people/" + kept + "/merge");

        assertThat(sql.sql("select name, email, telephone from person where id = ?::uuid")
                        .param(kept)
                        .query()
                        .singleRow())
                .containsEntry("name", "Aoife Zzkelly")
                .containsEntry("email", "one.zz@dublin.example")
                .containsEntry("telephone", "+353 1 222");
        assertThat(sql.sql("select title from post where holder = ?::uuid order by title")
                        .param(kept)
                        .query(String.class)
                        .list())
                .containsExactly("Guest", "Officer");
        assertThat(browser.get().uri("/people/" + gone + "/merge").with(as(Role.PROGRAMME_OFFICER)))
                .hasStatus(404);
    }

    @Test
    void nobodyIsMergedWhoWasChangedSinceThePageWasOpened() {
        var kept = person("Aoife Zzkelly");
        var gone = person("Aoife Zzkelley");
        var seen = version(gone);
        sql.sql("update person set telephone = '+353 1 333' where id = ?::uuid")
                .param(gone)
                .update();

        assertThat(merge(kept, version(kept), gone, seen))
                .hasRedirectedUrl("/people/" + kept + "/merge?with=" + gone)
                .flash()
                .containsEntry("notice", "directory.merge.overtaken");
        assertThat(person("Aoife Zzkelley")).isEqualTo(gone);
    }

    /** No table of today keeps two people apart; one of tomorrow may. */
    @Test
    void twoWhoBothStandInAListStayApartUntilOneIsTakenOut() {
        var kept = person("Aoife Zzkelly");
        var gone = person("Aoife Zzkelley");
        sql.sql("create table activity_guest (person uuid references person, activity int, unique (person, activity))")
                .update();
        sql.sql("insert into activity_guest values (?::uuid, 1), (?::uuid, 1)")
                .params(kept, gone)
                .update();

        var answer = merge(kept, version(kept), gone, version(gone));
        assertThat(answer)
                .hasRedirectedUrl("/people/" + kept + "/merge?with=" + gone)
                .flash()
                .containsKey("apart");
        assertThat(person("Aoife Zzkelley")).isEqualTo(gone);
    }

    private MvcTestResult merge(String kept, String version, String gone, String otherVersion) {
        return browser.post()
                .uri("/people/" + kept + "/merge")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("with", gone)
                .param("version", version)
                .param("otherVersion", otherVersion)
                .param("take", "telephone")
                .exchange();
    }

    /** As the page holds it. */
    private String version(String person) {
        return sql.sql("select md5(h::text) from person h where id = ?::uuid")
                .param(person)
                .query(String.class)
                .single();
    }

    @Test
    void whoKeepsTheContactsOfOneCityMergesNobody() {
        var dublin = sql.sql("select id from organisation where code = 'dublin'")
                .query(UUID.class)
                .single();
        var focalPoint = TestPeople.holding(sql, Role.FOCAL_POINT, Scope.city(new OrganisationId(dublin)));

        assertThat(browser.get()
                        .uri("/people/" + person("Aoife Zzkelly") + "/merge")
                        .with(focalPoint))
                .hasStatus(403);
    }

    private String person(String name) {
        return sql.sql("select id::text from person where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }
}
