package org.interurban.pairing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people first bring them: nothing they hold is lost without a word, and no old answer stands for a new one. */
class FirstContactTests {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path two() throws IOException {
        return file("two.csv", "id,side,name,country\na1,A,Alpha,NL\nb1,B,Beta,KR\n");
    }

    private Path run() {
        return folder.resolve("run");
    }

    private Ran solve(Path participants, Object... others) {
        return Ran.of(
                Stream.concat(Stream.of("solve", "--participants", participants, "--out", run()), Stream.of(others))
                        .toArray());
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsAFault() throws IOException {
        var offers = file("o.csv", """
            participant,topic,level,text,evidence
            a1,air-quality,2,Clean air, low emission zones, https://city.example/case
            """);
        var seeks = file("s.csv", "participant,topic,priority,text\nb1,air-quality,2,Trams, buses and bikes\n");
        var scores = file("w.csv", "a,b,score\na1,b1,1,234\n");
        var topics = file("t.csv", "code,label\nx,X,y\n");
        var participants = file("p.csv", "id,side\na1,A\nb1,B,KR\n");

        assertThat(solve(two(), "--offers", offers).err())
                .containsExactly("o.csv, line 2: expected a row like the header, found six cells where the header has"
                        + " five; a cell that holds a comma stands in quotation marks");
        assertThat(solve(two(), "--seeks", seeks).err())
                .singleElement()
                .asString()
                .startsWith("s.csv, line 2: ");
        assertThat(solve(two(), "--scores", scores).err())
                .singleElement()
                .asString()
                .startsWith("w.csv, line 2: ");
        assertThat(solve(two(), "--topics", topics).err())
                .singleElement()
                .asString()
                .startsWith("t.csv, line 2: ");
        assertThat(solve(participants).err()).singleElement().asString().startsWith("p.csv, line 3: ");
        assertThat(solve(participants).code()).isEqualTo(2);
        assertThat(run()).doesNotExist();
    }

    @Test
    void aSurplusCellIsAFaultInEveryOtherTableToo() throws IOException {
        var cities = file("c.csv", "pool,side,city\np,A,x\np,B,y,z\n");
        var truth = file("t.csv", "pool,city_a,city_b\np,x,y,z\n");
        assertThat(Ran.of("backtest", "--cities", cities, "--truth", truth).err())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("c.csv, line 3: expected a row like the header, found four cells"))
                .anyMatch(line -> line.startsWith("t.csv, line 2: expected a row like the header, found four cells"));

        solve(two(), "--scores", file("w.csv", "a,b,score\na1,b1,7\n"));
        var agreed = file("agreed.csv", "a,b,score\na1,b1,7,8\n");
        assertThat(Ran.of("repair", run(), "--agreed", agreed, "--withdrawn", "b1", "--out", folder.resolve("again"))
                        .err())
                .singleElement()
                .asString()
                .startsWith("agreed.csv, line 2: expected a row like the header, found four cells");
    }

    @Test
    void aValueBelowNoNameIsAFaultAndAnEmptySurplusCellIsNone() throws IOException {
        assertThat(solve(file("p.csv", "id,side,\na1,A,\nb1,B,x\n")).err())
                .containsExactly("p.csv, line 3, column 3: expected nothing below an empty heading, found \"x\"");
        assertThat(solve(file("p.csv", "id,side\na1,A,,\nb1,B,\n")).code()).isZero();
    }

    @Test
    void cellsThatARowLacksAreEmptyAndThatIsSaid() throws IOException {
        var ran = solve(file("p.csv", "id,side,name,country\na1,A,Alpha,NL\na2,A\nb1,B\n"));

        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .contains("note: p.csv: rows with fewer cells than the header, the first of them in line 3; what they"
                        + " lack counts as empty");
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsAFaultWhereverTheNextOneStands() throws IOException {
        for (var end : new String[] {"", "a3,A,\"fine\"\n", "a3,A,\"fine\nb1,B,x\n"}) {
            var ran = solve(file("p.csv", "id,side,name\na1,A,ok\na2,A,\"the so-called old town\n" + end));

            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).anyMatch(line -> line.startsWith("p.csv, line 3: expected cells as RFC 4180"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorsOfAnySpreadsheetAndHeadingsInAnyCaseAreRead(String separator) throws IOException {
        var participants = file("p.csv", """
            ID,Side,Name,Capacity Max,EXCLUDED
            a1,A,Alpha,2,"b2;JP"
            b1,B,Beta,,
            b2,B,Gamma,,
            """.replace(",", separator));
        var scores = file("w.csv", "A,B,Score\na1,b1,5\na1,b2,9\n".replace(",", separator));

        var ran = solve(participants, "--scores", scores);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).last().isEqualTo("objective 5 pairs 1 proof exact");
    }

    @Test
    void aColumnTwiceIsOneTwiceInAnyCase() throws IOException {
        assertThat(solve(file("p.csv", "id,ID,side\na1,a2,A\n")).err())
                .containsExactly("p.csv, line 1, column 2 (ID): expected each column once; this one stands twice");
    }

    @Test
    void whoCannotBeReadIsNoFaultOfTheRowsThatNameThem() throws IOException {
        var offers = file("o.csv", "participant,topic,level\na1,cycling,2\nb1,cycling,9\n");
        var scores = file("w.csv", "a,b,score\na1,b1,5\n");
        var rules = file("r.yaml", "locks: [{a: a1, b: b1, kind: must, reason: r, by: n}]\n");

        for (var participants : new Path[] {
            file("p.csv", "code,side\na1,A\n"), file("p.csv", "id,side\na1,A\nb1,\"B\n"), folder.resolve("q")
        }) {
            var ran = solve(participants, "--offers", offers, "--scores", scores, "--rules", rules);

            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err())
                    .hasSize(2)
                    .last()
                    .isEqualTo("o.csv, line 3, column 3 (level): expected a whole number from 1 to 3, found \"9\"");
        }
    }

    @Test
    void stopsTellingFaultsAfterAHundred() throws IOException {
        var scores = file(
                "w.csv",
                IntStream.range(0, 100_000)
                        .mapToObj(row -> "x%d,y%d,1".formatted(row, row))
                        .collect(Collectors.joining("\n", "a,b,score\n", "\n")));

        var ran = solve(two(), "--scores", scores);

        assertThat(ran.err()).hasSize(101).last().isEqualTo("and 199,900 more faults");
    }

    @Test
    void stopsTellingNotesToo() throws IOException {
        var offers = file(
                "o.csv",
                IntStream.range(0, 300)
                        .mapToObj("a1,topic of my own %d"::formatted)
                        .collect(Collectors.joining("\n", "participant,topic\n", "\n")));

        assertThat(solve(two(), "--offers", offers).err()).hasSize(101).last().isEqualTo("and 200 more notes");
    }

    @ParameterizedTest
    @CsvSource({"'=HYPERLINK(\"\"x\"\")'", "+1", "-1", "@x"})
    void anIdThatASpreadsheetWouldTakeForAFormulaIsAFault(String id) throws IOException {
        assertThat(solve(file("p.csv", "id,side\n\"%s\",A\nb1,B\n".formatted(id)))
                        .err())
                .singleElement()
                .asString()
                .startsWith(
                        "p.csv, line 2, column 1 (id): expected an id that no spreadsheet takes for a formula, found");
    }

    @Test
    void otherTextsAreWrittenSoThatTheyAreNoFormula() throws IOException {
        var cities = file("c.csv", "pool,side,city,interest\np,A,=1+1,cycling\np,B,@y,cycling\np,B,z,waste\n");
        var truth = file("t.csv", "pool,city_a,city_b\np,=1+1,@y\n");

        Ran.of("backtest", "--cities", cities, "--truth", truth, "--out", folder.resolve("b"));

        assertThat(Files.readString(folder.resolve("b/ranks.csv"))).contains("p,'=1+1,'@y,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001B", "\uFFFD"})
    void aCharacterThatCannotBeShownIsAFault(String character) throws IOException {
        assertThat(solve(file("p.csv", "id,side,name\na1,A,Al%spha\nb1,B,Beta\n".formatted(character)))
                        .err())
                .containsExactly(
                        "p.csv, line 2, column 3 (name): expected letters and signs, found the character U+%04X"
                                .formatted((int) character.charAt(0)));
    }

    @Test
    void aRunWithoutAnAnswerLeavesNoOlderOneStanding() throws IOException {
        solve(two(), "--scores", file("w.csv", "a,b,score\na1,b1,7\n"));
        Files.writeString(run().resolve("my notes.txt"), "kept");
        assertThat(run().resolve("report.html")).exists();

        var ran = solve(two(), "--scores", folder.resolve("w.csv"), "--rules", file("r.yaml", """
                    locks:
                      - {a: a1, b: b1, kind: must, reason: r, by: n}
                      - {a: a1, b: b1, kind: must-not, reason: r, by: n}
                    """));

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("the answer of an earlier run in %s was removed".formatted(run()));
        try (var files = Files.list(run())) {
            assertThat(files).containsExactlyInAnyOrder(run().resolve("inputs"), run().resolve("my notes.txt"));
        }
    }

    @Test
    void aRunThatCannotBeWrittenLeavesTheOlderOneWhole() throws IOException {
        var scores = file("w.csv", "a,b,score\na1,b1,7\n");
        solve(two(), "--scores", scores);
        var before = Files.readAllBytes(run().resolve("report.html"));
        Files.delete(run().resolve("pairs.csv"));
        Files.createDirectory(run().resolve("pairs.csv"));
        Files.writeString(run().resolve("pairs.csv/in the way"), "");
        Files.writeString(scores, "a,b,score\na1,b1,8\n");

        var ran = solve(two(), "--scores", scores);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(run().resolve("report.html")).hasBinaryContent(before);
    }

    @Test
    void leavesNothingBesideTheFolderAndNothingOfAnEarlierRunInIt() throws IOException {
        var clusters = file("pool.csv", "id\na\nb\nc\n");
        solve(clusters, "--rules", file("r.yaml", "form: clusters\nsize: 3\n"));
        assertThat(run().resolve("inputs/rules.yaml")).exists();

        solve(two(), "--scores", file("w.csv", "a,b,score\na1,b1,7\n"));

        assertThat(run().resolve("clusters.csv")).doesNotExist();
        assertThat(run().resolve("inputs/rules.yaml")).doesNotExist();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(path -> path.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
        try (var files = Files.list(run())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "certificate.json", "explanations.csv", "inputs", "pairs.csv", "report.html");
        }
    }

    @Test
    void saysThatAFileStandsWhereTheFolderShould() throws IOException {
        file("run", "");

        assertThat(solve(two()).err())
                .containsExactly("a file cannot be read or written: expected a folder, found a file: " + run());
    }

    @Test
    void saysWhyNoPairWasMade() throws IOException {
        assertThat(solve(two()).out())
                .containsExactly(
                        "no pair was made: nothing is known of what any two cities have in common, so that no pair"
                                + " has a score above 0",
                        "objective 0 pairs 0 proof exact");
        assertThat(solve(two(), "--scores", file("w.csv", "a,b,score\na1,b1,0\n"))
                        .out())
                .contains("no pair was made: every allowed pair has the score 0");
        assertThat(solve(two(), "--rules", file("r.yaml", "exclude: [[NL, KR]]\n"))
                        .out())
                .contains("no pair was made: no pair is allowed");
        assertThat(solve(
                                file("none.csv", "id,side,capacity_max\na1,A,0\nb1,B,2\n"),
                                "--scores",
                                file("v.csv", "a,b,score\na1,b1,5\n"))
                        .out())
                .contains("no pair was made: no two cities that may be paired both have a place");
    }
}
