package org.interurban.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.LocaleResolver;

/** What happens whenever somebody has signed in, by whatever way. */
@Component
class SignedIn {

    static final String DEVICE = "device";
    private static final int DEVICE_LENGTH = 300;

    private final Accounts accounts;
    private final SignInLinks links;
    private final JdbcClient sql;
    private final Audit audit;
    private final LocaleResolver languages;

    SignedIn(Accounts accounts, SignInLinks links, JdbcClient sql, Audit audit, LocaleResolver languages) {
        this.accounts = accounts;
        this.links = links;
        this.sql = sql;
        this.audit = audit;
        this.languages = languages;
    }

    /** @param by "link", "passkey" or "demo" */
    @Transactional
    void remember(AccountId account, String by, HttpServletRequest request, HttpServletResponse response) {
        sql.sql("update account set seen_at = :at where id = :account")
                .param("at", accounts.now())
                .param("account", account)
                .update();
        links.forget(account);
        audit.record(account, "accounts.signed-in", new Audit.Subject("account", account.toString()), Map.of("by", by));
        var device = request.getHeader("User-Agent");
        request.getSession()
                .setAttribute(
                        DEVICE, device == null ? "" : device.substring(0, Math.min(device.length(), DEVICE_LENGTH)));
        accounts.account(account)
                .filter(found -> found.language() != null)
                .ifPresent(found -> languages.setLocale(request, response, found.locale(request.getLocale())));
    }
}
