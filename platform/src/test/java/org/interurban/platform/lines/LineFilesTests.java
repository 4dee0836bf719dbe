package org.interurban.platform.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines to be shown elsewhere: as drawings, as pictures, as data. */
@PlatformTest
@TestPropertySource(properties = "interurban.address=https://network.example")
class LineFilesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    JsonMapper json;

    @Autowired
    WholeSample sample;

    @LocalServerPort
    int port;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/partnerships/IURC-Seoul-Dublin/line.svg",
                "/partnerships/IURC-Seoul-Dublin/line.svg?lang=ko",
                "/programmes/IURC/line.svg",
                "/programmes/ICP-AGIR/line.svg?lang=ko",
                "/programmes/IUC/line.svg"
            })
    void aDrawingIsAFileThatNeedsNothingBesideIt(String address) throws Exception {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("image/svg+xml");
        assertThat(answer).headers().hasValue(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var text = answer.getResponse().getContentAsString();
        var drawing = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));

        assertThat(drawing.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(drawing.getElementsByTagName("script").getLength()).isZero();
        assertThat(text).doesNotContain("light-dark(", "@font-face", "url(");
        assertThat(names("[\" ](line-[a-z]+)[\" ]", text))
                .isNotEmpty()
                .isSubsetOf(names("\\.(line-[a-z]+) \\{ --line:", text)); // else lines have no colour
        var links = drawing.getElementsByTagName("a");
        assertThat(IntStream.range(0, links.getLength()).mapToObj(i -> links.item(i)
                        .getAttributes()
                        .getNamedItem("href")
                        .getNodeValue()))
                .allMatch(link -> link.startsWith("https://network.example/"));
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void aPictureHasTheSizeThatSharedPagesAskFor() throws Exception {
        var client = java.net.http.HttpClient.newHttpClient();
        for (var page :
                new String[] {"/partnerships/IURC-Seoul-Dublin", "/programmes/IURC", "/programmes/WC-2017-2018"}) {
            var answer = client.send(
                    java.net.http.HttpRequest.newBuilder(
                                    java.net.URI.create("http://localhost:" + port + page + "/line.png"))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofByteArray());

            if (answer.statusCode() == HttpStatus.FOUND.value()) {
                assertThat(answer.headers().firstValue("Location"))
                        .hasValueSatisfying(to -> assertThat(to).endsWith("/share.png"));
            } else {
                var picture = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(answer.body())));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(picture.getWidth()).isEqualTo(1200);
                assertThat(picture.getHeight()).isEqualTo(630);
            }
        }
    }

    @Test
    @Transactional
    void pairsOfWhomNothingIsDatedAreDrawnByTheirNames() throws Exception {
        sql.sql("""
            insert into partnership (id, code, programme, name, status, published)
            select gen_random_uuid(), 'undated', id, 'Grenoble – Dublin', 'active', true from programme where code = 'YSAP'
            """).update();

        for (var page : List.of("/programmes/WC-2017-2018", "/partnerships/undated")) {
            var name = page.startsWith("/prog") ? "Seoul – Eindhoven" : "Grenoble – Dublin";
            assertThat(text(page + "/line.svg"))
                    .contains(name + "</text>", "<circle class=\"dot edge planned\"")
                    .doesNotContain("Nothing dated on record");
            assertThat(text(page + "/line/embed"))
                    .contains("<ul class=\"pair-names\">", name + "</a>")
                    .doesNotContain("Nothing dated on record", "class=\"grid");
        }
    }

    private String text(String address) throws Exception {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    @Test
    void thePageNamesItsPicture() throws Exception {
        var page = browser.get().uri("/partnerships/IURC-Seoul-Dublin?lang=ko").exchange();

        assertThat(page.getResponse().getContentAsString())
                .containsPattern(
                        "og:image\""
                                + " content=\"https://network.example/(share.png|partnerships/IURC-Seoul-Dublin/line.png.lang=ko)\"");
    }

    @Test
    void theDataOfALineHoldsEveryStepWithItsDateAsExactAsItIsKnown() throws Exception {
        var line = read("/api/v1/partnerships/IURC-Seoul-Dublin/line");

        assertThat(line.path("members")).hasSize(2);
        assertThat(line.path("steps"))
                .extracting(step -> step.path("code").asString())
                .contains("SV-01", "SV-02")
                .doesNotHaveDuplicates();
        var first = step("SV-01", line);
        assertThat(first.path("date").asString()).isEqualTo("2022-08-29/2022-09-01");
        assertThat(first.path("precision").asString()).isEqualToIgnoringCase("day");
        assertThat(first.path("state").asString()).isEqualToIgnoringCase("held");
        assertThat(step("SV-02", line).path("date").asString()).isEqualTo("2023-02");
        assertThat(first.path("page").asString()).isEqualTo("https://network.example/activities/SV-01");
    }

    @Test
    void theDataOfAProgrammeHoldsItsLinesAndWhatTheyShare() throws Exception {
        var programme = read("/programmes/ICP-AGIR/line.json");

        assertThat(programme.path("lines"))
                .extracting(line -> line.path("code").asString())
                .contains("AGIR-Incheon-Berlin", "AGIR-Taichung-Prato");
        assertThat(programme.path("shared"))
                .extracting(step -> step.path("code").asString())
                .contains("EV-04");
        assertThat(programme.path("total").asInt())
                .isEqualTo(programme.path("lines").size());
        assertThat(read("/partnerships/IURC-Seoul-Dublin/line.json"))
                .isEqualTo(read("/api/v1/partnerships/IURC-Seoul-Dublin/line"));
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin/line.json"))
                .headers()
                .hasValue(HttpHeaders.LINK, "<https://network.example/api/v1/openapi>; rel=\"describedby\"")
                .hasValue(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    @Test
    void theDataOfALineSaysWhatNoDocumentStates() throws Exception {
        var letter = step("AG-02", read("/api/v1/partnerships/IURC-Sejong-Sofia/line"));

        assertThat(letter.path("concluded")).extracting(JsonNode::asString).containsExactly("date");
        assertThat(step("SV-05", read("/api/v1/partnerships/IURC-Sejong-Sofia/line"))
                        .path("concluded"))
                .extracting(JsonNode::asString)
                .containsExactly("parties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/partnerships/IURC-Seoul-Dublin/line/embed", "/programmes/IURC/line/embed?lang=ko"})
    void aLineMayStandInAFrameOfAnySiteAndRunsNothingThere(String address) {
        assertThat(browser.get().uri(address))
                .hasStatusOk()
                .headers()
                .doesNotContainHeader("X-Frame-Options")
                .hasHeaderSatisfying("Content-Security-Policy", policy -> assertThat(policy.getFirst())
                        .contains("frame-ancestors *", "default-src 'none'", "form-action 'none'"));
        assertThat(browser.get().uri(address))
                .bodyText()
                .contains("<svg", "<base target=\"_blank\">", "noindex")
                .doesNotContain("<script", "<form", "??");
    }

    @Test
    void everyOtherPageStandsInNoFrame() {
        for (var address : new String[] {"/", "/partnerships/IURC-Seoul-Dublin", "/sign-in", "/nowhere"}) {
            assertThat(browser.get().uri(address)).headers().hasValue("X-Frame-Options", "DENY");
        }
    }

    @Test
    void thePageOffersWhatAnotherSiteTakesOver() {
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin"))
                .bodyText()
                .contains("&lt;iframe"
                        + " src=&quot;https://network.example/partnerships/IURC-Seoul-Dublin/line/embed?lang=en&quot;");
    }

    @Test
    @Transactional
    void whatIsNotPublishedIsInNoFile() {
        sql.sql("update partnership set published = false where code = 'IURC-Seoul-Dublin'")
                .update();

        for (var file : new String[] {
            "/partnerships/IURC-Seoul-Dublin/line.svg",
            "/partnerships/IURC-Seoul-Dublin/line.json",
            "/partnerships/IURC-Seoul-Dublin/line/embed",
            "/api/v1/partnerships/IURC-Seoul-Dublin/line"
        }) {
            assertThat(browser.get().uri(file)).as(file).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(browser.get().uri("/api/v1/partnerships.geojson"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("IURC-Seoul-Dublin");
    }

    @Test
    void theMapHoldsEveryPartnershipThatTheListDoes() throws Exception {
        var map = read("/api/v1/partnerships.geojson");
        var list = read("/api/v1/partnerships?limit=500");

        assertThat(map.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(map.path("features"))
                .extracting(feature -> feature.path("id").asString())
                .containsExactlyInAnyOrderElementsOf(
                        StreamSupport.stream(list.path("items").spliterator(), false)
                                .map(item -> item.path("code").asString())
                                .toList());
        assertThat(map.path("features"))
                .filteredOn(feature -> feature.path("id").asString().equals("IURC-Seoul-Dublin"))
                .singleElement()
                .satisfies(feature -> {
                    var places = feature.path("geometry").path("coordinates");
                    assertThat(places).hasSize(2);
                    assertThat(places.get(0).get(0).asDouble()).isBetween(-180.0, 180.0);
                    assertThat(places.get(0).get(1).asDouble()).isBetween(-90.0, 90.0);
                });
    }

    private static JsonNode step(String code, JsonNode line) {
        return StreamSupport.stream(line.path("steps").spliterator(), false)
                .filter(step -> step.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode read(String address) throws Exception {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
