package org.interurban.platform.accounts;

import java.util.Locale;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells somebody by mail who has an account already that a role was added to it. */
@Service
class TellOfRole {

    private final Roles roles;
    private final Mail mail;
    private final PublicAddress address;
    private final MessageSource messages;

    TellOfRole(Roles roles, Mail mail, PublicAddress address, MessageSource messages) {
        this.roles = roles;
        this.mail = mail;
        this.address = address;
        this.messages = messages;
    }

    /** Whether a letter is on its way; there is none to an account that is closed. */
    @Transactional
    boolean tell(Account account, Locale inviters) {
        if (!account.isActive() || account.email() == null) {
            return false;
        }
        var locale = account.locale(inviters);
        var held = roles.of(account.id()).stream()
                .map(role -> "– " + words(role, locale))
                .distinct()
                .collect(Collectors.joining("\n"));
        mail.send(new Mail.Message(
                account.email(),
                messages.getMessage("accounts.mail.role.subject", null, locale),
                messages.getMessage("accounts.mail.role", new Object[] {held, address.of("/sign-in")}, locale)));
        return true;
    }

    private String words(Roles.Line held, Locale locale) {
        var role = messages.getMessage("accounts.role." + held.role(), null, locale);
        var where = messages.getMessage(held.kind().words(), null, locale);
        return held.kind().equals(Scope.Kind.NETWORK) ? role + ", " + where : role + ", " + where + ": " + held.place();
    }
}
