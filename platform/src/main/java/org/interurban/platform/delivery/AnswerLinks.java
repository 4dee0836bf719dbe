package org.interurban.platform.delivery;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.web.PublicAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links in mail that let one person answer one question without an account. A link says all of it and is signed; it opens a
 * page with one button, and only the button answers, since scanners of mail open every link.
 */
@Service
public class AnswerLinks {

    /** What every such address begins with, and no other does. */
    static final String PATH = "/answer/";

    private static final int SIGNATURE = 32;

    private final JdbcClient sql;
    private final Clock clock;
    private final PublicAddress address;

    AnswerLinks(JdbcClient sql, Clock clock, PublicAddress address) {
        this.sql = sql;
        this.clock = clock;
        this.address = address;
    }

    /**
     * @param purpose which {@link AnswerKind} asks
     * @param subject what about: an id or code, with the choice where there are several
     * @param respondent the account or contact that was asked
     */
    public record Question(String purpose, String subject, AccountId respondent) {}

    /** A question as its link says it. */
    record Opened(Question question, Instant until) {}

    private record Key(int number, byte[] secret) {}

    /** The address for the mail, in the recipient's language. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String link(Question question, Duration validFor, Locale language) {
        var key = newest().orElseGet(this::make);
        var purpose = question.purpose().getBytes(StandardCharsets.UTF_8);
        var subject = question.subject().getBytes(StandardCharsets.UTF_8);
        var said = ByteBuffer.allocate(4 + 8 + 16 + 4 + purpose.length + subject.length)
                .putInt(key.number())
                .putLong(clock.instant().plus(validFor).getEpochSecond())
                .putLong(question.respondent().value().getMostSignificantBits())
                .putLong(question.respondent().value().getLeastSignificantBits())
                .putInt(purpose.length)
                .put(purpose)
                .put(subject)
                .array();
        var token = ByteBuffer.allocate(said.length + SIGNATURE)
                .put(said)
                .put(sign(key, said))
                .array();
        return address.of(PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(token) + "?lang="
                + language.getLanguage());
    }

    /** What the link asks, if it is one of ours; it may have expired. */
    Optional<Opened> open(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= SIGNATURE) {
                return Optional.empty();
            }
            var said = Arrays.copyOf(bytes, bytes.length - SIGNATURE);
            var signature = Arrays.copyOfRange(bytes, said.length, bytes.length);
            return key(ByteBuffer.wrap(said).getInt())
                    .filter(key -> MessageDigest.isEqual(sign(key, said), signature))
                    .map(key -> read(said));
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    private static Opened read(byte[] said) {
        var in = ByteBuffer.wrap(said, 4, said.length - 4);
        var until = Instant.ofEpochSecond(in.getLong());
        var respondent = new AccountId(new UUID(in.getLong(), in.getLong()));
        var purpose = new byte[in.getInt()];
        in.get(purpose);
        var subject = new byte[in.remaining()];
        in.get(subject);
        return new Opened(
                new Question(
                        new String(purpose, StandardCharsets.UTF_8),
                        new String(subject, StandardCharsets.UTF_8),
                        respondent),
                until);
    }

    private static byte[] sign(Key key, byte[] said) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
            return mac.doFinal(said);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Key> newest() {
        return sql.sql("select number, secret from answer_key order by number desc limit 1")
                .query(Key.class)
                .optional();
    }

    private Optional<Key> key(int number) {
        return sql.sql("select number, secret from answer_key where number = :number")
                .param("number", number)
                .query(Key.class)
                .optional();
    }

    private Key make() {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return sql.sql("insert into answer_key (secret, made_at) values (:secret, :at) returning number, secret")
                .param("secret", secret)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Key.class)
                .single();
    }
}
