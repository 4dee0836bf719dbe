package org.interurban.platform.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ProgrammePagesTests {

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
    void everyoneSeesThePublishedProgrammes() {
        assertThat(browser.get().uri("/programmes"))
                .hasStatusOk()
                .bodyText()
                .contains("IURC", "Jul 2021–2023", "European Union");
        assertThat(browser.get().uri("/programmes?lang=ko"))
                .hasStatusOk()
                .bodyText()
                .contains("국제도시지역협력", "2021년 7월–2023년");
    }

    @Test
    void aProgrammeThatIsNotPublishedIsForThoseWhoWorkOnIt() {
        sql.sql("update programme set published = false where code = 'IURC'").update();

        assertThat(browser.get().uri("/api/v1/programmes?limit=200"))
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .isNotEmpty()
                .doesNotContain("IURC");
        assertThat(browser.get().uri("/api/v1/programmes/IURC")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri("/api/v1/programmes?limit=200").with(as(Role.PROGRAMME_OFFICER)))
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .contains("IURC");
    }

    @Test
    void theListIsASheetToo() {
        assertThat(browser.get().uri("/programmes.csv?kind=component"))
                .hasStatusOk()
                .bodyText()
                .contains("code,name,abbreviation")
                .contains("IUC-C1")
                .doesNotContain("ICP-AGIR");
        assertThat(browser.get().uri("/api/v1/programmes.xlsx")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/programmes/new",
                "/programmes/IURC/edit",
                "/programmes/IURC/copy",
                "/programmes/IURC/participants",
                "/programmes/IURC/participants/add?q=Seoul,%EB%B6%80%EC%82%B0",
                "/programmes/IURC/participants/dublin"
            })
    void everyFormOpensInBothLanguagesForTheSecretariatOnly(String page) {
        assertOpens(browser, page);
        assertThat(browser.get().uri(page).with(as(Role.VOTER))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aNewProgrammeKeepsWhatWasTyped() {
        var answer = browser.post()
                .uri("/programmes/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("code", "TEST-1")
                .param("name.original", "Test of a programme")
                .param("kind", "city-to-city-cooperation")
                .param("start", "2026-03")
                .param("end", "2028")
                .param("forms", "pair", "cluster")
                .param("funders", "European Union\nSomebody new")
                .param("themes", "Air Quality\nA theme of our own")
                .param("objectives", "To learn")
                .param("published", "true")
                .param("version", "0")
                .exchange();

        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/programmes/TEST-1/participants");
        assertThat(browser.get().uri("/api/v1/programmes/TEST-1"))
                .bodyText()
                .contains("\"start\":\"2026-03\"", "\"end\":\"2028\"", "Somebody new", "A theme of our own");
        assertThat(sql.sql("select count(*) from programme_body where organisation is not null and programme ="
                                + " (select id from programme where code = 'TEST-1')")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(acts("TEST-1")).isEqualTo(2);
    }

    @Test
    void aWrongFormComesBackWithWhatWasTypedAndTheWayToItsFaults() {
        assertThat(browser.post()
                        .uri("/programmes/new")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("code", "IURC")
                        .param("name.original", " ")
                        .param("kind", "city-to-city-cooperation")
                        .param("start", "soon")
                        .param("end", "2020"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("href=\"#name.original\"", "href=\"#start\"", "value=\"soon\"", "aria-invalid=\"true\"");
        assertThat(browser.post()
                        .uri("/programmes/new")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("code", "IURC")
                        .param("name.original", "Again")
                        .param("kind", "city-to-city-cooperation"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("href=\"#code\"");
    }

    @Test
    void aChangeThatWasOvertakenLosesNothing() {
        var form = browser.post()
                .uri("/programmes/IURC/edit")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("code", "IURC")
                .param("name.original", "Mine")
                .param("kind", "city-to-city-cooperation")
                .param("version", "99");

        assertThat(form).hasStatus(HttpStatus.CONFLICT);
        assertThat(sql.sql("select name from programme where code = 'IURC'")
                        .query(String.class)
                        .single())
                .isEqualTo("International Urban and Regional Cooperation");
    }

    @Test
    void editingKeepsTranslationsAndOtherReadings() {
        var before = sql.sql("select count(*) from programme_theme")
                .query(Long.class)
                .single();

        browser.post()
                .uri("/programmes/IURC/edit")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("code", "IURC")
                .param("name.original", "International Urban and Regional Cooperation")
                .param("name.in[ko]", "국제도시지역협력(IURC)")
                .param("kind", "city-to-city-cooperation")
                .param("published", "true")
                .param("themes", themesOfIurc())
                .param("version", "0")
                .exchange();

        assertThat(sql.sql("select count(*) from programme_theme")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        assertThat(browser.get().uri("/api/v1/programmes/IURC?lang=ko"))
                .bodyText()
                .contains("생태 전환과 그린딜");
    }

    @Test
    void aProgrammeIsWrittenInOneLanguageOfTheNetworkAndCalledInOthers() {
        browser.post()
                .uri("/programmes/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("code", "TEST-2")
                .param("name.original", "도시 청년 교류")
                .param("name.language", "ko")
                .param("name.in[en]", "Exchange of young people of cities")
                .param("description.original", "청년이 만난다")
                .param("description.language", "ko")
                .param("kind", "youth-project")
                .param("published", "true")
                .param("version", "0")
                .exchange();

        assertThat(browser.get().uri("/api/v1/programmes/TEST-2?lang=en"))
                .bodyText()
                .contains("Exchange of young people of cities");
        assertThat(browser.get().uri("/api/v1/programmes/TEST-2?lang=ko"))
                .bodyText()
                .contains("도시 청년 교류");
        assertThat(browser.get().uri("/programmes/TEST-2/participants").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Exchange of young people of cities");
        assertThat(browser.get().uri("/programmes/TEST-2/edit").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .containsPattern("(?s)<option value=\"ko\" selected=\"selected\">.*name=\"name.in\\[en\\]\"");
    }

    private String themesOfIurc() {
        return String.join(
                "\n",
                sql.sql("select label from programme_theme where chosen and programme ="
                                + " (select id from programme where code = 'IURC') order by reading, position")
                        .query(String.class)
                        .list());
    }

    @Test
    void aCopyBringsCitiesWithTheirInterestsAndNoPartnerships() {
        assertThat(browser.post()
                        .uri("/programmes/IURC/copy")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("code", "IURC-COPY")
                        .param("name", "IURC with Korea")
                        .param("organisations", "seoul", "busan", "sejong", "dublin", "rotterdam"))
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri("/programmes/IURC-COPY/participants").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Seoul", "Dublin")
                .doesNotContain("Sofia");
        assertThat(sql.sql("select count(*) from profile_line l join participant a on a.id = l.participant"
                                + " join programme p on p.id = a.programme where p.code = 'IURC-COPY'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(sql.sql("select published from programme where code = 'IURC-COPY'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void eachPastedNameGetsAnAnswerHoweverManyBodiesAnotherNames() {
        assertThat(pasted("a,e,i,o,n,Busan"))
                .bodyText()
                .contains("add-5-busan", "More may have this in their name than are shown")
                .doesNotContain("not looked up");
        assertThat(pasted(
                        IntStream.rangeClosed(1, 202).mapToObj("Z%d"::formatted).collect(Collectors.joining(","))))
                .bodyText()
                .contains("2 names were not looked up", "Z201");
    }

    private MvcTestResult pasted(String names) {
        return browser.get()
                .uri("/programmes/YSAP/participants/add")
                .param("q", names)
                .with(as(Role.PROGRAMME_OFFICER))
                .exchange();
    }

    @Test
    void citiesJoinLeaveAndComeBack() {
        browser.post()
                .uri("/programmes/YSAP/participants/add")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("organisation", "seoul", "yokohama")
                .exchange();
        assertThat(participants("YSAP")).isEqualTo("seoul yokohama");

        browser.post()
                .uri("/programmes/YSAP/participants")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("organisation", "seoul")
                .param("act", "remove")
                .exchange();
        assertThat(participants("YSAP")).isEqualTo("yokohama");

        browser.post()
                .uri("/programmes/YSAP/participants")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("organisation", "seoul")
                .param("act", "return")
                .exchange();
        assertThat(participants("YSAP")).isEqualTo("seoul yokohama");
        assertThat(acts("YSAP")).isEqualTo(3);
    }

    private String participants(String programme) {
        return sql.sql("select coalesce(string_agg(o.code, ' ' order by o.code), '') from participant a"
                        + " join organisation o on o.id = a.organisation join programme p on p.id = a.programme"
                        + " where p.code = ? and a.left_on is null")
                .param(programme)
                .query(String.class)
                .single();
    }

    @Test
    void linesOfAProfileAreAddedAndTakenAwayWithoutScripts() {
        var withLine = browser.post()
                .uri("/programmes/IURC/participants/seoul")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("version", "0")
                .param("lines[0].kind", "offer")
                .param("lines[0].statement", "Public bicycles")
                .param("lines[0].grade", "3")
                .param("add", "seek")
                .exchange();
        assertThat(withLine).hasStatusOk().bodyText().contains("Public bicycles", "lines[1].kind");

        var without = browser.post()
                .uri("/programmes/IURC/participants/seoul")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("version", "0")
                .param("lines[0].kind", "offer")
                .param("lines[0].statement", "Public bicycles")
                .param("remove", "0")
                .exchange();
        assertThat(without).hasStatusOk().bodyText().doesNotContain("Public bicycles");
    }

    @Test
    void aProfileIsKeptLineByLine() throws Exception {
        assertThat(browser.post()
                        .uri("/programmes/IURC/participants/seoul")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("version", "0")
                        .param("seen", seen("seoul"))
                        .param("capacityMin", "1")
                        .param("capacityMax", "2")
                        .param("languages", "en, ko")
                        .param("lines[0].kind", "offer")
                        .param("lines[0].topic", "cooperation-topics:smart-city")
                        .param("lines[0].grade", "3")
                        .param("lines[1].kind", "seek")
                        .param("lines[1].statement", "Safer streets for children")
                        .param("lines[1].grade", "2"))
                .hasStatus3xxRedirection();

        assertThat(sql.sql("select string_agg(l.kind || ' ' || l.grade || ' ' || l.statement, '; ' order by l.position)"
                                + " from profile_line l join participant a on a.id = l.participant join"
                                + " organisation o on o.id = a.organisation join programme p on p.id = a.programme"
                                + " where p.code = 'IURC' and o.code = 'seoul'")
                        .query(String.class)
                        .single())
                .isEqualTo("offer 3 Smart City; seek 2 Safer streets for children");
    }

    private String seen(String city) throws java.io.UnsupportedEncodingException {
        var form = browser.get()
                .uri("/programmes/IURC/participants/" + city)
                .with(as(Role.PROGRAMME_OFFICER))
                .exchange()
                .getResponse()
                .getContentAsString();
        return form.replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void anOfferOfNoLevelThatThereIsIsAskedForOne() {
        assertThat(browser.post()
                        .uri("/programmes/IURC/participants/seoul")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("version", "0")
                        .param("lines[0].kind", "offer")
                        .param("lines[0].grade", "7")
                        .param("lines[0].statement", "Public bicycles"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("Choose a level or priority", "Public bicycles");
    }

    private long acts(String programme) {
        return sql.sql("select count(*) from audit_act where subject_kind = 'programme' and subject_key = ?")
                .param(programme)
                .query(Long.class)
                .single();
    }
}
