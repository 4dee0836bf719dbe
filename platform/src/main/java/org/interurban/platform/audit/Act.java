package org.interurban.platform.audit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.interurban.platform.authority.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One act as it lies in the trail.
 *
 * @param details as the database writes them: a jsonb value has one text, whatever was once put in
 */
record Act(
        long id,
        Instant at,
        @Nullable AccountId actor,
        String act,
        String subjectKind,
        String subjectKey,
        String details) {

    /** SHA-256 of all that it says; each text goes in with its length before it, so that no two acts share their bytes. */
    byte[] digest() {
        var digest = Seals.sha256();
        try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            out.writeLong(id);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            write(out, actor == null ? "" : actor.toString());
            write(out, act);
            write(out, subjectKind);
            write(out, subjectKey);
            write(out, details);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return digest.digest();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
