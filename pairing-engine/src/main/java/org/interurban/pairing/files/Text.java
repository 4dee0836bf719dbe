package org.interurban.pairing.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file as the UTF-8 it has to be. */
final class Text {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Text() {}

    /** The text of the file; empty, with a fault, when it cannot be read or is not UTF-8. */
    static Optional<String> of(Path file, Findings findings) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            var reason = Files.exists(file) ? "it cannot be read" : "there is no such file";
            findings.fault(new Fault(file.toString(), 0, "", "expected a file: " + reason));
            return Optional.empty();
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var read = ByteBuffer.wrap(bytes);
        var text = CharBuffer.allocate(bytes.length + 1);
        if (decoder.decode(read, text, true).isError()) {
            var before = new String(bytes, 0, read.position(), StandardCharsets.UTF_8);
            var line = 1
                    + (int) before.chars()
                            .filter(character -> character == '\n')
                            .count();
            var column = before.length() - before.lastIndexOf('\n');
            findings.fault(new Fault(
                    file.getFileName().toString(),
                    line,
                    "character " + column,
                    "expected UTF-8; the byte 0x%02X is none".formatted(bytes[read.position()])));
            return Optional.empty();
        }
        var whole = text.flip().toString();
        return Optional.of(whole.startsWith(BYTE_ORDER_MARK) ? whole.substring(1) : whole);
    }
}
