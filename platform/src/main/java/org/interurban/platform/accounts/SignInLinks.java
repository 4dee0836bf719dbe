package org.interurban.platform.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.interurban.platform.authority.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens that sign in once. The database keeps their digests, and one statement uses a token up, however often it is sent. */
@Component
class SignInLinks implements OneTimeTokenService {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final Clock clock;

    SignInLinks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Used(AccountId account, OffsetDateTime expiresAt) {}

    /** The user's name is the id of the account; its newest link is the only good one. */
    @Override
    @Transactional
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var expires = clock.instant().plus(request.getExpiresIn());
        forget(AccountId.of(request.getUsername()));
        sql.sql("insert into sign_in_link (digest, account, expires_at) values (:digest, :account, :expires)")
                .param("digest", digest(token))
                .param("account", AccountId.of(request.getUsername()))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
        return new DefaultOneTimeToken(token, request.getUsername(), expires);
    }

    /** Whether the token would sign in now; asking does not use it up. */
    boolean isGood(String token) {
        return sql.sql("select exists (select from sign_in_link where digest = :digest and expires_at > :now)")
                .param("digest", digest(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @Override
    public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken authentication) {
        var token = authentication.getTokenValue();
        if (token == null) {
            return null;
        }
        return sql.sql("delete from sign_in_link where digest = :digest returning account, expires_at")
                .param("digest", digest(token))
                .query(Used.class)
                .optional()
                .filter(used -> used.expiresAt().toInstant().isAfter(clock.instant()))
                .map(used -> new DefaultOneTimeToken(
                        token, used.account().toString(), used.expiresAt().toInstant()))
                .orElse(null);
    }

    void forget(AccountId account) {
        sql.sql("delete from sign_in_link where account = :account")
                .param("account", account)
                .update();
    }

    int removeExpired() {
        return sql.sql("delete from sign_in_link where expires_at < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
