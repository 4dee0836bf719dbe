package org.interurban.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.audit.AuditPermission;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.DeliveryPermission;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: name, language, passkeys, where one is signed in. */
@Controller
@Requires("OWN_ACCOUNT")
@RequestMapping("/account")
class AccountPages {

    /** Pages of administration, by the right that opens them. */
    private static final Map<String, Permission> OFFICES = Map.of(
            "accounts",
            AccountPermission.ACCOUNTS,
            "audit",
            AuditPermission.AUDIT_TRAIL,
            "outbox",
            DeliveryPermission.OUTBOX);

    private final Rights rights;
    private final Accounts accounts;
    private final Roles roles;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final LocaleResolver locales;
    private final Languages languages;

    AccountPages(
            Rights rights,
            Accounts accounts,
            Roles roles,
            Passkeys passkeys,
            Sessions sessions,
            LocaleResolver locales,
            Languages languages) {
        this.rights = rights;
        this.accounts = accounts;
        this.roles = roles;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.locales = locales;
        this.languages = languages;
    }

    record ProfileForm(
            @NotBlank(message = "{accounts.name.missing}")
            @Size(max = Account.NAME_LENGTH, message = "{accounts.name.long}")
            @Nullable
            String name,

            @Nullable String language) {}

    @GetMapping
    String show(Model model, HttpSession session) {
        var account = account();
        model.addAttribute("form", new ProfileForm(account.name(), account.language()));
        return page(model, session, account);
    }

    @PostMapping
    String save(
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            Model model,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes notices) {
        var account = account();
        if (errors.hasErrors() || form.name() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, session, account);
        }
        var language =
                form.language() != null && languages.ofPages().containsKey(form.language()) ? form.language() : null;
        accounts.describe(account.id(), form.name(), language);
        locales.setLocale(request, response, language == null ? null : Locale.forLanguageTag(language));
        notices.addFlashAttribute("notice", "accounts.saved");
        return "redirect:/account";
    }

    @PostMapping("/passkeys/remove")
    String removePasskey(@RequestParam String id, RedirectAttributes notices) {
        passkeys.remove(account().id(), id);
        notices.addFlashAttribute("notice", "accounts.passkey.removed");
        return "redirect:/account#passkeys";
    }

    @PostMapping("/passkeys/rename")
    String renamePasskey(@RequestParam String id, @RequestParam String label, RedirectAttributes notices) {
        if (!label.isBlank()) {
            passkeys.rename(account().id(), id, label.strip());
            notices.addFlashAttribute("notice", "accounts.saved");
        }
        return "redirect:/account#passkeys";
    }

    @PostMapping("/sessions/end")
    String endSession(@RequestParam String key, RedirectAttributes notices) {
        sessions.end(account().id(), key);
        notices.addFlashAttribute("notice", "accounts.session.ended");
        return "redirect:/account#sessions";
    }

    /** Everywhere is here too. */
    @PostMapping("/sessions/end-all")
    String endAllSessions() {
        sessions.endAll(account().id());
        return "redirect:/";
    }

    private String page(Model model, HttpSession session, Account account) {
        model.addAttribute("account", account);
        model.addAttribute("languages", languages.ofPages());
        model.addAttribute(
                "offices",
                OFFICES.entrySet().stream()
                        .filter(office -> rights.may(office.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
        model.addAttribute("roles", roles.of(account.id()));
        model.addAttribute("passkeys", passkeys.of(account.id()));
        model.addAttribute("sessions", sessions.of(account.id(), session.getId()));
        return "accounts/account";
    }

    private Account account() {
        AccountId id = rights.current().account();
        return Optional.ofNullable(id)
                .flatMap(accounts::account)
                .orElseThrow(() -> new NotFound("There is no such account."));
    }
}
