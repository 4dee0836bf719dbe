package org.interurban.platform.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.sheets.SheetWalk.with;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.sheets.SheetWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ParticipantSheetTests {

    private static final Map<String, String> APPLICANT = Map.of(
            "Programme", "IURC",
            "City", "Suva",
            "Standing", "applies",
            "Group", "non-eu",
            "Languages", "English, Fijian",
            "Circumstances", "a port; an island",
            "Partners wished for", "Busan; Rotterdam",
            "Not to be paired with", "Portugal");

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    private SheetWalk officer;

    @BeforeEach
    void loadSample() {
        sample.load();
        officer = new SheetWalk(browser, as(Role.PROGRAMME_OFFICER));
    }

    @Test
    void whatLeavesAsASheetComesBackUnchanged() throws Exception {
        officer.carryOut(officer.in("participants", SheetWalk.of(APPLICANT)));

        var sheet = officer.in("participants", officer.file("participants.xlsx?programme=IURC"));

        assertThat(officer.states(sheet)).isEqualTo(Map.of("same", 7));
    }

    @Test
    void aRowOfACityThatTakesNoPartYetIsANewOne() throws Exception {
        var sheet = officer.in("participants", SheetWalk.of(APPLICANT));
        assertThat(officer.states(sheet)).isEqualTo(Map.of("new", 1));
        assertThat(officer.carryOut(sheet)).hasStatus3xxRedirection();

        assertThat(row())
                .containsEntry("standing", "applies")
                .containsEntry("setting", "a port; an island")
                .containsEntry("wishes", "Busan, KR\nRotterdam, NL")
                .containsEntry("excluded", "Portugal");

        assertThat(officer.takeBack(sheet)).hasStatus3xxRedirection();
        assertThat(officer.out("participants.xlsx?programme=IURC")).hasSize(6);
    }

    @Test
    void aRowOfAParticipantChangesIt() throws Exception {
        officer.carryOut(officer.in("participants", SheetWalk.of(APPLICANT)));

        var sheet = officer.in(
                "participants", SheetWalk.of(with(APPLICANT, "Partners at most", "2", "Standing", "takes part")));
        assertThat(officer.states(sheet)).isEqualTo(Map.of("changed", 1));
        officer.carryOut(sheet);

        assertThat(row()).containsEntry("capacity_max", "2").containsEntry("standing", "takes part");
    }

    private Map<String, String> row() throws Exception {
        return officer.out("participants.xlsx?programme=IURC").stream()
                .filter(row -> "Suva".equals(row.get("organisation")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoAppliesIsPublicOnceItIsAccepted() throws Exception {
        var before = pagesWithSuva();
        officer.carryOut(officer.in("participants", SheetWalk.of(APPLICANT)));
        assertThat(pagesWithSuva()).isEqualTo(before);

        assertThat(browser.post()
                        .uri("/programmes/IURC/participants")
                        .param("act", "accept")
                        .param("organisation", "suva")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(pagesWithSuva()).isEqualTo("/programmes/IURC /cities?programme=IURC /api/v1/cities?programme=IURC");
    }

    /** Which of the public faces of the programme name the city. */
    private String pagesWithSuva() {
        return Stream.of("/programmes/IURC", "/cities?programme=IURC", "/api/v1/cities?programme=IURC")
                .filter(address -> {
                    var answer = browser.get().uri(address).exchange();
                    assertThat(answer).hasStatusOk();
                    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                            .contains("Suva");
                })
                .collect(Collectors.joining(" "));
    }

    @Test
    void theFormSaysAtTheCellWhatIsWrong() throws Exception {
        var sheet = officer.in(
                "participants",
                SheetWalk.of(
                        with(APPLICANT, "City", "Nowhere at all"),
                        with(APPLICANT, "Programme", "Nobody knows it"),
                        with(APPLICANT, "Partners wished for", "Suva"),
                        with(APPLICANT, "Circumstances", "a volcano")));

        assertThat(officer.states(sheet)).isEqualTo(Map.of("faulty", 4));
        assertThat(officer.rows(sheet, "faulty"))
                .contains("The directory has no “Nowhere at all”.")
                .contains("You work on no programme of this name.")
                .contains("A city cannot wish for itself.");
    }
}
