package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages say of themselves to search engines, other sites and caches. */
@PlatformTest
@TestPropertySource(properties = "interurban.address=https://network.example")
class FoundAndSharedTests {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    JsonMapper json;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @ParameterizedTest
    @CsvSource({
        "/partnerships/IURC-Seoul-Dublin, /partnerships/IURC-Seoul-Dublin",
        "/partnerships/IURC-Seoul-Dublin?lang=ko, /partnerships/IURC-Seoul-Dublin?lang=ko",
        "/partnerships?q=Seoul&sort=name, /partnerships",
        "/cities/seoul?theme=dark&lang=en, /cities/seoul?lang=en"
    })
    void aPageHasOneAddressOfAllItsOwn(String asked, String canonical) throws Exception {
        assertThat(page(asked)).contains("<link rel=\"canonical\" href=\"https://network.example" + canonical + "\">");
    }

    @ParameterizedTest
    @CsvSource({
        "/spelled/one, /spelled/ONE",
        "/SPELLED/one/, /spelled/ONE",
        "/spelled/ONE/, /spelled/ONE",
        "/spelled/one/one-pager?lang=ko, /spelled/ONE/one-pager?lang=ko",
        "/Programmes, /programmes",
        "/partnerships/, /partnerships",
        "/partnerships/?q=Seoul, /partnerships?q=Seoul"
    })
    void anAddressInOtherLettersOrWithASlashLeadsForGoodToTheOneThatIsMeant(String asked, String meant) {
        spelled("ONE", true);
        try {
            assertThat(browser.get().uri(asked))
                    .hasStatus(HttpStatus.PERMANENT_REDIRECT)
                    .hasRedirectedUrl(meant);
        } finally {
            sql.sql("delete from search_document where kind = 'spelled'").update();
        }
    }

    @Test
    void nothingLeadsToWhatIsNotPublicOrNotThere() {
        spelled("HIDDEN", false);
        try {
            assertThat(browser.get().uri("/spelled/hidden")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(browser.get().uri("/spelled/HIDDEN")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(browser.get().uri("/programmes/nowhere")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(browser.get().uri("/api/v1/Programmes")).hasStatus(HttpStatus.NOT_FOUND);
        } finally {
            sql.sql("delete from search_document where kind = 'spelled'").update();
        }
    }

    private void spelled(String code, boolean published) {
        sql.sql("""
            insert into search_document (kind, code, url, title, published, permission)
            values ('spelled', :code, '/spelled/' || :code, '{"en": "Spelled"}', :published, 'RECORDS_READ')
            """).param("code", code).param("published", published).update();
    }

    @Test
    void addressesAreThoseThatWereSetUpWhateverARequestClaims() throws Exception {
        for (var address :
                List.of("/cities/busan", "/sitemap.xml", "/robots.txt", "/activities.ics", "/api/v1/openapi")) {
            var answer = browser.get()
                    .uri(address)
                    .header(HttpHeaders.HOST, "evil.example")
                    .header("X-Forwarded-Host", "evil.example")
                    .with(request -> {
                        request.setServerName("evil.example");
                        return request;
                    })
                    .exchange();
            assertThat(answer).hasStatusOk();
            assertThat(answer.getResponse().getContentAsString())
                    .contains("https://network.example")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void everyLanguageNamesAllOthersByWholeAddresses() throws Exception {
        assertThat(page("/members/busan"))
                .contains("hreflang=\"en\" href=\"https://network.example/members/busan?lang=en\"")
                .contains("hreflang=\"ko\" href=\"https://network.example/members/busan?lang=ko\"")
                .contains("hreflang=\"x-default\" href=\"https://network.example/members/busan\"");
    }

    @Test
    void whatOneReaderAskedForIsNotToBeFound() throws Exception {
        assertThat(page("/partnerships")).doesNotContain("noindex");
        assertThat(page("/partnerships?lang=ko")).doesNotContain("noindex");
        assertThat(page("/partnerships?q=Seoul")).contains("content=\"noindex\"");
        assertThat(page("/partnerships?sort=name")).contains("content=\"noindex\"");
        var own = browser.get()
                .uri("/partnerships")
                .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                .exchange();
        assertThat(own.getResponse().getContentAsString()).contains("content=\"noindex\"");
    }

    @Test
    void pagesOfTheSameNameHaveTitlesThatTellThemApart() throws Exception {
        assertThat(title("/cities/busan")).isEqualTo("Busan | Cities | Interurban");
        assertThat(title("/members/busan")).isEqualTo("Busan | Members | Interurban");
        assertThat(title("/")).contains("City partnerships of");
    }

    @Test
    void aPartnershipIsDescribedByWhatItDid() throws Exception {
        var description = content("name=\"description\"", page("/partnerships/IURC-Seoul-Dublin"));

        assertThat(description).contains("Seoul", "Dublin", "step", "2023");
    }

    @ParameterizedTest
    @CsvSource({
        "/, Organization WebSite",
        "/activities/SV-01, BreadcrumbList Event",
        "/cities/busan, BreadcrumbList City",
        "/programmes/IURC, BreadcrumbList Project",
        "/partnerships/IURC-Seoul-Dublin, BreadcrumbList Project",
        "/organisations/european-union, BreadcrumbList Organization",
        "/members, BreadcrumbList Dataset"
    })
    void aPageSaysWhatItShows(String address, String types) throws Exception {
        var said = data(address);

        assertThat(said.path("@context").asString()).isEqualTo("https://schema.org");
        assertThat(StreamSupport.stream(said.path("@graph").spliterator(), false)
                        .map(thing -> thing.path("@type").asString()))
                .containsExactlyInAnyOrder(types.split(" "));
    }

    @Test
    void anEventHasItsDatesAsExactAsTheyAreKnown() throws Exception {
        var event = thing("Event", data("/activities/SV-01"));

        assertThat(event.path("startDate").asString()).matches("\\d{4}(-\\d{2}){0,2}");
        assertThat(event.path("location").path("name").asString()).isNotEmpty();
    }

    @Test
    void aListNamesItsFiles() throws Exception {
        var files = thing("Dataset", data("/members")).path("distribution");

        assertThat(StreamSupport.stream(files.spliterator(), false)
                        .map(file -> file.path("contentUrl").asString()))
                .containsExactlyInAnyOrder(
                        "https://network.example/api/v1/members",
                        "https://network.example/api/v1/members.csv",
                        "https://network.example/api/v1/members.xlsx");
    }

    @Test
    void noTextEndsTheScriptThatHoldsIt() throws Exception {
        assertThat(page("/search?q=</script><b>x")).doesNotContain("</script><b>x");
    }

    @Test
    void theSitemapNamesEveryPageInEveryLanguageWithItsLastChange() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var urls = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(page("/sitemap.xml"))))
                .getElementsByTagName("url");
        var pages = IntStream.range(0, urls.getLength())
                .mapToObj(i -> (Element) urls.item(i))
                .toList();

        assertThat(pages)
                .extracting(page -> page.getElementsByTagName("loc").item(0).getTextContent())
                .doesNotHaveDuplicates()
                .contains(
                        "https://network.example/",
                        "https://network.example/partnerships",
                        "https://network.example/privacy")
                .doesNotContain(
                        "https://network.example/outbox",
                        "https://network.example/activities/kinds",
                        "https://network.example/imprint")
                .allMatch(address -> address.startsWith("https://network.example/"));
        assertThat(pages)
                .extracting(page -> page.getElementsByTagNameNS("*", "link").getLength())
                .containsOnly(3);
    }

    @Test
    void aStatementThatNobodyHasWrittenIsNotToBeFound() throws Exception {
        assertThat(page("/imprint")).contains("content=\"noindex\"");
        assertThat(page("/privacy")).doesNotContain("content=\"noindex\"");
    }

    @Test
    void theSitemapHoldsNothingThatIsNotPublished() throws Exception {
        sql.sql("""
            insert into search_document (kind, code, url, title, published, permission)
            values ('city', 'told', '/cities/told', '{"en": "Told"}', true, 'RECORDS_READ'),
                   ('city', 'secret', '/cities/secret', '{"en": "Secret"}', false, 'RECORDS_READ')
            """).update();
        try {
            assertThat(page("/sitemap.xml"))
                    .contains("<loc>https://network.example/cities/told</loc><lastmod>")
                    .doesNotContain("/cities/secret");
        } finally {
            sql.sql("delete from search_document where code in ('told', 'secret')")
                    .update();
        }
    }

    @Test
    void whatChangedLastIsAFeedThatReadersOfFeedsUnderstand() throws Exception {
        sql.sql("""
            insert into search_document (kind, code, url, title, published, permission, changed_at)
            values ('city', 'told', '/cities/told', '{"en": "Told", "ko": "알림"}', true, 'RECORDS_READ', '2090-05-01T10:00Z'),
                   ('city', 'english', '/cities/english', '{"en": "English"}', true, 'RECORDS_READ', '2090-04-01T10:00Z'),
                   ('city', 'secret', '/cities/secret', '{"en": "Secret"}', false, 'RECORDS_READ', '2090-06-01T10:00Z')
            """).update();
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var feed = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page("/changes.atom?lang=ko&kind=city"))))
                    .getDocumentElement();

            assertThat(feed.getAttribute("xml:lang")).isEqualTo("ko");
            assertThat(text(feed, "id")).isEqualTo("https://network.example/changes.atom?kind=city");
            assertThat(text(feed, "updated")).isEqualTo("2090-05-01T10:00:00Z");
            assertThat(text((Element) feed.getElementsByTagName("author").item(0), "name"))
                    .isNotEmpty();
            assertThat(((Element) feed.getElementsByTagName("link").item(0)).getAttribute("href"))
                    .isEqualTo("https://network.example/changes.atom?lang=ko&kind=city");
            var first = (Element) feed.getElementsByTagName("entry").item(0);
            var second = (Element) feed.getElementsByTagName("entry").item(1);
            assertThat(text(first, "id")).isEqualTo("https://network.example/cities/told");
            assertThat(text(first, "title")).isEqualTo("알림");
            assertThat(((Element) second.getElementsByTagName("title").item(0)).getAttribute("xml:lang"))
                    .isEqualTo("en");
        } finally {
            sql.sql("delete from search_document where code in ('told', 'english', 'secret')")
                    .update();
        }
    }

    private static String text(Element around, String element) {
        return around.getElementsByTagName(element).item(0).getTextContent();
    }

    @Test
    void robotsFindTheSitemap() throws Exception {
        assertThat(page("/robots.txt")).contains("User-agent: *", "Sitemap: https://network.example/sitemap.xml");
        assertThat(json.readTree(page("/site.webmanifest")).path("icons")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"/favicon.ico, image/x-icon", "/touch-icon.png, image/png", "/share.png, image/png"})
    void picturesAreThere(String address, String type) {
        assertThat(browser.get().uri(address)).hasStatusOk().hasContentType(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/programmes/IURC", "/members", "/activities.ics", "/api/v1/members", "/sitemap.xml"})
    void whatDidNotChangeIsNotSentAgain(String address) {
        var tag = browser.get().uri(address).exchange().getResponse().getHeader(HttpHeaders.ETAG);

        assertThat(tag).startsWith("W/");
        assertThat(browser.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag)))
                .hasStatus(HttpStatus.NOT_MODIFIED);
        assertThat(browser.get()
                        .uri(address)
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "ko")
                        .header(HttpHeaders.IF_NONE_MATCH, "W/\"another\""))
                .hasStatusOk();
    }

    @Test
    void cachesKeepLanguagesAndReadersApart() {
        for (var address : List.of("/", "/api/v1/members")) {
            assertThat(browser.get().uri(address).header(HttpHeaders.ACCEPT_LANGUAGE, "ko"))
                    .headers()
                    .hasValue(HttpHeaders.CONTENT_LANGUAGE, "ko")
                    .hasHeaderSatisfying(HttpHeaders.VARY, values -> assertThat(String.join(", ", values))
                            .contains("Accept-Language")
                            .doesNotContain("Cookie"))
                    .hasHeaderSatisfying(HttpHeaders.CACHE_CONTROL, values -> assertThat(values)
                            .singleElement()
                            .asString()
                            .contains("no-cache"));
        }
    }

    @Test
    void otherSitesMayReadWhatIsPublicAndNothingElse() {
        for (var address : List.of("/api/v1/members", "/api/v1/members/nobody", "/activities.ics")) {
            assertThat(browser.get().uri(address).header(HttpHeaders.ORIGIN, "https://elsewhere.example"))
                    .headers()
                    .hasValue(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .doesNotContainHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
        }
        assertThat(browser.get().uri("/members").header(HttpHeaders.ORIGIN, "https://elsewhere.example"))
                .headers()
                .doesNotContainHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        assertThat(browser.get()
                        .uri("/api/v1/members")
                        .cookie(new jakarta.servlet.http.Cookie("__Host-SESSION", "somebody"))
                        .header(HttpHeaders.ORIGIN, "https://elsewhere.example"))
                .headers()
                .doesNotContainHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        assertThat(browser.options().uri("/api/v1/members").header(HttpHeaders.ORIGIN, "https://elsewhere.example"))
                .hasStatus(HttpStatus.NO_CONTENT)
                .headers()
                .hasValue(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
    }

    @Test
    void theNextPageIsInTheLanguageOfThisOne() throws Exception {
        var first = json.readTree(page("/api/v1/members?limit=5&lang=ko"));
        var second = json.readTree(page(first.path("next").asString()));

        assertThat(first.path("next").asString()).contains("lang=ko", "offset=5");
        assertThat(second.path("items").toString()).containsPattern("[가-힣]");
        assertThat(second.path("next").asString()).contains("lang=ko", "offset=10");
    }

    private String page(String address) throws UnsupportedEncodingException {
        var answer = browser.get()
                .uri(address.replace("<", "%3C").replace(">", "%3E"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private String title(String address) throws UnsupportedEncodingException {
        return page(address).replaceFirst("(?s).*?<title>(.*?)</title>.*", "$1");
    }

    private static String content(String which, String page) {
        return page.replaceFirst("(?s).*?<meta " + which + " content=\"(.*?)\".*", "$1");
    }

    private JsonNode data(String address) throws UnsupportedEncodingException {
        var found = DATA.matcher(page(address));
        assertThat(found.find()).isTrue();
        return json.readTree(found.group(1));
    }

    private static JsonNode thing(String type, JsonNode data) {
        return StreamSupport.stream(data.path("@graph").spliterator(), false)
                .filter(thing -> thing.path("@type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
