package org.interurban.pairing.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.interurban.pairing.scoring.Meaning;

/** What a command of the command line ended with and printed. */
record Ran(int code, List<String> out, List<String> err) {

    static Ran of(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = new Pairing(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Meaning.NONE)
                .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Ran(
                code,
                out.toString(StandardCharsets.UTF_8).lines().toList(),
                err.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
