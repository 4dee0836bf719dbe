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
        return digestedAgain(certificate, List.of("participants", "rules", "scores", "answer", "proof"));
    }

    /** With the scores in a file of their own, as large certificates have them; and that file. */
    static List<String> withScoresBeside(String certificate) {
        var from = begin(certificate, "scores");
        var to = certificate.indexOf(",\n\"answer\":");
        return List.of(
                digestedAgain(
                        certificate.substring(0, from) + "\"scores.json\"" + certificate.substring(to),
                        List.of("participants", "rules", "answer", "proof")),
                certificate.substring(from, to));
    }

    private static int begin(String certificate, String member) {
        return certificate.indexOf("\n\"" + member + "\":") + member.length() + 4;
    }

    private static int end(String certificate, String member) {
        var members = List.of("participants", "rules", "scores", "answer", "proof", "digests");
        return certificate.indexOf(",\n\"" + members.get(members.indexOf(member) + 1) + "\":");
    }

    private static String digestedAgain(String certificate, List<String> members) {
        var outside = new StringBuilder();
        var begun = 0;
        for (var member : members) {
            var digest = sha256(certificate.substring(begin(certificate, member), end(certificate, member)));
            var stated = Pattern.compile("(\"digests\":\\{[^}]*\"" + member + "\":\")[0-9a-f]*");
            certificate = stated.matcher(certificate).replaceFirst("$1" + digest);
        }
        for (var member : members) {
            outside.append(certificate, begun, begin(certificate, member));
            begun = end(certificate, member);
        }
        var last = certificate.indexOf("\n\"digest\":") + "\n\"digest\":".length();
        return certificate.substring(0, last) + "\""
                + sha256(outside.append(certificate, begun, last).toString()) + "\"\n}\n";
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(CanonicalJson.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
