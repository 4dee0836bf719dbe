package org.interurban.platform.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleRecords;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.authority.Role;
import org.interurban.platform.directory.Directory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class RecordEditingTests {

    @Autowired
    RecordImport records;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient sql;

    @Test
    void addsACityThatIsThenFoundByAllItsNames() {
        assertThat(browser.get().uri("/cities/new?lang=ko").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .hasStatusOk();
        var answer = browser.post()
                .uri("/cities/new")
                .param("name", "Daejeon")
                .param("kind", "city")
                .param("country", "KR")
                .param("localName", "대전")
                .param("localLanguage", "ko")
                .param("otherNames", "zh-Hans: 大田\nTaejon")
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .exchange();

        assertThat(answer).hasRedirectedUrl("/cities/daejeon");
        for (var name : new String[] {"대전", "大田", "taejon", "DAEJEON"}) {
            assertThat(directory.findByName(name, Locale.ENGLISH))
                    .as(name)
                    .isInstanceOfSatisfying(
                            Directory.Match.Known.class,
                            known -> assertThat(known.entry().code()).isEqualTo("daejeon"));
        }
        assertThat(acts("directory.added")).isEqualTo(1);
    }

    @Test
    void keepsWhatWasTypedAndLinksToEachFieldThatIsWrong() {
        var answer = browser.post()
                .uri("/cities/new")
                .param("name", " ")
                .param("kind", "city")
                .param("latitude", "north")
                .param("website", "javascript:alert(1)")
                .param("note", "What I had written")
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .exchange();

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains(
                        "href=\"#name\"",
                        "href=\"#latitude\"",
                        "Write the latitude as one number from -90 to 90, such as 52.52 or 52°31′N.",
                        "value=\"north\"",
                        "href=\"#website\"",
                        "What I had written",
                        "javascript:alert(1)");
    }

    @Test
    void leadsToAWebsiteOnlyWhereItIsAnAddressOfTheWeb() throws Exception {
        assertThat(websiteShown("javascript://city.example/%0aalert(1)"))
                .contains("javascript://city.example/%0aalert(1)")
                .doesNotContain("href=\"javascript:");
        assertThat(websiteShown("https://one:secret@city.example/")).doesNotContain("href=\"https://one");
        assertThat(websiteShown("HTTPS://city.example/")).contains("href=\"HTTPS://city.example/\"");
    }

    private String websiteShown(String kept) throws Exception {
        sql.sql("update organisation set website = ? where code = 'icdi'")
                .param(kept)
                .update();
        return browser.get().uri("/organisations/icdi").exchange().getResponse().getContentAsString();
    }

    @Test
    void keepsTheAddressOfAWebsiteAsItIsSaid() {
        var version = version("icdi");
        assertThat(browser.post()
                        .uri("/organisations/icdi/edit")
                        .param("name", "Institute of Climate")
                        .param("kind", "research-centre")
                        .param("website", "WWW.icdi.example")
                        .param("version", Integer.toString(version))
                        .with(Acting.as(Role.PROGRAMME_OFFICER)))
                .hasRedirectedUrl("/organisations/icdi");

        assertThat(browser.get().uri("/organisations/icdi")).bodyText().contains("href=\"https://www.icdi.example\"");
    }

    @Test
    void asksBeforeASecondCityOfTheSameName() {
        var form = browser.post()
                .uri("/cities/new")
                .param("name", "Seoul")
                .param("kind", "city")
                .with(Acting.as(Role.PROGRAMME_OFFICER));

        assertThat(form.exchange()).hasStatus(422).bodyText().contains("/cities/seoul", "name=\"another\"");
        assertThat(form.param("another", "true").param("country", "US").exchange())
                .hasRedirectedUrl("/cities/seoul-us");
        assertThat(browser.post()
                        .uri("/cities/new")
                        .param("name", "Seoul")
                        .param("kind", "city")
                        .with(Acting.as(Role.PROGRAMME_OFFICER)))
                .hasStatus(422);
    }

    @Test
    void changesAnOrganisationAndTakesTheChangeBack() {
        var version = version("icdi");
        assertThat(browser.post()
                        .uri("/organisations/icdi/edit")
                        .param("name", "Institute of Climate")
                        .param("kind", "research-centre")
                        .param("country", "TW")
                        .param("version", "" + version)
                        .with(Acting.as(Role.PROGRAMME_OFFICER))
                        .exchange())
                .hasRedirectedUrl("/organisations/icdi");
        assertThat(name("icdi")).isEqualTo("Institute of Climate");

        assertThat(browser.post()
                        .uri("/organisations/icdi/take-back")
                        .param("version", "" + (version + 1))
                        .with(Acting.as(Role.PROGRAMME_OFFICER))
                        .exchange())
                .hasRedirectedUrl("/organisations/icdi");
        assertThat(name("icdi")).isEqualTo("International Climate Development Institute");
    }

    @Test
    void showsWhatSomebodyElseSavedMeanwhile() {
        sql.sql("update organisation set note = 'Theirs', version = version + 1 where code = 'icdi'")
                .update();

        assertThat(browser.post()
                        .uri("/organisations/icdi/edit")
                        .param("name", "Mine")
                        .param("kind", "research-centre")
                        .param("version", "0")
                        .with(Acting.as(Role.PROGRAMME_OFFICER))
                        .exchange())
                .hasStatus(409)
                .bodyText()
                .contains("Theirs");
    }

    @Test
    void refusesAMemberAgainstTheRulesUnlessSomebodySaysWhy() {
        var form = browser.post()
                .uri("/members/new")
                .param("organisation", "더블린")
                .param("type", "full")
                .param("region", "east-northeast-asia")
                .with(Acting.as(Role.MEMBERSHIP_OFFICER));

        assertThat(form.exchange())
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#exception\"", "Asia and the Pacific", "더블린");
        assertThat(form.param("exception", "The Executive Committee decided so.")
                        .exchange())
                .hasRedirectedUrl("/members/dublin");
        assertThat(browser.get().uri("/members/dublin")).bodyText().contains("The Executive Committee decided so.");
        assertThat(acts("network.member-added")).isEqualTo(1);
    }

    @Test
    void takesAnEligibleMemberInWithoutAQuestion() {
        assertThat(browser.post()
                        .uri("/members/new")
                        .param("organisation", "Dublin")
                        .param("type", "associate")
                        .param("region", "north-america")
                        .with(Acting.as(Role.MEMBERSHIP_OFFICER))
                        .exchange())
                .hasRedirectedUrl("/members/dublin");
    }

    @Test
    void saysThatItIsAMemberAlready() {
        assertThat(browser.post()
                        .uri("/members/new")
                        .param("organisation", "Seoul")
                        .param("type", "full")
                        .param("region", "east-northeast-asia")
                        .with(Acting.as(Role.MEMBERSHIP_OFFICER))
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("It is a member already");
    }

    @Test
    void letsOnlyMembershipOfficersEditMembers() {
        assertThat(browser.get().uri("/members/seoul/edit").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .hasStatus(403);
        assertThat(browser.get().uri("/members/seoul/edit").with(Acting.as(Role.MEMBERSHIP_OFFICER)))
                .hasStatusOk();
    }

    @Test
    void letsFiguresFollowTheReadingThatIsChosen() {
        assertThat(browser.post()
                        .uri("/questions/CF-01")
                        .param("reading", "b")
                        .param("reason", "For the test.")
                        .param("version", "0")
                        .with(Acting.as(Role.EDITOR))
                        .exchange())
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri("/network")).bodyText().contains(">173<").doesNotContain(">154<");
    }

    @Test
    void letsANameFollowTheReadingThatIsChosenAndKeepsTheOther() {
        assertThat(browser.post()
                        .uri("/questions/CF-40")
                        .param("reading", "b")
                        .param("reason", "For the test.")
                        .param("version", "0")
                        .with(Acting.as(Role.EDITOR))
                        .exchange())
                .hasStatus3xxRedirection();

        assertThat(name("icdi")).isEqualTo("International Climate and Development Institute");
        assertThat(directory.findByName("International Climate Development Institute", Locale.ENGLISH))
                .isInstanceOf(Directory.Match.Known.class);
    }

    @Test
    void erasesAPersonForGoodAndLeavesThePostVacant() {
        var person = sql.sql("select id from person where code = 'kim-chang-beom'")
                .query(java.util.UUID.class)
                .single();
        assertThat(browser.get().uri("/cities/seoul/edit").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("/people/" + person + "/erase");
        assertThat(browser.get().uri("/people/" + person + "/erase").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Kim Chang-beom");

        assertThat(browser.post()
                        .uri("/people/" + person + "/erase")
                        .with(Acting.as(Role.PROGRAMME_OFFICER))
                        .exchange())
                .hasRedirectedUrl("/cities/seoul");
        SampleRecords.load(records);

        assertThat(sql.sql("select count(*) from person where name like '%Chang-beom%' or code like 'kim%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(browser.get().uri("/api/v1/cities/seoul"))
                .bodyText()
                .contains("Ambassador for International Relations")
                .doesNotContain("Chang-beom");
    }

    private int version(String organisation) {
        return sql.sql("select version from organisation where code = ?")
                .param(organisation)
                .query(Integer.class)
                .single();
    }

    private String name(String organisation) {
        return sql.sql("select name from organisation where code = ?")
                .param(organisation)
                .query(String.class)
                .single();
    }

    private int acts(String act) {
        return sql.sql("select count(*) from audit_act where act = ?")
                .param(act)
                .query(Integer.class)
                .single();
    }
}
