package org.interurban.platform.accounts;

import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.web.ThisNetwork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites the person who is to give rights to all others, until that person has come. Where no mail leaves, the letter is shown to
 * whoever starts the application.
 */
@Component
@ConditionalOnProperty("interurban.administrator")
class FirstAdministrator implements ApplicationRunner {

    private static final String ADMINISTRATOR = "Administrator";

    private final Accounts accounts;
    private final TellOfRole tell;
    private final Audit audit;
    private final ThisNetwork network;
    private final MailAddress address;

    FirstAdministrator(
            Accounts accounts,
            TellOfRole tell,
            Audit audit,
            ThisNetwork network,
            @Value("${interurban.administrator}") String email) {
        this.accounts = accounts;
        this.tell = tell;
        this.audit = audit;
        this.network = network;
        this.address = MailAddress.of(email)
                .orElseThrow(
                        () -> new IllegalArgumentException("INTERURBAN_ADMINISTRATOR is not a mail address: " + email));
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        var known = accounts.account(address);
        if (known.isPresent() && (known.get().seenAt() != null || !known.get().isActive())) {
            return;
        }
        var account = known.map(Account::id)
                .orElseGet(() -> accounts.add(address, ADMINISTRATOR, null).orElseThrow());
        var email = known.map(Account::email).orElse(address.value());
        if (accounts.assign(account, Role.ADMINISTRATOR, Scope.NETWORK, null)) {
            audit.record("accounts.invited", new Audit.Subject("account", account.toString()), Map.of());
        }
        tell.invite(account, email, ADMINISTRATOR, network.usualLanguage());
    }
}
