package org.interurban.platform.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.interurban.platform.accounts.RateLimits.Limit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.web.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a link to sign in to whoever has an account; from outside, nobody can tell who has one. */
@Service
class AskForLink {

    static final Duration VALID = Duration.ofMinutes(20);
    static final Duration INVITATION_VALID = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(AskForLink.class);

    private final Accounts accounts;
    private final SignInLinks links;
    private final RateLimits limits;
    private final Mail mail;
    private final PublicAddress address;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    AskForLink(
            Accounts accounts,
            SignInLinks links,
            RateLimits limits,
            Mail mail,
            PublicAddress address,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.links = links;
        this.limits = limits;
        this.mail = mail;
        this.address = address;
        this.messages = messages;
        this.transaction = transaction;
    }

    sealed interface Outcome {
        /** A link is on its way, if there is such an account. */
        record LookInYourMail() implements Outcome {}

        record TooOften() implements Outcome {}
    }

    /**
     * The limits count on a connection of their own, so they come before the transaction.
     *
     * @param typed finds the account; the link goes to the address on record, whatever was typed
     * @param from the address of the asking browser
     * @param back a page of ours to go to afterwards
     */
    Outcome ask(MailAddress typed, String from, String back, Locale locale) {
        if (!limits.take(Limit.BY_COMPUTER, RateLimits.computer(from))) {
            LOG.warn("One computer asks for links to sign in too often");
            return new Outcome.TooOften();
        }
        if (limits.take(Limit.BY_EMAIL, typed.value())) {
            transaction.executeWithoutResult(status -> accounts.account(typed)
                    .filter(Account::isActive)
                    .ifPresent(account ->
                            send(account.id(), Objects.requireNonNull(account.email()), back, account.locale(locale))));
        }
        return new Outcome.LookInYourMail();
    }

    /** The link alone, for a letter of another module. */
    @Transactional
    String first(AccountId account, Locale locale) {
        return link(account, INVITATION_VALID, Back.HOME, locale);
    }

    private void send(AccountId account, String email, String back, Locale locale) {
        var said = new Object[] {link(account, VALID, back, locale), mail.network(locale)};
        mail.send(new Mail.Message(
                        email,
                        messages.getMessage("accounts.mail.link.subject", said, locale),
                        messages.getMessage("accounts.mail.link", said, locale),
                        true)
                .by(null));
    }

    private String link(AccountId account, Duration valid, String back, Locale locale) {
        var token = links.generate(new GenerateOneTimeTokenRequest(account.toString(), valid))
                .getTokenValue();
        return address.of("/sign-in/link?token=" + token + "&lang=" + locale.getLanguage()
                + (back.equals(Back.HOME) ? "" : "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8)));
    }
}
