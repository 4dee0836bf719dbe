package org.interurban.pairing.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Damages good files at random and expects an answer or faults, never a crash. */
class DamagedFilesTests {

    private static final int ROUNDS = 300;

    private static final Map<String, String> GOOD = new TreeMap<>(Map.of(
            "p.csv", """
            id,side,name,country,capacity_min,capacity_max,population,gdp_per_capita,setting,languages,time_zone,first_timer,wishes,excluded,past
            seoul,A,"Seoul, 서울",KR,1,2,9400000,34000.5,river;capital,ko;en,Asia/Seoul,no,dublin;sofia,,
            busan,A,Busan,KR,,,,,,,,,,BG,dublin
            dublin,B,Dublin,IE,,,,,,en-IE,Europe/Dublin,yes,seoul,,busan
            sofia,B,,BG,,,,,,,,,,,
            """,
            "o.csv", "participant,topic,level,text,evidence\nseoul,cycling,3,\"shared \"\"bicycles\"\"\",40000\n",
            "s.csv", "participant,topic,priority,text\ndublin,mobility,2,safer streets\n",
            "t.csv", "code,label,parent,also\nmobility,Mobility,,transport\ncycling,Cycling,mobility,\n",
            "w.csv", "a,b,score,benefit_a,benefit_b\nseoul,dublin,7,9,5\nsofia,busan,0,,\n",
            "r.yaml", """
            form: pairs
            objective: {stable: {proposing: B}}
            weights: {complementarity: 50}
            exclude: [past, [KR, BG], {a: seoul, b: IE, reason: partners}]
            locks:
              - {a: seoul, b: dublin, kind: must, reason: agreed, by: Lee}
            limits:
              - {between: [KR, BG], max: 2}
            seed: 7
            """));

    private static final List<byte[]> PIECES = List.of(
            bytes("\""),
            bytes(","),
            bytes("\n"),
            bytes("\r"),
            bytes(";"),
            bytes("\u0000"),
            bytes("\uFEFF"),
            new byte[] {(byte) 0xC3},
            new byte[] {(byte) 0xFF},
            bytes("&a *a"),
            bytes("{"),
            bytes("["),
            bytes("- "),
            bytes(": "),
            bytes("!!java.net.URL"),
            bytes("99999999999999999999"),
            bytes("-1"),
            bytes("NaN"),
            bytes("1e400"),
            bytes("\uD83D\uDE00"),
            bytes("<<: "),
            bytes("? "),
            bytes("|\n"),
            bytes("%TAG"),
            bytes("\t"));

    @TempDir
    Path folder;

    @RepeatedTest(10)
    void areReadOrRefusedButNeverCrashTheReader(RepetitionInfo repetition) throws IOException {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        for (var round = 0; round < ROUNDS; round++) {
            for (var file : GOOD.entrySet()) {
                var bytes = bytes(file.getValue());
                var damages = random.nextInt(3);
                for (var i = 0; i < damages; i++) {
                    bytes = damaged(bytes, random);
                }
                Files.write(folder.resolve(file.getKey()), bytes);
            }
            var files = new RoundFiles(at("p.csv"), at("o.csv"), at("s.csv"), at("t.csv"), at("w.csv"), at("r.yaml"));
            var findings = new Findings();

            assertThatCode(() -> assertThat(files.read(findings).isPresent()).isEqualTo(findings.clean()))
                    .as("seed %d, round %d", repetition.getCurrentRepetition(), round)
                    .doesNotThrowAnyException();
        }
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return bytes;
        }
        var at = random.nextInt(bytes.length);
        var end = Math.min(bytes.length, at + random.nextInt(12));
        return switch (random.nextInt(4)) {
            case 0 ->
                joined(
                        Arrays.copyOf(bytes, at),
                        PIECES.get(random.nextInt(PIECES.size())),
                        Arrays.copyOfRange(bytes, at, bytes.length));
            case 1 -> joined(Arrays.copyOf(bytes, at), new byte[0], Arrays.copyOfRange(bytes, end, bytes.length));
            case 2 ->
                joined(
                        Arrays.copyOf(bytes, end),
                        Arrays.copyOfRange(bytes, at, end),
                        Arrays.copyOfRange(bytes, end, bytes.length));
            default -> {
                var changed = bytes.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
        };
    }

    private static byte[] joined(byte[] start, byte[] middle, byte[] end) {
        var whole = Arrays.copyOf(start, start.length + middle.length + end.length);
        System.arraycopy(middle, 0, whole, start.length, middle.length);
        System.arraycopy(end, 0, whole, start.length + middle.length, end.length);
        return whole;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
