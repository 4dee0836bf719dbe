package org.interurban.platform.enquiries;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.accounts.RateLimits;
import org.interurban.platform.accounts.RateLimits.Limit;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.gazetteer.Gazetteer;
import org.interurban.platform.taxonomy.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what a city asks, and lets whoever has the address confirm it; from outside, nobody can tell which addresses are known. */
@Service
class AskToComeIn {

    static final Duration VALID = Duration.ofDays(2);

    static final Duration KEPT = Duration.ofDays(7);

    /** For which it can be looked up who wrote, and what was answered. */
    static final Duration KEPT_ANSWERED = Duration.ofDays(365);

    sealed interface Outcome {
        /** A link is on its way. */
        record LookInYourMail() implements Outcome {}

        record TooOften() implements Outcome {}
    }

    private final Enquiries enquiries;
    private final RateLimits limits;
    private final EnquiryLetters letters;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AskToComeIn(
            Enquiries enquiries,
            RateLimits limits,
            EnquiryLetters letters,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.enquiries = enquiries;
        this.limits = limits;
        this.letters = letters;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The limits count on a connection of their own, so they come before the transaction.
     *
     * @param where of the gazetteer, where the city was chosen there
     * @param topics those that can be chosen, by name
     * @param from the address of the asking browser
     */
    Outcome ask(
            EnquiryForm form,
            Gazetteer.@Nullable Place where,
            Map<String, Topics.Topic> topics,
            String from,
            Locale locale) {
        if (!limits.take(Limit.FORM_BY_COMPUTER, RateLimits.computer(from))) {
            return new Outcome.TooOften();
        }
        if (limits.take(Limit.FORM_BY_EMAIL, form.address().value())) {
            transaction.executeWithoutResult(status -> write(form, where, topics, locale));
        }
        return new Outcome.LookInYourMail();
    }

    private void write(
            EnquiryForm form, Gazetteer.@Nullable Place where, Map<String, Topics.Topic> topics, Locale locale) {
        var secret = new byte[32];
        random.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var enquiry = form.enquiry(enquiries.freeCode(form.cityName()), where, topics, locale, now());
        enquiries.insert(enquiry, digest(token));
        letters.askToConfirm(enquiry, token);
    }

    /** What waits to be confirmed, while the link is good. */
    Optional<Enquiry> unconfirmed(String token, Locale locale) {
        return asked(token, locale).filter(enquiry -> enquiry.state() instanceof Enquiry.State.Unconfirmed);
    }

    private Optional<Enquiry> asked(String token, Locale locale) {
        return enquiries.asked(digest(token), now().minus(VALID), locale);
    }

    /** False where the link is no longer good; a second press changes nothing. */
    @Transactional
    boolean confirm(String token, Locale locale) {
        var asked = asked(token, locale);
        asked.filter(enquiry -> enquiries.confirm(enquiry, now()))
                .ifPresent(enquiry -> audit.record(
                        "enquiries.confirmed",
                        new Audit.Subject("enquiry", enquiry.code()),
                        Map.of("city", enquiry.city())));
        return asked.isPresent();
    }

    /** What nobody has confirmed in time leaves no trace behind; of what was answered long ago only that it was. */
    void forget() {
        enquiries.forgetUnconfirmed(now().minus(KEPT));
        enquiries.forgetAnswered(now().minus(KEPT_ANSWERED));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
