package org.interurban.pairing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Certificates in memory, and certificates tampered with so well that all digests fit again. */
final class Certificates {

    static final Checker.Verdict VALID = new Checker.Verdict.Valid(List.of());

    private Certificates() {}

    static byte[] bytes(Certificate certificate) {
        var out = new ByteArrayOutputStream();
        try {
            certificate.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Checker.Verdict check(Certificate certificate, Problem problem) {
        return Checker.check(bytes(certificate), Optional.empty(), Optional.of(problem));
    }

    static Checker.Verdict check(String certificate) {
        return Checker.check(certificate.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
    }

    /** The same with every digest recomputed, if its members are there in their order. */
    static Optional<String> digestedAgainIfWhole(String certificate) {
        try {
            return Optional.of(digestedAgain(certificate));
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Recomputes every digest. */
    static String digestedAgain(String certificate) {
        var outside = new StringBuilder();
        var begun = 0;
        var members = List.of("participants", "rules", "scores", "answer", "proof", "digests");
        for (var i = 0; i < members.size() - 1; i++) {
            var from = certificate.indexOf("\n\"" + members.get(i) + "\":")
                    + members.get(i).length()
                    + 4;
            var to = certificate.indexOf(",\n\"" + members.get(i + 1) + "\":");
            var stated = Pattern.compile("(\"digests\":\\{[^}]*\"" + members.get(i) + "\":\")[0-9a-f]*");
            certificate = stated.matcher(certificate).replaceFirst("$1" + sha256(certificate.substring(from, to)));
        }
        for (var i = 0; i < members.size() - 1; i++) {
            var from = certificate.indexOf("\n\"" + members.get(i) + "\":")
                    + members.get(i).length()
                    + 4;
            outside.append(certificate, begun, from);
            begun = certificate.indexOf(",\n\"" + members.get(i + 1) + "\":");
        }
        var last = certificate.indexOf("\n\"digest\":") + "\n\"digest\":".length();
        return certificate.substring(0, last) + "\""
                + sha256(outside.append(certificate, begun, last).toString()) + "\"\n}\n";
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(CanonicalJson.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
