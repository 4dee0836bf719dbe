package org.interurban.platform.accounts;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.Signature;
import org.interurban.platform.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells somebody by mail which roles they hold, who says so and for which network; whoever was never here gets a link to come in. */
@Service
class TellOfRole {

    private final Roles roles;
    private final AskForLink links;
    private final Mail mail;
    private final Signature signature;
    private final PublicAddress address;
    private final MessageSource messages;

    TellOfRole(
            Roles roles,
            AskForLink links,
            Mail mail,
            Signature signature,
            PublicAddress address,
            MessageSource messages) {
        this.roles = roles;
        this.links = links;
        this.mail = mail;
        this.signature = signature;
        this.address = address;
        this.messages = messages;
    }

    /** Whether a letter is on its way; there is none to an account that is closed. */
    @Transactional
    boolean tell(Account account, Locale inviters) {
        if (!account.isActive() || account.email() == null) {
            return false;
        }
        if (account.seenAt() == null) {
            invite(account.id(), account.email(), String.valueOf(account.name()), account.locale(inviters));
        } else {
            send(
                    account.email(),
                    "accounts.mail.role",
                    account.locale(inviters),
                    false,
                    String.valueOf(account.name()),
                    held(account.id(), account.locale(inviters)),
                    address.of("/sign-in"));
        }
        return true;
    }

    /**
     * The first letter to somebody who does not know the platform yet, with a link that signs in.
     *
     * @param email the address on record
     */
    @Transactional
    void invite(AccountId account, String email, String name, Locale locale) {
        send(
                email,
                "accounts.mail.invitation",
                locale,
                true,
                name,
                held(account, locale),
                links.first(account, locale));
    }

    private void send(
            String email, String words, Locale locale, boolean secret, String name, String held, String link) {
        var by = signature.writer().orElse(null);
        var said = new Object[] {name, signature.network(locale), by, held, link};
        mail.send(new Mail.Message(
                email,
                messages.getMessage(words + ".subject", said, locale),
                Stream.of(
                                messages.getMessage("accounts.mail.greeting", said, locale),
                                messages.getMessage(by == null ? words : words + ".by", said, locale),
                                held.isEmpty() ? "" : messages.getMessage("accounts.mail.held", said, locale),
                                messages.getMessage(words + ".next", said, locale),
                                signature.in(locale))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n", "", "\n")),
                secret));
    }

    private String held(AccountId account, Locale locale) {
        return roles.of(account).stream()
                .map(role -> "– " + words(role, locale))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private String words(Roles.Line held, Locale locale) {
        var role = messages.getMessage("accounts.role." + held.role(), null, locale);
        var where = messages.getMessage(held.kind().words(), null, locale);
        return held.kind().equals(Scope.Kind.NETWORK) ? role + ", " + where : role + ", " + where + ": " + held.place();
    }
}
