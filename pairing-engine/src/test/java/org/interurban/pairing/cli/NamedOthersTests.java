package org.interurban.pairing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of other cities or of countries is understood, or it stops the run. */
class NamedOthersTests {

    private static final String PLACE = "p.csv, line 2, column ";

    @TempDir
    Path folder;

    Path scores;

    @BeforeEach
    void scoresThatWouldPairAlphaWithGamma() throws IOException {
        scores = file("w.csv", "a,b,score\na1,b1,900000\na1,b2,100000\na2,b1,100000\na2,b2,900000\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Ran solve(String column, String cell) throws IOException {
        return solve(column, cell, "objective: total\n");
    }

    private Ran solve(String column, String cell, String rules) throws IOException {
        var participants = file("p.csv", """
            id,side,name,country,%s
            a1,A,Alpha,NL,"%s"
            a2,A,Beta,ES,
            b1,B,Gamma,KR,
            b2,B,Delta,JP,
            """.formatted(column, cell));
        return Ran.of(
                "solve",
                "--participants",
                participants,
                "--scores",
                scores,
                "--rules",
                file("r.yaml", rules),
                "--out",
                folder.resolve("run"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KR",
                "kr",
                "KOR",
                "kor",
                "Korea",
                "SOUTH KOREA",
                "Korea, Republic of",
                "b1",
                "B1",
                "b1;fr",
                "b1,fr",
                " France ; B1 "
            })
    void anExclusionIsUnderstoodHoweverItIsWritten(String excluded) throws IOException {
        var ran = solve("excluded", excluded);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("run/pairs.csv"))).containsExactly("a,b,score", "a2,b2,900000");
    }

    @Test
    void everyoneOnAListWithCommasIsExcluded() throws IOException {
        solve("excluded", "b1, b2");

        assertThat(Files.readAllLines(folder.resolve("run/pairs.csv"))).containsExactly("a,b,score", "a2,b2,900000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "excluded|b3|5 (excluded): expected the id of a participant or a country, found \"b3\"",
                "excluded|b1;Atlantis|5 (excluded): expected the id of a participant or a country, found \"Atlantis\"",
                "excluded|Gamma|5 (excluded): expected the id of a participant or a country, found \"Gamma\";"
                        + " the id of Gamma is b1",
                "wishes|b3|5 (wishes): expected the id of a participant, found \"b3\"",
                "wishes|KR|5 (wishes): expected the id of a participant, found \"KR\"",
                "wishes|b1,b2,b3|5 (wishes): expected the id of a participant, found \"b3\"",
                "past|dublin|5 (past): expected the id of a participant, found \"dublin\"",
                "past|Delta|5 (past): expected the id of a participant, found \"Delta\"; the id of Delta is b2"
            })
    void whatIsNotUnderstoodStopsTheRun(String column, String cell, String fault) throws IOException {
        var ran = solve(column, cell);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).containsExactly(PLACE + fault);
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void wishesAndPastTiesAreUnderstoodInAnyCase() throws IOException {
        assertThat(solve("wishes", "B2, B1").code()).isZero();
        assertThat(solve("past", "B1", "exclude: [past]\n").code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("run/pairs.csv"))).containsExactly("a,b,score", "a2,b2,900000");
    }

    @Test
    void aNameWithTwoMeaningsIsAFault() throws IOException {
        var participants = file("p.csv", "id,side,excluded\na1,A,Kr\nkr,B,\n");
        var twice = file("q.csv", "id,side,excluded\na1,A,Bx\nBX,B,\nbx,B,\n");
        var exact = file("e.csv", "id,side,excluded\na1,A,kr\nkr,B,\n");

        assertThat(Ran.of("solve", "--participants", participants, "--out", folder.resolve("run"))
                        .err())
                .containsExactly("p.csv, line 2, column 3 (excluded): expected the id of a participant or a country,"
                        + " found \"Kr\", which may be the participant kr or the country KR");
        assertThat(Ran.of("solve", "--participants", twice, "--out", folder.resolve("run"))
                        .err())
                .containsExactly("q.csv, line 2, column 3 (excluded): expected the id of a participant or a country,"
                        + " found \"Bx\", which may be the participant BX or the participant bx");
        assertThat(Ran.of("solve", "--participants", exact, "--out", folder.resolve("run"))
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exclude: [[a1, Korea]]",
                "exclude: [[A1, kor]]",
                "exclude: [{a: a1, b: kr}]",
                "exclude: [{countries: [Netherlands, KOR]}]",
                "locks: [{a: A1, b: B1, kind: must-not, reason: r, by: n}]",
                "limits: [{between: [netherlands, b1], max: 0}]",
                "limits: [{of: A1, from: korea, max: 0}]"
            })
    void rulesAreUnderstoodAsTablesAre(String rules) throws IOException {
        assertThat(solve("name2", "", rules + "\n").code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("run/pairs.csv"))).containsExactly("a,b,score", "a2,b2,900000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exclude: [[a1, b3]]|line 1, column 16",
                "exclude: [Gamma]|line 1, column 11",
                "exclude: [{country: KR, a: a1}]|line 1, column 11",
                "exclude: [{countries: [NL, KR], a: a1}]|line 1, column 11",
                "locks: [{a: a1, b: KR, kind: must, reason: r, by: n}]|line 1, column 20",
                "limits: [{group: [b1, b9], max: 1}]|line 1, column 23",
                "limits: [{country: KR, group: [b2], max: 0}]|line 1, column 10",
                "limits: [{of: a1, max: 0}]|line 1, column 10",
                "limits: [{country: KR, side: A, max: 0}]|line 1, column 10",
                "limits: [{group: [], max: 0}]|line 1, column 18",
                "weights: {charm: 3}|line 1, column 18"
            })
    void aRuleThatIsNotUnderstoodStopsTheRun(String rules, String place) throws IOException {
        var ran = solve("name2", "", rules + "\n");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).anyMatch(line -> line.startsWith("r.yaml, " + place + ": expected "));
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aCountryOfAParticipantIsUnderstoodAsOneExcludedIs() throws IOException {
        var participants = file(
                "p.csv", "id,side,country,excluded\na1,A,netherlands,\na2,A,ESP,\nb1,B,Korea,NLD\nb2,B,JP,Spain\n");

        var ran = Ran.of("solve", "--participants", participants, "--scores", scores, "--out", folder.resolve("run"));

        assertThat(ran.code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("run/pairs.csv"))).contains("a1,b2,100000", "a2,b1,100000");
    }

    @Test
    void otherFilesNameParticipantsInAnyCaseToo() throws IOException {
        var participants = file("p.csv", "id,side\na1,A\nb1,B\n");
        var offers = file("o.csv", "participant,topic\nA1,cycling\n");
        var seeks = file("s.csv", "participant,topic\nB1,cycling\n");

        var ran = Ran.of(
                "solve",
                "--participants",
                participants,
                "--offers",
                offers,
                "--seeks",
                seeks,
                "--out",
                folder.resolve("run"));

        assertThat(ran.out()).last().asString().contains("pairs 1");
    }
}
