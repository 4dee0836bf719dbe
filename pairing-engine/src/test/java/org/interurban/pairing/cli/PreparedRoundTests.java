package org.interurban.pairing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interurban.pairing.files.Findings;
import org.interurban.pairing.files.RoundFiles;
import org.interurban.pairing.scoring.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedRoundTests {

    @TempDir
    Path folder;

    @Test
    void aLockAllowsNoPairThatTheRulesExcludeHoweverLargeTheRound() throws IOException {
        var participants = Files.writeString(
                folder.resolve("p.csv"),
                IntStream.range(0, 2_002)
                        .mapToObj(i -> "c%d,%s,FR".formatted(i, i < 1_001 ? "A" : "B"))
                        .collect(Collectors.joining("\n", "id,side,country\n", "\n")));
        var rules = Files.writeString(folder.resolve("r.yaml"), """
            exclude:
              - {a: c0, b: c1001, reason: too far}
            locks:
              - {a: c0, b: c1001, kind: prefer}
              - {a: c0, b: c1, kind: prefer}
              - {a: c0, b: c2001, kind: prefer}
            """);
        var round = new RoundFiles(participants, null, null, null, null, rules)
                .read(new Findings())
                .orElseThrow();

        var prepared =
                PreparedRound.of(round, Meaning.NONE, new Progress(new PrintStream(OutputStream.nullOutputStream())));

        assertThat(prepared.shortlisted()).isTrue();
        assertThat(prepared.scores())
                .anyMatch(score -> score.a().equals("c0") && score.b().equals("c2001"));
        assertThat(prepared.scores())
                .noneMatch(score -> score.a().equals("c0")
                        && (score.b().equals("c1001") || score.b().equals("c1")));
    }
}
