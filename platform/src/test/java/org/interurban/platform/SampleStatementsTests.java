package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What pages and papers tell of the sample is no firmer than the passages they name. */
@PlatformTest
@Transactional
class SampleStatementsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    WholeSample sample;

    @Autowired
    JdbcClient sql;

    @Autowired
    MessageSource messages;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EV-05", "EV-11", "BM-01", "WC-08"})
    void whatOnlyACaptionTellsSaysSoToEveryone(String activity) {
        assertThat(browser.get().uri("/activities/" + activity)).bodyText().contains("Known from a picture caption");
    }

    @Test
    void aPaperSaysSoToo() {
        assertThat(browser.get().uri("/programmes/ICP-AGIR/one-pager"))
                .bodyText()
                .contains("Meetings beside the line", "Kick-Off Conference in Berlin", "Known from a picture caption");
    }

    @ParameterizedTest
    @CsvSource({
        "IUC, 'Two Chinese delegations visit EU pairing cities', 'IUC Joint Declaration'",
        "ICP-AGIR, 'ICP-AGIR Project Launch', 'Webinar on Waste Management'",
        "WC-2017-2018, 'Three-day visit of European delegates', '15–17 Mar 2017'",
        "IURC, 'IURC Quarterly Meeting', 'IURC Global Event'",
        "CETREGIO-WC, 'Expert exchanges under CETREGIO and World Cities', '2014–2015'"
    })
    void aPaperHasWhatConcernsTheWholeProgramme(String programme, String one, String other) {
        assertThat(browser.get().uri("/programmes/%s/one-pager".formatted(programme)))
                .bodyText()
                .contains("Of the whole programme", one, other);
    }

    @Test
    void aPopulationGoesWithWhatItCountsAndHowExactlyItIsKnownIntoTheFileAndTheList() {
        var file = browser.get().uri("/cities.csv").exchange();
        assertThat(file).bodyText().contains("population,population_qualifier,population_scope,population_year");
        assertThat(file).bodyText().containsPattern("nice,Nice,.*,500000,exact,metropolitan-area,,document");
        assertThat(file).bodyText().containsPattern("barnsley,Barnsley,.*,250000,about,city,,document");
        assertThat(browser.get().uri("/api/v1/cities?q=Nice"))
                .bodyJson()
                .extractingPath("$.items[0].populationScope")
                .isEqualTo("metropolitan-area");
        assertThat(browser.get().uri("/cities?q=Barnsley")).bodyText().contains("~250,000");
        assertThat(browser.get().uri("/cities?q=Nice")).bodyText().contains("500,000", "metropolitan area");
    }

    @ParameterizedTest
    @CsvSource({
        "/plan-templates/ucap, 'Match and coach well', 'What do we expect'",
        "/plan-templates/lap, '</h1>', '3. Main approach'",
        "/clusters, Jakarta, 'New cluster leads/co-leads; Thematic areas'",
        "/network, 'Kuala Lumpur', 'Elections; Join our network'",
        "/network, 'National Chapter Bangladesh', 'National Chapters'",
        "/programmes/WC-2017-2018, 'Better urban policy', 'Lead paragraphs'"
    })
    void whatComesFromADocumentNamesItsPlaceInIt(String page, String fact, String passage) {
        assertThat(browser.get().uri(page)).bodyText().containsSubsequence(fact, passage);
    }

    @Test
    void aBodyNamesThePassageThatNamesItAndNotAllOfItsProgramme() {
        assertThat(browser.get().uri("/programmes/IURC/record"))
                .bodyText()
                .containsPattern("(?s)DG REGIO</span>\\s*<p class=\"source\">(?:(?!</p>).)*, What is"
                        + " IURC\\?</span>\\s*</p>\\s*</div></li>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WC-2017-2018", "IUC"})
    void aPaperSaysThatNothingOfSinglePairsIsOnRecordNotThatNothingIs(String programme) {
        assertThat(browser.get().uri("/programmes/%s/one-pager".formatted(programme)))
                .bodyText()
                .contains("a single one of these pairs is on record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SV-01", "SV-16", "EV-04", "OM-05"})
    void whoCameIsMarkedWhereItWasConcludedFromThePair(String activity) {
        assertThat(browser.get().uri("/activities/" + activity))
                .bodyText()
                .contains("Who takes part is concluded, no document states it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AG-02", "AG-04"})
    void aPlaceThatACaptionStatesIsNotConcluded(String agreement) {
        assertThat(browser.get().uri("/agreements/" + agreement))
                .bodyText()
                .contains("Date concluded")
                .doesNotContain("Place concluded");
    }

    @Test
    void whatIsPlannedIsNotToldAsDone() {
        assertThat(browser.get().uri("/network/record"))
                .bodyText()
                .contains("plan to apply together", "intend to take part together in COP 28", "Eleven of its twelve")
                .doesNotContain("Gwangju and Athens apply together", "Its twelve priority themes are marked");
        assertThat(browser.get().uri("/partnerships/AGIR-Gwangju-Athens"))
                .bodyText()
                .contains("to which Athens was invited")
                .doesNotContain("with Athens as guest");
        assertThat(browser.get().uri("/partnerships/AGIR-Incheon-Berlin"))
                .bodyText()
                .contains("Good practice exchanged")
                .doesNotContain("Sites shown to each other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IURC", "IUC"})
    void aHeadingWhosePictureIsLostIsNoMilestone(String programme) {
        assertThat(browser.get().uri("/programmes/%s/record".formatted(programme)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Timeline of IURC", "work plan for 2018");
    }

    @ParameterizedTest
    @CsvSource({
        "/agreements?programme=IURC, 'Date concluded, no document states it'",
        "/activities?programme=WC-2017-2018, 'Date concluded, no document states it'",
        "/partnerships/IURC-Sejong-Sofia?step=AG-02, 'Date concluded, no document states it'",
        "/partnerships/IURC-Sejong-Sofia/line.svg, '2022, date concluded'",
        "/programmes/IURC, '2022, date concluded'",
        "/cities/incheon, '2022, date concluded'",
        "/api/v1/agreements/AG-02, '\"concluded\":[\"date\"]'",
        "/api/v1/activities/WC-01, '\"concluded\":[\"date\"]'"
    })
    void theMarkOfAConclusionTravelsWithTheDate(String address, String mark) {
        assertThat(browser.get().uri(address)).hasStatusOk().bodyText().contains(mark);
    }

    @ParameterizedTest
    @CsvSource({"agreements, AG-02", "activities, WC-01"})
    void filesHaveItToo(String file, String record) {
        assertThat(browser.get().uri("/" + file + ".csv"))
                .bodyText()
                .contains(",concluded")
                .containsPattern("(?m)^" + record + ",.*,date(,|$)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/programmes/ICP-AGIR",
                "/activities/SV-02",
                "/partnerships/AGIR-Gwangju-Athens",
                "/partnerships/IURC-Sejong-Sofia",
                "/partnerships/AGIR-Taichung-Prato"
            })
    void whoReadsTheChosenReadingLearnsThatThereIsAnother(String page) {
        assertThat(browser.get().uri(page))
                .bodyText()
                .contains("Where documents differ, this is shown", "Another passage puts it differently.");
    }

    @Test
    void aTableOfLinesHasTheYear() {
        assertThat(browser.get().uri("/programmes/IURC")).bodyText().contains("9–12 Nov 2022</td>");
        assertThat(browser.get().uri("/cities/sejong")).bodyText().contains("9–12 Nov 2022</td>");
    }

    @Test
    void areasOfAProfileAreNotCalledInterestsAndNothingIsAddedToThem() {
        assertThat(browser.get().uri("/cities/reggio-emilia"))
                .bodyText()
                .contains("Interest or field of work", "Adaptation", "medium-sized")
                .doesNotContain("Climate adaptation", "Climate Adaptation", ">Interested<");
        assertThat(browser.get().uri("/cities/rome"))
                .bodyText()
                .contains("ICT in mobility")
                .doesNotContain("digital services");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WC-2017-2018", "IUC"})
    void aPaperGivesNoSizeThatNoDocumentStates(String programme) {
        assertThat(browser.get().uri("/programmes/%s/one-pager".formatted(programme)))
                .bodyText()
                .doesNotContain("<dt>Size</dt>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/programmes/WC-2017-2018", "/programmes/WC-2017-2018/one-pager", "/programmes?q=WC-2017-2018"})
    void themesThatAreNamedAsExamplesAreCalledSo(String page) {
        assertThat(browser.get().uri(page)).bodyText().contains("Smart city (as an example)");
    }

    @Test
    void aPaperNamesTheFieldsOfAProgrammeThatHasNoThemes() {
        assertThat(browser.get().uri("/programmes/IUC/one-pager")).bodyText().contains("Industry 4.0");
    }

    @Test
    void everyKindOfRecordThatRestsOnADocumentHasAName() {
        var kinds = sql.sql("select distinct record_kind from reference")
                .query(String.class)
                .list();

        assertThat(kinds).isNotEmpty().allSatisfy(kind -> {
            for (var language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                assertThat(messages.getMessage("sources.record." + kind, null, null, language))
                        .isNotNull();
            }
        });
    }

    @Test
    void whoCanJoinIsSaidFirstAndWhatItCostsIsNoStep() {
        assertThat(browser.get().uri("/join"))
                .bodyText()
                .containsSubsequence("Full members are local authorities", "May vote.", "</dl>")
                .containsSubsequence("The Executive Committee approves", "</ol>", "What it costs", "the GDP per capita")
                .doesNotContain("The heading speaks of a fee");
    }

    @ParameterizedTest
    @CsvSource({
        "/join, 정회원은 아시아·태평양의 지방정부입니다.",
        "/network/record, 국가가 아니라 도시들이 함께 일합니다.",
        "/clusters, 한 회원은 클러스터 두 곳까지 참여합니다.",
        "/programmes/IUC/record, 도시들은 하나의 IUC 도시 공동체 또는 네트워크를 지향함",
        "/programmes/WC-2017-2018, '더 나은 도시 정책, 그리고 이를 통한 더 나은 도시 생활'"
    })
    void aKoreanPageSaysTheSentencesOfTheSampleInKorean(String page, String sentence) {
        assertThat(browser.get().uri(page + "?lang=ko")).bodyText().contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "membership_rules rule_ko",
                "programme_objectives text_ko",
                "method_steps step_ko",
                "network_profile text_ko"
            })
    void noSentenceOfTheSampleIsWithoutKorean(String column) throws IOException {
        var named = column.split(" ");
        var file = new ClassPathResource("sample/" + named[0] + ".csv");
        try (var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.get(named[1]))
                    .isNotBlank());
        }
    }

    @Test
    void aCountryThatNoDocumentGivesIsNotCreditedToAReport() {
        assertThat(browser.get().uri("/members/masbate")).bodyText().contains("General knowledge");
    }

    @Test
    void aCountryWithoutACityHasItsName() {
        assertThat(browser.get().uri("/activities/EV-10"))
                .bodyText()
                .contains("Egypt")
                .doesNotContain(">EG<");
    }

    @Test
    void aTotalThatNoDocumentStatesIsNotShown() {
        assertThat(browser.get().uri("/programmes"))
                .bodyText()
                .contains("6 named of 138", "8 named")
                .doesNotContain("named of 20", "named of 8<", "named of 27")
                .doesNotContainPattern("named of 13\\D");
    }

    @Test
    void anAgreementIsAgreedAndNotHeld() {
        assertThat(browser.get().uri("/partnerships/IURC-Sejong-Sofia?step=AG-02"))
                .bodyText()
                .contains(">Agreed</span>");
    }

    @Test
    void aPaperWithoutPairsPromisesNoneAndExplainsNoDrawing() {
        assertThat(browser.get().uri("/programmes/CETREGIO-WC/one-pager"))
                .bodyText()
                .contains("No partnership of it is on record here.")
                .doesNotContain("once they are published", "Above a line");
    }
}
