package org.interurban.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From an empty network to a visit that was agreed, moved and called off: what each step enters is what the next one gets. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.main.register-shutdown-hook=false",
            "interurban.search.in-memory=true",
            "interurban.administrator=officer@network.example"
        })
class FirstProgrammeBrowserTests {

    private static final String SHEET = """
        City,Country,Contact person,Position,Kind of contact,Email,Language of letters
        Aldport,Ireland,Aoife Murphy,Director of mobility,focal point,aoife@aldport.example,English
        Bexholm,Sweden,Berit Lind,Head of climate,focal point,BERIT@bexholm.example,Korean
        Corvanova,Italy,Carla Riva,International relations,focal point,,Italian
        Dunmere,Ireland,Declan Roe,Mayor,mayor,declan@dunmere.example,English
        """;

    private static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @DynamicPropertySource
    static void serverAndDatabase(DynamicPropertyRegistry properties) {
        MAIL.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("interurban.database.url", TestDatabase::empty);
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @LocalServerPort
    int port;

    @Test
    void whatEachStepEntersIsWhatTheNextOneGets() {
        try (var office = Browsers.open(1280, "en", true);
                var phone = Browsers.open(390, "en", false);
                var other = Browsers.open(390, "ko", false)) {
            var officer = signIn(office, "officer@network.example");

            makeProgramme(officer);
            bringIn(officer, "cities");
            bringIn(officer, "contacts");
            takePart(officer);
            invite(officer);

            var aoife = signIn(phone, "aoife@aldport.example");
            waits(aoife, "Aldport");
            var berit = signIn(other, "berit@bexholm.example");
            assertThat(berit.locator("html")).hasAttribute("lang", "ko");
            open(officer, "/programmes/FIRST/contacts");
            assertThat(row(officer, "Aldport")).containsText("Has signed in");
            assertThat(row(officer, "Corvanova")).containsText("No mail address");

            pair(officer);
            var visit = proposeVisit(aoife);
            agree(officer, visit);
            move(officer, visit);
            callOff(officer, visit);
        }
    }

    private void makeProgramme(Page page) {
        open(page, "/programmes/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("A first programme");
        page.getByText("Choose the code yourself").click();
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("FIRST");
        press(page, "Create the programme");
        assertThat(page.locator(".notice")).containsText("The programme is created");
    }

    /** One file, once for its cities and once for their contacts. */
    private void bringIn(Page page, String target) {
        open(page, "/sheets");
        page.locator("#file")
                .setInputFiles(new FilePayload("cities.csv", "text/csv", SHEET.getBytes(StandardCharsets.UTF_8)));
        page.locator("#target-" + target).check();
        press(page, "Upload");
        if (target.equals("cities")) {
            assertThat(page.locator("#column-0")).hasValue("name");
            for (var column = 2; column < 7; column++) {
                page.locator("#column-" + column).selectOption("");
            }
        } else {
            assertThat(page.locator("#column-2")).hasValue("name");
            assertThat(page.locator("#column-5")).hasValue("email");
            assertThat(page.locator("#column-6")).hasValue("language");
        }
        press(page, "Review the rows");
        assertThat(page.locator("main")).containsText("New records: 4");
        press(page, "Import");
        assertThat(page.getByText("The sheet was imported.")).isVisible();
    }

    private void takePart(Page page) {
        open(page, "/programmes/FIRST/participants/add?q=Aldport,Bexholm,Corvanova,Dunmere");
        assertThat(page.locator("input[name=organisation]")).hasCount(4);
        page.locator("input[name=organisation]").all().forEach(box -> box.check());
        press(page, "Add the selected");
    }

    /** The preview says who gets what and who cannot be reached; one press writes, and the next finds nobody left. */
    private void invite(Page page) {
        open(page, "/programmes/FIRST");
        follow(page, "Contacts");
        assertThat(row(page, "Aldport")).containsText("Aoife Murphy");
        assertThat(row(page, "Bexholm")).containsText("berit@bexholm.example");
        follow(page, "Invite the key contacts");
        assertThat(page.locator("main"))
                .containsText("aoife@aldport.example: invitation with a link to sign in, in English");
        assertThat(page.locator("main"))
                .containsText("berit@bexholm.example: invitation with a link to sign in, in Korean");
        assertThat(page.locator("main")).containsText("Carla Riva has no mail address");
        assertThat(page.locator("main")).containsText("has no key contact; Declan Roe is none");
        Browsers.assertAccessible(page);
        page.getByLabel("Words of your own").fill("We look forward to it.");
        press(page, "Send 2 invitations");

        assertThat(row(page, "Aldport")).containsText("Invited, not here yet");
        assertThat(text(letter("berit@bexholm.example", "참여"))).contains("Berit Lind 님께", "We look forward to it.");
        follow(page, "Invite the key contacts");
        assertThat(page.locator("main")).containsText("Everybody is invited");
    }

    private void waits(Page page, String city) {
        Browsers.assertFits(page);
        assertThat(page.locator("main"))
                .containsText(city + ", A first programme: say what the city offers, what it seeks");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Describe it")))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText(city);
    }

    private void pair(Page page) {
        open(page, "/partnerships/new?programme=FIRST");
        page.getByLabel("Aldport").check();
        page.getByLabel("Bexholm").check();
        press(page, "Start the partnership");
        assertThat(page.locator("main")).containsText("Aldport – Bexholm");
    }

    /** By the visitor, on a phone; the host is asked by mail. */
    private String proposeVisit(Page page) {
        open(page, "/work");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Aldport – Bexholm"))
                .first()
                .click();
        open(page, page.url().replaceAll(".*/partnerships/", "/activities/new?partnership="));
        page.locator("#host").selectOption("bexholm");
        page.locator("[name=start]").first().fill("2027-05-10");
        page.locator("[name=end]").first().fill("2027-05-12");
        Browsers.assertFits(page);
        press(page, "Plan it");
        assertThat(page.locator(".notice")).containsText("It is proposed");
        var visit = page.url().replaceAll(".*/activities/", "");
        assertThat(page.locator("main")).containsText("Aldport proposed it");
        follow(page, "Ask the partner");
        press(page, "Send the question");
        return visit;
    }

    private void agree(Page officer, String visit) {
        var question = text(letter("berit@bexholm.example", "2027"));
        try (var mail = Browsers.open(390, "ko", false)) {
            var page = mail.newPage();
            page.navigate(here(link(question, "/answer/")));
            assertThat(page.locator("html")).hasAttribute("lang", "ko");
            page.locator("main button").click();
            assertThat(page.locator("main")).containsText("감사합니다");
        }
        var planned = letter("aoife@aldport.example", "Planned: ");
        assertThat(GreenMailUtil.getWholeMessage(planned)).contains("text/calendar", "method=PUBLISH");
        open(officer, "/activities/" + visit);
        assertThat(officer.locator("main")).containsText("Planned");
        assertThat(officer.locator("main")).containsText("told that it is planned");
    }

    private void move(Page officer, String visit) {
        open(officer, "/activities/" + visit + "/edit");
        assertThat(officer.locator("main")).containsText("Aoife Murphy");
        assertThat(officer.locator("main")).containsText("Berit Lind");
        officer.locator("[name=start]").first().fill("2027-06-07");
        officer.locator("[name=end]").first().fill("2027-06-09");
        officer.locator("#reason").fill("The harbour is closed in May");
        press(officer, "Save");
        assertThat(text(letter("aoife@aldport.example", "Moved to ")))
                .contains("10–12 May 2027", "7–9 Jun 2027", "The harbour is closed");
        assertThat(text(letter("berit@bexholm.example", "변경"))).contains("The harbour is closed");
        assertThat(officer.locator("main")).containsText("told that it was moved");
    }

    private void callOff(Page officer, String visit) {
        open(officer, "/activities/" + visit + "/cancel");
        assertThat(officer.locator("main")).containsText("Aoife Murphy");
        officer.locator("#reason").fill("Elections");
        press(officer, "Call it off");
        var letter = letter("aoife@aldport.example", "Called off: ");
        assertThat(text(letter)).contains("Elections", "nothing else is asked of you");
        assertThat(GreenMailUtil.getWholeMessage(letter)).contains("method=CANCEL");
        assertThat(officer.locator("main")).containsText("told that it was called off");
    }

    /** By the link in the newest mail to the address; where the person then is. */
    private Page signIn(BrowserContext context, String address) {
        var page = context.newPage();
        page.navigate(here(link(text(letter(address, "")), "/sign-in/link")));
        page.locator("main button").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/work$"));
        return page;
    }

    private MimeMessage letter(String address, String subject) {
        return await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> Arrays.stream(MAIL.getReceivedMessages())
                                .filter(message -> isTo(message, address, subject))
                                .reduce((one, later) -> later)
                                .orElse(null),
                        Objects::nonNull);
    }

    private static boolean isTo(MimeMessage message, String address, String subject) {
        try {
            return message.getAllRecipients()[0].toString().equals(address)
                    && message.getSubject().contains(subject);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage message) {
        try {
            var content = message.getContent();
            while (content instanceof Multipart parts) {
                content = parts.getBodyPart(0).getContent();
            }
            return String.valueOf(content);
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The first line of a letter with such an address. */
    private static String link(String letter, String path) {
        return letter.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("http") && line.contains(path))
                .findFirst()
                .orElseThrow();
    }

    /** The address of a mail, at the port of this test. */
    private String here(String address) {
        var uri = URI.create(address);
        return "http://localhost:" + port + uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static Locator row(Page page, String city) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(city));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .press("Enter");
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }
}
