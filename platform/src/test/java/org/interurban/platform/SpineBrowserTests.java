package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Browsers.assertAccessible;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The whole path of a cooperation in the secretariat's pages, from sign-in to the printed page, by keyboard alone. */
@PlatformTest
@LeavesRecords
@ActiveProfiles("demo")
class SpineBrowserTests {

    private static final List<String> KOREA = List.of("Seoul", "Busan", "Sejong");
    private static final List<String> EUROPE = List.of("Dublin", "Rotterdam", "Sofia");

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void goesFromANewProgrammeToItsOnePagerInPdf() throws Exception {
        try (var context = Browsers.open(1440, "en", true)) {
            var page = signedIn(context, "Programme officer");
            var keys = new Keyboard(page);

            createProgramme(page, keys);
            keys.follow("Groups");
            addGroup(page, keys, "Korea", "Not said");
            addGroup(page, keys, "European Union", "Korea");
            keys.follow("Participants");
            addCities(page, keys, KOREA, "Korea");
            addCities(page, keys, EUROPE, "European Union");
            describe(page, keys, "Seoul", "Green Mobility", "Air Quality");
            describe(page, keys, "Dublin", "Air Quality", "Green Mobility");
            describe(page, keys, "Busan", "Circular Economy", "Urban Regeneration");
            describe(page, keys, "Rotterdam", "Urban Regeneration", "Circular Economy");
            describe(page, keys, "Sejong", "New & Renewable Energy", "e-Governance");
            describe(page, keys, "Sofia", "e-Governance", "New & Renewable Energy");

            solve(page, keys, "Next", "Korea", "European Union");
            keys.follow("Propose to the cities").press(Pattern.compile("^(Send|Propose) .*"));
            keys.press("Close the consultation").press("Close it all the same");
            keys.press("Confirm the pairs")
                    .type("Why the pairs are confirmed although no city has agreed", "Agreed at the first meeting")
                    .press("Confirm them all the same")
                    .press("Publish as partnerships");
            assertThat(notice(page)).contains("3 new partnerships");

            keys.follow("Next").follow("Seoul – Dublin");
            keys.follow("Edit").choose("Theme", "Green Mobility").press("Save");
            planVisit(page, keys);
            recordAction(page, keys);
            recordAgreement(page, keys);

            keys.follow("Next").follow("One-pager");
            assertAccessible(page);
            var text = text(page, keys);
            assertThat(text)
                    .contains(
                            "KoreaandEurope,thenexttwoyears",
                            "EuropeanUnion",
                            "Seoul–Dublin",
                            "Busan부산–Rotterdam",
                            "Sejong세종–SofiaСофия",
                            "GreenMobility",
                            "SeoulvisitsDublin",
                            "8–12Mar2027",
                            "Countcyclistsalikeinbothcities",
                            "Memorandumoncyclingtogether",
                            "20Nov2026");
        }
    }

    @Test
    void proposesPartnersFromStatedInterestsBesideThePairsOnRecord() {
        try (var context = Browsers.open(1440, "en", true)) {
            var page = signedIn(context, "Programme officer");
            var keys = new Keyboard(page);

            keys.follow("Programmes").follow("IURC").follow("Edit").follow("Copy");
            keys.type("Name", "IURC with Korea, once more")
                    .open("Choose the code yourself")
                    .type("Code", "IURC-AGAIN")
                    .press("Make the copy");
            assertThat(notice(page)).contains("The copy is made");

            solve(page, keys, "IURC with Korea, once more", "European Union", "Outside the EU");
            assertThat(page.locator("#known-title ~ .table-box tbody tr th a").allTextContents())
                    .as("beside the pairs on record")
                    .contains("Dublin – Seoul", "Rotterdam – Busan", "Sofia – Sejong");
            keys.follow("Propose to the cities").press(Pattern.compile("^(Send|Propose) .*"));
            Stream.concat(KOREA.stream(), EUROPE.stream()).forEach(this::accept);
            page.reload();
            assertThat(page.locator("main").textContent()).contains("Answers: 6 of 6");
            keys.press("Close the consultation");
            publish(page, keys);

            keys.follow("IURC with Korea, once more");
            assertThat(page.locator(".route-list .route-name a").allTextContents())
                    .hasSize(3);
        }
    }

    private static final List<String> TOPICS = List.of(
            "Green Mobility",
            "Air Quality",
            "Circular Economy",
            "Urban Regeneration",
            "New & Renewable Energy",
            "e-Governance");

    private void createProgramme(Page page, Keyboard keys) {
        keys.follow("Programmes").follow("Create a programme");
        keys.type("Name", "Korea and Europe, the next two years")
                .type("Short name", "Next")
                .type("Start", "2026-10")
                .type("End", "2028")
                .type("Funded by", "European Union")
                .type("Themes", "Cities that breathe\n" + String.join("\n", TOPICS))
                .open("Choose the code yourself")
                .type("Code", "NEXT")
                .tick("Published")
                .press("Create the programme");
        assertThat(notice(page)).contains("The programme is created");
    }

    private void addGroup(Page page, Keyboard keys, String name, String counterpart) {
        keys.follow("Add a group")
                .type("Name", name)
                .choose("Paired with", counterpart)
                .press("Save");
        assertThat(notice(page)).contains("The group is added");
    }

    private void addCities(Page page, Keyboard keys, List<String> cities, String group) {
        keys.follow("Add cities")
                .type("Find in the directory", String.join(", ", cities))
                .press("Find");
        cities.forEach(keys::tick);
        keys.choose("Group", group).press("Add the selected");
        assertThat(notice(page)).contains("The cities take part");
    }

    private void describe(Page page, Keyboard keys, String city, String offers, String seeks) {
        keys.follow("Profile of " + city)
                .press("Add an offer")
                .choose("Topic", offers)
                .press("Add a need")
                .choose("Topic", seeks)
                .press("Save the profile");
        assertThat(notice(page)).contains("The profile is saved");
    }

    /** From the participants over the programme's page to a new round and its answer. */
    private void solve(Page page, Keyboard keys, String programme, String first, String second) {
        keys.follow(programme).follow("Pairing").follow("New round");
        keys.type("Name", "First round").choose("First group", first).choose("Second group", second);
        keys.press("Solve");
        assertThat(page.locator(".results").textContent()).contains("Best possible for these scores", "6 of 6 cities");
        assertAccessible(page);
    }

    private void publish(Page page, Keyboard keys) {
        keys.press("Confirm the pairs").press("Publish as partnerships");
        assertThat(notice(page)).contains("3 new partnerships");
    }

    /** A city's own person accepts the partner that waits on its day. */
    private void accept(String city) {
        try (var context = Browsers.open(390, "en", true)) {
            var page = signedIn(context, "Focal point of " + city);
            new Keyboard(page)
                    .open("Menu")
                    .follow("My day")
                    .follow(Pattern.compile("Answer ?, " + city + ", First round"))
                    .press("Accept");
            assertThat(notice(page)).contains("accepted");
        }
    }

    private void planVisit(Page page, Keyboard keys) {
        keys.follow("Record a step")
                .choose("Host city", "Dublin")
                .choose("Visiting city", "Seoul")
                .type("First day", "2027-03-08")
                .type("Last day", "2027-03-12")
                .choose("Status", "Planned")
                .tick("Everyone can see it")
                .press("Plan it");
        assertThat(notice(page)).contains("It is planned");
    }

    private void recordAction(Page page, Keyboard keys) {
        keys.follow("Seoul – Dublin")
                .follow("Record a step")
                .follow("Record an action")
                .type("What is to be done", "Count cyclists alike in both cities")
                .choose("Kind", "Technical exchange")
                .choose("Status", "Decided")
                .press("Save");
        assertThat(notice(page)).contains("The action is on record");
    }

    private void recordAgreement(Page page, Keyboard keys) {
        keys.follow("Record a step")
                .follow("Record an agreement")
                .type("Title", "Memorandum on cycling together")
                .choose("Status", "Signed")
                .type("Date", "2026-11-20")
                .press("Save");
        assertThat(notice(page)).contains("The agreement is on record");
    }

    /** What a reader of the document reads, without its white space. */
    private String text(Page page, Keyboard keys) throws Exception {
        var asked = page.waitForRequest("**/one-pager.pdf", () -> keys.enter("PDF"));
        var document = page.context().request().get(asked.url());
        assertThat(document.headers().get("content-type")).startsWith("application/pdf");
        var file = Files.write(folder.resolve("one-pager.pdf"), document.body());
        var output = folder.resolve("one-pager.txt");
        var process = new ProcessBuilder("pdftotext", file.toString(), output.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(output).replaceAll("\\s+", "");
    }

    private static String notice(Page page) {
        return page.locator(".notice").first().textContent();
    }

    /** Signs in as somebody of the demonstration, from the home page on. */
    private Page signedIn(BrowserContext context, String persona) {
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/?lang=en");
        var keys = new Keyboard(page);
        if (page.viewportSize().width < 720) {
            keys.open("Menu");
        }
        keys.follow("Sign in").press(persona);
        return page;
    }
}
