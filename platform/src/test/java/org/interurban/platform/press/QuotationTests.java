package org.interurban.platform.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.sheets.SheetWalk.with;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.interurban.platform.Opening;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.press.Quotation.Consent;
import org.interurban.platform.sheets.SheetWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class QuotationTests {

    private static final String WORDS = "An example of words about quays.";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    RecordImport records;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    private MvcTestResult send(String address, RequestPostProcessor person, String... fields) {
        var form = browser.post()
                .uri(address)
                .with(person)
                .param("words.original", WORDS)
                .param("words.language", "en")
                .param("speaker", "Mona Example");
        for (int i = 0; i < fields.length; i += 2) {
            form = form.param(fields[i], fields[i + 1]);
        }
        return form.exchange();
    }

    private String recorded(String... fields) {
        assertThat(send("/quotations/new", as(Role.EDITOR), fields)).hasStatus3xxRedirection();
        return "/quotations/"
                + sql.sql("select code from quotation where words = ?")
                        .param(WORDS)
                        .query(String.class)
                        .single();
    }

    @Test
    void whoKeepsNoneIsNotToldHowToAndFindsNoListOfThem() {
        assertThat(browser.get().uri("/quotations?lang=en"))
                .bodyText()
                .contains("Nothing may be quoted yet", "noindex")
                .doesNotContain("Consent", "ask whether it may be printed", "\"Dataset\"");
        assertThat(browser.get().uri("/quotations?lang=en").with(as(Role.EDITOR)))
                .bodyText()
                .contains("Consent", "ask whether it may be printed");
    }

    @Test
    void everyoneReadsItOnceThePersonAgreed() {
        var page = recorded("organisation", "Busan", "office", "Mayor", "date", "2024-05", "consent", "asked");
        assertThat(browser.get().uri(page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri("/quotations")).bodyText().doesNotContain(WORDS);

        assertThat(send(
                        page + "/edit",
                        as(Role.EDITOR),
                        "organisation",
                        "Busan",
                        "office",
                        "Mayor",
                        "date",
                        "2024-05",
                        "consent",
                        "given",
                        "given",
                        "2024-06-01",
                        "version",
                        "0"))
                .hasRedirectedUrl(page);

        assertThat(browser.get().uri(page)).bodyText().contains(WORDS, "Mona Example", "Mayor", "May 2024");
        assertThat(browser.get().uri("/api/v1" + page)).bodyText().contains("\"organisation\":\"busan\"");
        assertThat(browser.get().uri("/quotations?q=quays")).bodyText().contains(WORDS);
        assertThat(browser.get().uri("/quotations?organisation=busan"))
                .bodyText()
                .contains(WORDS);
        assertThat(browser.get().uri("/quotations?organisation=seoul"))
                .bodyText()
                .doesNotContain(WORDS);
        assertThat(browser.get().uri(page).with(as(Role.EDITOR)))
                .bodyText()
                .contains("Given on 1 Jun 2024", "/history/of/quotation/");
    }

    @Test
    void itsPagesNeedFewStatements() {
        Opening.assertOpens(browser, recorded("organisation", "Busan", "consent", "asked"));
        Opening.assertOpens(browser, "/quotations");
        Opening.assertOpens(browser, "/quotations/new");
    }

    @ParameterizedTest
    @CsvSource({
        "given, '', Say on which day",
        "asked, 2024-06-01, Only a consent that was given",
        "given, 2099-01-01, does not lie ahead",
        "perhaps, '', Choose whether"
    })
    void aConsentIsGivenOnADayUntilToday(String consent, String given, String told) {
        assertThat(send("/quotations/new", as(Role.EDITOR), "consent", consent, "given", given))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains(told, WORDS);

        assertThat(Quotation.refusal(Consent.GIVEN, LocalDate.EPOCH, LocalDate.EPOCH))
                .isEmpty();
    }

    @Test
    void whoSpeaksForACityKeepsItsWordsOnly() {
        var city = sql.sql("select id from organisation where code = 'dublin'")
                .query(UUID.class)
                .single();
        var dublin = as(AccountId.next(), Scope.city(new OrganisationId(city)), Role.FOCAL_POINT);

        for (var other : List.of("", "Seoul")) {
            assertThat(send("/quotations/new", dublin, "consent", "asked", "organisation", other))
                    .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                    .bodyText()
                    .contains("Name the city for which you speak.", WORDS);
        }
        assertThat(send("/quotations/new", dublin, "consent", "asked", "organisation", "Dublin"))
                .hasStatus3xxRedirection();
        assertThat(send("/quotations/new", as(Role.FUNDER), "consent", "asked")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whoeverWasSlowerSeesWhatStandsBesideWhatWasTyped() {
        var page = recorded("consent", "asked");
        assertThat(send(page + "/edit", as(Role.EDITOR), "consent", "refused", "version", "0"))
                .hasStatus3xxRedirection();

        assertThat(send(page + "/edit", as(Role.EDITOR), "consent", "asked", "office", "Poet", "version", "0"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Poet", "Refused");
    }

    @Test
    void whatLeavesAsASheetComesBackAndAChangeIsKept() throws Exception {
        recorded("organisation", "Busan", "consent", "asked", "words.in[ko]", "부두에 관한 말");
        var editor = new SheetWalk(browser, as(Role.PROGRAMME_OFFICER));
        var row = editor.out("quotations.xlsx").stream()
                .filter(line -> WORDS.equals(line.get("words")))
                .findFirst()
                .orElseThrow();
        assertThat(row)
                .containsEntry("words_ko", "부두에 관한 말")
                .containsEntry("organisation", "Busan, KR (busan)")
                .containsEntry("consent", "Not given yet");
        assertThat(editor.states(editor.in("quotations", editor.file("quotations.xlsx"))))
                .containsOnlyKeys("same");

        var sheet = editor.in("quotations", SheetWalk.of(with(row, "consent", "given", "given", "1 June 2024")));
        assertThat(editor.carryOut(sheet)).hasStatus3xxRedirection();

        assertThat(sql.sql("select given_on from quotation where words = ? and consent = 'given'")
                        .param(WORDS)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2024-06-01");
    }

    @ParameterizedTest
    @CsvSource({"asked, ''", "given, 2024-06-01"})
    void aFileOfOursBringsItIn(String consent, String given) {
        assertThat(loaded(consent, given)).isInstanceOf(RecordImport.Outcome.Imported.class);
    }

    @ParameterizedTest
    @CsvSource({"given, ''", "asked, 2024-06-01", "given, 2099-01-01"})
    void aFileIsToldAtTheDayOfConsent(String consent, String given) {
        assertThat(loaded(consent, given))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.column()).isEqualTo("given")));
    }

    private RecordImport.Outcome loaded(String consent, String given) {
        var content = "code,words,speaker,consent,given\nzz-1,%s,Mona Example,%s,%s\n".formatted(WORDS, consent, given);
        return records.load(List.of(new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "quotations.csv";
            }
        }));
    }
}
