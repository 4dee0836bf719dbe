package org.interurban.pairing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes JSON of which every byte is determined by the content, and digests it on the way.
 *
 * <p>A general writer would do, were it not for two needs at once: the digest of each member's own bytes, and millions of numbers in
 * little time.
 */
final class CanonicalJson {

    private static final int LONGEST_NUMBER = 20;
    private static final int[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    /** A tenth of any positive int by one multiplication, which a lightly compiled loop would not find by itself. */
    private static final long TENTH = 3_435_973_837L;

    private static final int TENTH_SHIFT = 35;

    private final OutputStream out;
    private final MessageDigest outside = sha256();
    private final MessageDigest section = sha256();
    private final byte[] buffer = new byte[1 << 15];
    private boolean inSection;
    private int size;

    CanonicalJson(OutputStream out) {
        this.out = out;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Begins the part that {@link #endSection} digests. */
    void beginSection() throws IOException {
        flush();
        inSection = true;
    }

    String endSection() throws IOException {
        flush();
        inSection = false;
        return HexFormat.of().formatHex(section.digest());
    }

    /** The digest of everything written so far outside of sections, whose own digests are a part of it. */
    String digestSoFar() throws IOException {
        flush();
        return HexFormat.of().formatHex(outside.digest());
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        (inSection ? section : outside).update(buffer, 0, size);
        size = 0;
    }

    /** Text that is JSON already, in ASCII. */
    CanonicalJson raw(String json) throws IOException {
        for (var i = 0; i < json.length(); i++) {
            put(json.charAt(i));
        }
        return this;
    }

    CanonicalJson name(String name) throws IOException {
        return string(name).raw(":");
    }

    CanonicalJson string(String value) throws IOException {
        put('"');
        for (var b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b == '"' || b == '\\') {
                put('\\');
                put(b);
            } else if (b >= 0 && b < ' ') {
                raw("\\u%04x".formatted((int) b));
            } else {
                put(b);
            }
        }
        put('"');
        return this;
    }

    CanonicalJson number(long value) throws IOException {
        if ((int) value != value || value < 0) {
            return raw(Long.toString(value));
        }
        if (size > buffer.length - LONGEST_NUMBER) {
            flush();
        }
        var rest = (int) value;
        size += digits(rest);
        var at = size;
        while (rest >= 10) {
            var tenth = (int) (rest * TENTH >>> TENTH_SHIFT);
            buffer[--at] = (byte) ('0' + rest - 10 * tenth);
            rest = tenth;
        }
        buffer[--at] = (byte) ('0' + rest);
        return this;
    }

    private static int digits(int value) {
        var digits = 1;
        while (digits < POWERS.length && value >= POWERS[digits]) {
            digits++;
        }
        return digits;
    }

    CanonicalJson comma() throws IOException {
        put(',');
        return this;
    }

    private void put(int b) throws IOException {
        if (size == buffer.length) {
            flush();
        }
        buffer[size++] = (byte) b;
    }
}
