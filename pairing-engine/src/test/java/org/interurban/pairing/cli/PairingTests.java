package org.interurban.pairing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTests {

    private static final Path SAMPLES = Path.of("..", "samples", "pairing");

    @TempDir
    Path folder;

    private static Ran run(Object... arguments) {
        return Ran.of(arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Ran solveKorea(String out) {
        var korea = SAMPLES.resolve("iurc-korea");
        return run(
                "solve",
                "--participants",
                korea.resolve("participants.csv"),
                "--offers",
                korea.resolve("offers.csv"),
                "--seeks",
                korea.resolve("seeks.csv"),
                "--rules",
                korea.resolve("rules.yaml"),
                "--out",
                folder.resolve(out));
    }

    private Path participants() throws IOException {
        return file("p.csv", "id,side,country\nx,A,KR\ny,A,KR\nu,B,IE\nv,B,BG\n");
    }

    private Path scores() throws IOException {
        return file("w.csv", "a,b,score\nx,u,5\nx,v,4\ny,u,4\ny,v,1\n");
    }

    private Ran solve(String rules) throws IOException {
        return run(
                "solve",
                "--participants",
                participants(),
                "--scores",
                scores(),
                "--rules",
                file("r.yaml", rules),
                "--out",
                folder.resolve("run"));
    }

    @Test
    void solvesTheSampleRoundAndWritesItsFiles() throws IOException {
        var ran = solveKorea("run");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().getLast()).matches("objective \\d+ pairs 2 proof exact");
        assertThat(folder.resolve("run"))
                .isDirectoryContaining("glob:**/pairs.csv")
                .isDirectoryContaining("glob:**/certificate.json")
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/explanations.csv");
        assertThat(Files.readAllLines(folder.resolve("run/pairs.csv")))
                .hasSize(3)
                .first()
                .isEqualTo("a,b,score");
        assertThat(Files.readString(folder.resolve("run/explanations.csv")))
                .contains("seeks Smart mobility and traffic management");
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .contains("Exact", "Rotterdam", "If you chose otherwise")
                .doesNotContain("http://", "https://", "<script");
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        solveKorea("one");
        solveKorea("two");

        for (var name : List.of("pairs.csv", "certificate.json", "report.html", "explanations.csv")) {
            assertThat(folder.resolve("two").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
    }

    @Test
    void takesTheScoresThatAProgrammeBrings() throws IOException {
        var ran = solve("objective: total\n");

        assertThat(ran.out()).last().isEqualTo("objective 8 pairs 2 proof exact");
        assertThat(Files.readAllLines(folder.resolve("run/pairs.csv")))
                .containsExactlyInAnyOrder("a,b,score", "x,v,4", "y,u,4");
    }

    @Test
    void servesTheWorstOffFirstWhenAskedToBeFair() throws IOException {
        assertThat(solve("objective: fair\n").out()).last().isEqualTo("objective 8 pairs 2 proof exact");
    }

    @Test
    void leavesNoTwoThatWouldRatherHaveEachOtherWhenAskedToBeStable() throws IOException {
        assertThat(solve("objective: {stable: {proposing: A}}\n").out())
                .last()
                .isEqualTo("objective 6 pairs 2 proof exact");
    }

    @Test
    void keepsLocksAndSaysWhatTheyCost() throws IOException {
        var ran = solve("locks: [{a: x, b: u, kind: must, reason: agreed, by: Lee}]\n");

        assertThat(ran.out()).last().isEqualTo("objective 6 pairs 2 proof exact");
        assertThat(Files.readString(folder.resolve("run/report.html"))).contains("What each lock costs", "agreed");
    }

    @Test
    void namesASmallestSetOfRulesThatCannotAllBeMet() throws IOException {
        var ran = solve("""
            locks:
              - {a: x, b: u, kind: must, reason: agreed, by: Lee}
              - {a: y, b: u, kind: must, reason: agreed, by: Lee}
              - {a: y, b: v, kind: must-not, reason: agreed, by: Lee}
            """);

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .contains("- x must be paired with u", "- y must be paired with u")
                .hasSize(3);
    }

    @Test
    void saysWhyALockedPairIsNotAllowed() throws IOException {
        var excluded = solve("""
            exclude: [[x, u]]
            locks: [{a: x, b: u, kind: must, reason: agreed, by: Lee}]
            """);
        assertThat(excluded.code()).isEqualTo(3);
        assertThat(excluded.err())
                .containsExactly(
                        "The rules cannot all be met. This one cannot hold:",
                        "- x must be paired with u, a pair that is not allowed, since the rules exclude pairs of x and"
                                + " u");
        assertThat(solve("locks: [{a: x, b: y, kind: must, reason: agreed, by: Lee}]\n")
                        .err())
                .last()
                .isEqualTo("- x must be paired with y, a pair that is not allowed, since they stand on the same side");
    }

    @Test
    void notesWhenNobodyStandsOnTheOtherSide() throws IOException {
        var ran = run("solve", "--participants", file("p.csv", "id,side\nx,A\ny,A\n"), "--out", folder.resolve("run"));

        assertThat(ran.err())
                .contains("note: all participants stand on side A, so that nobody has a partner to be paired with");
    }

    @Test
    void printsTheGapOfAnAnswerThatIsNotProvenBest() throws IOException {
        var pool = new StringBuilder("id\n");
        var scores = new StringBuilder("a,b,score\n");
        for (var i = 0; i < 10; i++) {
            pool.append("p%d\n".formatted(i));
            for (var j = 0; j < i; j++) {
                scores.append("p%d,p%d,%d\n".formatted(j, i, 10 + i * j * 37 % 101));
            }
        }

        var ran = run(
                "solve",
                "--participants",
                file("p.csv", pool.toString()),
                "--scores",
                file("w.csv", scores.toString()),
                "--rules",
                file("r.yaml", "form: clusters\nsize: 4\n"),
                "--out",
                folder.resolve("run"));

        assertThat(ran.out()).last().asString().contains("proof bound");
        assertThat(ran.out())
                .anyMatch(line -> line.matches("no answer is worth more than \\d+: the gap is \\d+\\.\\d %"));
        assertThat(Files.readString(folder.resolve("run/report.html"))).contains("below the proven bound of");
    }

    @Test
    void namesEveryFaultOfTheInput() throws IOException {
        var ran = run(
                "solve",
                "--participants",
                file("p.csv", "id,side\nx,A\nx,C\n"),
                "--rules",
                file("r.yaml", "seed: x\n"),
                "--out",
                folder.resolve("run"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .containsExactly(
                        "p.csv, line 3, column 1 (id): expected an id of its own, found \"x\" of line 2 again",
                        "r.yaml, line 1, column 7: expected a whole number, found \"x\"");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void showsItsUsageForWhatItDoesNotKnow() {
        assertThat(run("solve", "--participant", "x").err())
                .contains("unknown option: --participant")
                .anyMatch(line -> line.startsWith("usage: "));
        assertThat(run("solve", "--participants", "x").err()).contains("the option --out is missing");
        assertThat(run("pair").err()).contains("unknown command: pair");
        assertThat(run("explain", "x").err()).contains("a word is missing");
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("--help").code()).isZero();
    }

    @Test
    void verifiesACertificateAndRefusesAChangedOne() throws IOException {
        solve("objective: total\n");
        var certificate = folder.resolve("run/certificate.json");
        var whole = run("verify", certificate);
        var withInputs = run(
                "verify",
                certificate,
                "--participants",
                participants(),
                "--scores",
                scores(),
                "--rules",
                folder.resolve("r.yaml"));
        var otherInputs = run(
                "verify",
                certificate,
                "--participants",
                participants(),
                "--scores",
                file("w.csv", "a,b,score\nx,u,5\n"));

        assertThat(whole.code()).isZero();
        assertThat(whole.out()).first().isEqualTo("valid");
        assertThat(withInputs.out()).first().isEqualTo("valid");
        assertThat(otherInputs.code()).isEqualTo(1);

        Files.writeString(certificate, Files.readString(certificate).replaceFirst("\"x\"", "\"z\""));
        assertThat(run("verify", certificate).code()).isEqualTo(1);
        assertThat(run("verify", certificate).out()).singleElement().asString().startsWith("not valid: ");
    }

    @Test
    void explainsWhyAPairWasChosenAndWhyNot() throws IOException {
        solve("exclude: [[y, v]]\n");
        var run = folder.resolve("run");

        assertThat(run("explain", run, "x", "v").out())
                .first()
                .isEqualTo("x - v: chosen; without it the whole would lose 3");
        assertThat(run("explain", run, "u", "x").out())
                .first()
                .isEqualTo("u - x: not chosen; choosing it would cost the whole 3");
        assertThat(run("explain", run, "y", "v").out())
                .containsExactly("y - v: not allowed, since the rules exclude pairs of y and v");
        assertThat(run("explain", run, "y", "w").err()).containsExactly("w does not take part in this run");
    }

    @Test
    void repairsAnAnswerAfterACityWithdrew() throws IOException {
        solve("""
            objective: total
            locks: [{a: x, b: v, kind: must, reason: agreed, by: Lee}]
            """);

        var ran = run("repair", folder.resolve("run"), "--withdrawn", "v", "--out", folder.resolve("mended"));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .containsExactly(
                        "kept     y - u  4",
                        "dropped  x - v  4",
                        "pairing everyone anew: objective 5",
                        "objective 4 pairs 1 kept 1 dropped 1 added 0 cost 1 proof exact");
        assertThat(Files.readAllLines(folder.resolve("mended/changes.csv")))
                .containsExactly("change,a,b,score", "kept,y,u,4", "dropped,x,v,4");
        assertThat(run("verify", folder.resolve("mended/certificate.json")).out())
                .first()
                .isEqualTo("valid");
    }

    @Test
    void repairsAnAnswerForACityThatJoined() throws IOException {
        solve("objective: total\n");
        var joined = file("p2.csv", "id,side,country\nx,A,KR\ny,A,KR\nu,B,IE\nv,B,BG\nz,A,FR\nw,B,FR\n");
        var scored = file("w2.csv", "a,b,score\nx,u,5\nx,v,4\ny,u,4\ny,v,1\nz,u,9\nz,w,2\n");

        var ran = run(
                "repair",
                folder.resolve("run"),
                "--participants",
                joined,
                "--scores",
                scored,
                "--out",
                folder.resolve("mended"));

        assertThat(ran.out())
                .contains("added    z - w  2")
                .last()
                .isEqualTo("objective 10 pairs 3 kept 2 dropped 0 added 1 cost 3 proof exact");

        var again = run(
                "repair",
                folder.resolve("run"),
                "--agreed",
                folder.resolve("mended/pairs.csv"),
                "--participants",
                joined,
                "--scores",
                scored,
                "--withdrawn",
                "w;y",
                "--out",
                folder.resolve("again"));

        assertThat(again.out()).last().isEqualTo("objective 13 pairs 2 kept 1 dropped 2 added 1 cost 0 proof exact");
    }

    @Test
    void refusesARepairWithoutAChangeOrOfSomeoneUnknown() throws IOException {
        solve("objective: total\n");
        var run = folder.resolve("run");

        assertThat(run("repair", run, "--out", folder.resolve("x")).err())
                .first()
                .isEqualTo("nothing has changed: name who withdrew, or the files with who joined");
        assertThat(run("repair", run, "--withdrawn", "q", "--out", folder.resolve("x"))
                        .err())
                .first()
                .isEqualTo("q does not take part in this run");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void explainsWithTheProfileLinesThatMatched() {
        solveKorea("run");

        assertThat(run("explain", folder.resolve("run"), "rotterdam", "busan").out())
                .anyMatch(line -> line.contains("the same topic, Smart mobility and traffic management"))
                .anyMatch(line -> line.startsWith("known: "));
    }

    @Test
    void saysWhatACityCouldAddToGetAPartner() throws IOException {
        run(
                "solve",
                "--participants",
                file("p.csv", "id,side,name\nprato,A,Prato\ngent,A,Gent\ntaichung,B,Taichung\n"),
                "--offers",
                file("o.csv", "participant,topic,level\nprato,housing,2\ngent,tourism,2\ntaichung,noise,2\n"),
                "--seeks",
                file("s.csv", "participant,topic,priority\nprato,noise,2\ngent,noise,2\ntaichung,housing,3\n"),
                "--out",
                folder.resolve("run"));

        var explained = run("explain", folder.resolve("run"), "gent", "taichung");

        assertThat(explained.out())
                .contains("what Gent could add to get Taichung:")
                .anyMatch(line ->
                        line.matches("  offer [\\w ]*ousing[\\w ]* \\(level 2\\): score \\d+, and the pair is .*"));
        assertThat(Files.readString(folder.resolve("run/report.html"))).contains("It could add", "(level 2)");
    }

    @Test
    void pairsOnePoolAndFormsClusters() throws IOException {
        var pool = file("pool.csv", "id\na\nb\nc\nd\ne\nf\n");
        var offers = file("o.csv", "participant,topic,level\na,cycling,3\nb,cycling,2\nc,waste,3\n");
        var seeks = file("s.csv", "participant,topic,priority\na,waste,3\nd,cycling,2\ne,waste,3\nf,water,1\n");

        var pairs = run(
                "solve",
                "--participants",
                pool,
                "--offers",
                offers,
                "--seeks",
                seeks,
                "--out",
                folder.resolve("pairs"));
        var clusters = run(
                "solve",
                "--participants",
                pool,
                "--offers",
                offers,
                "--seeks",
                seeks,
                "--rules",
                file("c.yaml", "form: clusters\nsize: 3\n"),
                "--out",
                folder.resolve("clusters"));

        assertThat(pairs.out().getLast()).matches("objective 400000 pairs 2 proof exact");
        assertThat(clusters.out().getLast()).matches("objective \\d+ pairs 6 proof (exact|bound \\d+)");
        assertThat(Files.readAllLines(folder.resolve("clusters/clusters.csv"))).hasSize(7);
    }

    @Test
    void provesALargeRoundForThePairsItLeavesOutToo() throws IOException {
        var topics = List.of("cycling", "waste", "water", "housing", "energy", "culture", "floods");
        var participants = new StringBuilder("id,side,population\n");
        var offers = new StringBuilder("participant,topic,level\n");
        var seeks = new StringBuilder("participant,topic,priority\n");
        for (var i = 0; i < 2_020; i++) {
            participants.append("c%d,%s,%d\n".formatted(i, i % 2 == 0 ? "A" : "B", 10_000 + 7_919L * i));
            offers.append("c%d,%s,%d\n".formatted(i, topics.get(i * 31 % 7), 1 + i * 17 % 3));
            seeks.append("c%d,%s,%d\n".formatted(i, topics.get(i * 13 % 5), 1 + i * 11 % 3));
        }
        var files = new Object[] {
            "--participants", file("p.csv", participants.toString()),
            "--offers", file("o.csv", offers.toString()),
            "--seeks", file("s.csv", seeks.toString())
        };

        var solved = run(
                "solve", files[0], files[1], files[2], files[3], files[4], files[5], "--out", folder.resolve("run"));
        var certificate = folder.resolve("run/certificate.json");
        var verified = run("verify", certificate, files[0], files[1], files[2], files[3], files[4], files[5]);

        assertThat(solved.err()).anyMatch(line -> line.endsWith("no other pair could raise the objective"));
        assertThat(solved.out().getLast()).matches("objective \\d+ pairs 1010 proof exact");
        assertThat(verified.out()).first().isEqualTo("valid");
    }

    @Test
    void printsTheBacktestOfTheSamplePools() {
        var ran = run(
                "backtest",
                "--cities",
                SAMPLES.resolve("backtest/cities.csv"),
                "--truth",
                SAMPLES.resolve("backtest/truth.csv"),
                "--out",
                folder.resolve("backtest"));

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .anyMatch(line -> line.matches("iurc-korea +3 x 3 +3 +full score +\\d\\.\\d{3} +- +\\d\\.\\d{3}"))
                .anyMatch(line -> line.contains("random expectation"))
                .anyMatch(line -> line.contains("nothing to go on: iuc-2017"))
                .anyMatch(line -> line.startsWith("over all"));
        assertThat(folder.resolve("backtest/ranks.csv")).exists();
    }

    @Test
    void namesEveryFaultOfABacktest() throws IOException {
        var cities = file(
                "c.csv",
                "pool,side,city,country,interest\np,A,x,Korea,bicycles\np,A,x,Ireland,\np,B,y,,\n,B,z,,\np,D,q,,\n");
        var truth = file("t.csv", "pool,city_a,city_b\np,x,w\np,x,x\nq,x,y\n");

        var ran = run("backtest", "--cities", cities, "--truth", truth);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .containsExactlyInAnyOrder(
                        "c.csv, line 3, column 4 (country): expected KR, as in an earlier row of x, found \"Ireland\"",
                        "c.csv, line 5, column 1 (pool): expected a value, found nothing",
                        "c.csv, line 6, column 2 (side): expected A or B, found \"D\"",
                        "t.csv, line 2, column 3 (city_b): expected a city of this pool, found \"w\"",
                        "t.csv, line 3, column 3 (city_b): expected a city of the other side, found \"x\"",
                        "t.csv, line 4, column 1 (pool): expected a pool of the cities file, found \"q\"");
    }
}
