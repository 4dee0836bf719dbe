package org.interurban.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.Role;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.ThisNetwork;
import org.interurban.platform.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What administrators set for the network as a whole, and where it is used. */
@PlatformTest
@TestPropertySource(
        properties = {"interurban.test.database=SettingsPagesTests", "interurban.network-name=Installed network"})
class SettingsPagesTests {

    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    ThisNetwork network;

    @Autowired
    Languages languages;

    @BeforeEach
    @AfterEach
    void asInstalled() {
        assertThat(keep("languages", "en", "languages", "ko")).hasStatus3xxRedirection();
    }

    @Test
    void thePageOpensForAdministratorsAlone() {
        assertThat(browser.get().uri("/settings").with(as(Role.ADMINISTRATOR))).hasStatusOk();
        assertThat(browser.get().uri("/settings").with(as(Role.PROGRAMME_OFFICER)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(browser.get().uri("/settings")).hasStatus3xxRedirection();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact", "/imprint", "/privacy", "/accessibility", "/open-data"})
    void thePagesAtTheFootOpenInBothLanguages(String page) {
        assertOpens(browser, page);
    }

    @ParameterizedTest
    @CsvSource({
        "contact, has not said here how it is reached",
        "imprint, has not said here who is responsible",
        "privacy, has not said here what it keeps about people",
        "accessibility, has not said here how accessible"
    })
    void whatWasNotStatedIsSaidToBeSo(String page, String sentence) {
        assertThat(shown("/" + page)).contains("has not been stated yet", sentence);

        keep(page + ".original", "Written by us.\n\nIn two parts.", page + ".language", "en");

        assertThat(shown("/" + page))
                .contains(">Written by us.</p>", ">In two parts.</p>")
                .doesNotContain("has not been stated yet");
    }

    @Test
    void aLogoStandsAtTheHeadOfEveryPageUntilItIsTakenAway() {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/></svg>";
        assertThat(logo("logo.svg", svg)).hasStatus3xxRedirection();

        var shown =
                Pattern.compile("<img class=\"network-logo\" src=\"([^\"]+)\"").matcher(shown("/"));
        assertThat(shown.find()).isTrue();
        assertThat(browser.get().uri(URI.create(shown.group(1))))
                .hasStatusOk()
                .hasContentType("image/svg+xml")
                .hasHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .hasBodyTextEqualTo(svg);

        logo("logo.svg", svg.replace("<path", "<script/><path"));
        assertThat(shown("/")).contains(shown.group(1));
        assertThat(browser.post()
                        .uri("/settings/logo")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .with(csrf()))
                .matches(answer -> answer.getResponse().getStatus() >= 400, "refused");

        assertThat(browser.post()
                        .uri("/settings/logo")
                        .multipart()
                        .with(as(Role.ADMINISTRATOR))
                        .with(csrf())
                        .param("once", UUID.randomUUID().toString())
                        .param("remove", "true"))
                .hasStatus3xxRedirection();
        assertThat(shown("/")).doesNotContain("<img class=\"network-logo\"");
    }

    private MvcTestResult logo(String name, String content) {
        return browser.post()
                .uri("/settings/logo")
                .multipart()
                .file(new MockMultipartFile("file", name, "image/png", content.getBytes(StandardCharsets.UTF_8)))
                .with(as(Role.ADMINISTRATOR))
                .with(csrf())
                .param("once", UUID.randomUUID().toString())
                .exchange();
    }

    @Test
    void whatIsNewIsPresetAsTheNetworkWishes() {
        assertThat(newProgramme()).doesNotContainPattern("name=\"published\"[^>]*checked");

        keep("languages", "en", "languages", "ko", "opensNew", "true");

        assertThat(newProgramme()).containsPattern("name=\"published\"[^>]*checked");
    }

    private String newProgramme() {
        return bodyOf(browser.get()
                .uri("/programmes/new")
                .with(as(Role.ADMINISTRATOR))
                .exchange());
    }

    @Test
    void aTextWithoutTranslationSaysInWhichLanguageItIs() {
        keep("contact.original", "Write to us.", "contact.language", "en");

        assertThat(shown("/contact?lang=ko")).contains("class=\"prose\" lang=\"en\"");
        assertThat(shown("/contact?lang=en")).contains("class=\"prose\">");

        keep("contact.original", "Write to us.", "contact.language", "en", "contact.in[ko]", "저희에게 쓰세요.");

        assertThat(shown("/contact?lang=ko")).contains("저희에게 쓰세요.").doesNotContain("Write to us.", "lang=\"en\" class");
    }

    @Test
    void whatIsWrittenIsNeverMarkup() {
        keep("imprint.original", "<script>alert(1)</script>", "imprint.language", "en");

        assertThat(shown("/imprint")).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void theNetworkIsCalledAsItWasNamedInEachLanguage() {
        assertThat(shown("/contact")).contains(">Installed network<");

        keep("name.original", "Cities together", "name.language", "en", "name.in[ko]", "함께하는 도시");

        assertThat(shown("/contact?lang=en")).contains(">Cities together<").doesNotContain("Installed network");
        assertThat(shown("/contact?lang=ko")).contains(">함께하는 도시<");
        assertThat(shown("/site.webmanifest?lang=en")).contains("Cities together");
        assertThat(shown("/changes.atom?lang=en")).contains("<name>Cities together</name>");
    }

    @Test
    void onlyTheLanguagesThatWereChosenAreOffered() {
        assertThat(keep())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose one language");

        assertThat(keep("languages", "ko")).hasStatus3xxRedirection();

        assertThat(shown("/contact?lang=en")).contains("<html lang=\"ko\"").doesNotContain("hreflang=\"en\"");
        assertThat(network.languages()).containsExactly("ko");
    }

    @Test
    void noTextIsAskedForInALanguageThatTheNetworkDoesNotOffer() {
        assertThat(languages.others("en", Words.NONE, Locale.ENGLISH))
                .extracting(Languages.Language::tag)
                .contains("ko");

        assertThat(keep("languages", "en")).hasStatus3xxRedirection();

        assertThat(languages.others("en", Words.NONE, Locale.ENGLISH))
                .extracting(Languages.Language::tag)
                .doesNotContain("ko");
        assertThat(languages.others("en", new Words("Title", "en", Map.of("ko", "Title")), Locale.ENGLISH))
                .as("a text that is translated already")
                .extracting(Languages.Language::tag)
                .contains("ko");
    }

    @Test
    void holesAreToldToWhomItSays() {
        assertThat(browser.get().uri("/.well-known/security.txt")).hasStatus(HttpStatus.NOT_FOUND);

        keep("securityContact", "security@network.example");

        assertThat(shown("/.well-known/security.txt"))
                .contains("Contact: mailto:security@network.example", "Expires: ", "Preferred-Languages: en, ko");

        keep("securityContact", "https://network.example/security");

        assertThat(shown("/.well-known/security.txt")).contains("Contact: https://network.example/security");
    }

    @Test
    void theLicenceStandsWithTheData() {
        assertThat(shown("/open-data")).contains("has not stated yet under which licence");

        keep(
                "licence.original",
                "Free for all.",
                "licence.language",
                "en",
                "licenceAddress",
                "https://licence.example/1");

        assertThat(shown("/open-data"))
                .contains("Free for all.", "href=\"https://licence.example/1\"")
                .doesNotContain("has not stated yet under which licence");
        assertThat(shown("/members")).contains("\"license\":\"https://licence.example/1\"");
    }

    @ParameterizedTest
    @CsvSource({"licenceAddress, javascript:alert(1)", "securityContact, nobody", "mailFrom, not an address"})
    void whatCannotBeIsRefusedAtItsField(String field, String value) {
        assertThat(keep(field, value))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"" + field + "\"", "aria-invalid=\"true\"");
    }

    @Test
    void aTestOfMailComesFromTheSenderThatWasSet() throws Exception {
        keep("mailFrom", "office@network.example");
        assertThat(browser.post()
                        .uri("/settings/mail")
                        .param("to", "try@elsewhere.example")
                        .with(as(Role.ADMINISTRATOR)))
                .hasStatus3xxRedirection();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> SERVER.getReceivedMessagesForDomain("elsewhere.example").length == 1);
        var message = SERVER.getReceivedMessagesForDomain("elsewhere.example")[0];
        assertThat(message.getFrom()[0]).hasToString("Installed network <office@network.example>");
        assertThat(message.getSubject()).contains("Installed network");
        assertThat(acts()).contains("home.mail-tried");
    }

    @Test
    void everyChangeStandsInTheTrailWithWhatItChanged() {
        keep("name.original", "Audited", "name.language", "en", "securityContact", "security@network.example");

        assertThat(sql.sql("select details::text from audit_act where act = 'home.settings-changed' order by id"
                                + " desc limit 1")
                        .query(String.class)
                        .single())
                .contains("name", "security-contact")
                .doesNotContain("imprint", "mail-from");
    }

    @Test
    void whoeverWasOvertakenSeesWhatStandsNow() {
        var old = network.settings().version();
        keep("securityContact", "first@network.example");

        var second = send(old, "languages", "en", "languages", "ko", "securityContact", "second@network.example");

        assertThat(second)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("second@network.example", "first@network.example");
        assertThat(network.settings().securityContact()).isEqualTo("first@network.example");
    }

    private List<String> acts() {
        return sql.sql("select act from audit_act order by id desc limit 5")
                .query(String.class)
                .list();
    }

    private MvcTestResult keep(String... fields) {
        var all = Arrays.asList(fields);
        return all.contains("languages") || fields.length == 0
                ? send(network.settings().version(), fields)
                : send(network.settings().version(), both(fields));
    }

    private static String[] both(String... fields) {
        var all = Arrays.copyOf(fields, fields.length + 4);
        System.arraycopy(new String[] {"languages", "en", "languages", "ko"}, 0, all, fields.length, 4);
        return all;
    }

    private MvcTestResult send(int version, String... fields) {
        var request = browser.post()
                .uri("/settings")
                .param("version", Integer.toString(version))
                .with(as(Role.ADMINISTRATOR));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String shown(String page) {
        var answer = browser.get().uri(page).exchange();
        assertThat(answer).as(page).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String bodyOf(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException everyMachineHasIt) {
            throw new IllegalStateException(everyMachineHasIt);
        }
    }
}
