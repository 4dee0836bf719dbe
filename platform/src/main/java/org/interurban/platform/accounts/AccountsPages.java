package org.interurban.platform.accounts;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.web.Act;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's accounts, for those who invite people and give rights. */
@Controller
@Requires(value = "ACCOUNTS", network = true)
class AccountsPages {

    private static final ListSql<Line> LIST = ListSql.of("""
        select a.id, a.name, a.email, a.seen_at, a.state, null as roles
          from (select account.*,
                       case when erased_at is not null then 'erased' when disabled_at is not null then 'disabled'
                            when seen_at is null then 'invited' else 'active' end as state,
                       array(select distinct role from role_assignment r where r.account = account.id order by role)
                         as roles
                  from account) a
        """, Line.class)
            .search("coalesce(a.name, '') || ' ' || coalesce(a.email, '')")
            .filter("role", ":role = any(a.roles)")
            .filter("state", "a.state = :state")
            .sort("name", "lower(name)")
            .sort("email", "lower(email)")
            .sort("seen", "seen_at")
            .usually("lower(name) nulls last, id");

    private final JdbcClient sql;
    private final Accounts accounts;
    private final KeepAccounts keepAccounts;
    private final Roles roles;
    private final TellOfRole tell;
    private final MessageSource messages;
    private final Languages languages;

    AccountsPages(
            JdbcClient sql,
            Accounts accounts,
            KeepAccounts keepAccounts,
            Roles roles,
            TellOfRole tell,
            MessageSource messages,
            Languages languages) {
        this.sql = sql;
        this.accounts = accounts;
        this.keepAccounts = keepAccounts;
        this.roles = roles;
        this.tell = tell;
        this.messages = messages;
        this.languages = languages;
    }

    record Line(
            AccountId id,
            @Nullable String name,

            @Size(max = MailAddress.MOST, message = "{components.words.too-long}") @Nullable
            String email,

            @Nullable OffsetDateTime seenAt,
            String state,
            List<Roles.Line> roles) {

        Line with(List<Roles.Line> held) {
            return new Line(id, name, email, seenAt, state, held);
        }

        /** As in {@code FOCAL_POINT busan}; the whole network is not named. */
        String heldIn() {
            return roles.stream()
                    .map(held -> (held.role() + " " + held.place()).strip())
                    .collect(Collectors.joining("; "));
        }
    }

    record InvitationForm(
            @NotBlank(message = "{accounts.name.missing}")
            @Size(max = Account.NAME_LENGTH, message = "{accounts.name.long}")
            @Nullable
            String name,

            @NotBlank(message = "{accounts.email.missing}") @Nullable
            String email,

            @Nullable String language,
            @Nullable Role role,
            @Nullable String kind,

            @Size(max = 200, message = "{components.words.too-long}") @Nullable
            String place) {

        boolean isWithoutRole() {
            return role == null && (kind == null || kind.isEmpty());
        }

        /** The role to begin with, if any. */
        RoleForm first() {
            return new RoleForm(role, kind, place);
        }
    }

    record RoleForm(
            @Nullable Role role,
            @Nullable String kind,

            @Size(max = 200, message = "{components.words.too-long}") @Nullable
            String place) {}

    private static final List<String> STATES = List.of("active", "invited", "disabled", "erased");

    @Bean
    Listing<Line> accountListing() {
        var sheet =
                Sheet.of("accounts", Line.class).with("roles", Line::heldIn).only("id name email roles state seen_at");
        return Listing.of(sheet, LIST.terms(), this::lines)
                .at("/accounts")
                .forNetwork(AccountPermission.ACCOUNTS)
                .asking(ListForm.searching("layout.search")
                        .choice("role", "accounts.role")
                        .choice("state", "accounts.state")
                        .among((nothing, locale) -> Map.of(
                                "role",
                                        words(
                                                List.of(Role.values()),
                                                Role::name,
                                                role -> "accounts.role." + role,
                                                locale),
                                "state", words(STATES, state -> state, state -> "accounts.state." + state, locale))));
    }

    @InMenu(atWork = true, place = 210, words = "accounts.title", section = "accounts", holding = "ACCOUNTS")
    @GetMapping("/accounts")
    String list(ListQuery query, Model model) {
        model.addAttribute("slice", lines(query));
        model.addAttribute("roles", Role.values());
        model.addAttribute("withoutEffect", roles.withoutEffect());
        return "accounts/list";
    }

    @Act("accounts.invite")
    @GetMapping("/accounts/new")
    String invitation(Model model, Locale locale) {
        model.addAttribute("form", new InvitationForm(null, null, null, null, null, null));
        return newPage(model, locale);
    }

    private String newPage(Model model, Locale locale) {
        addChoices(model, locale);
        model.addAttribute("languages", languages.ofPages());
        return "accounts/new";
    }

    @Once
    @PostMapping("/accounts")
    String invite(
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes notices,
            Locale locale) {
        var address = MailAddress.of(form.email());
        if (address.isEmpty() && !errors.hasFieldErrors("email")) {
            errors.rejectValue("email", "accounts.email.wrong");
        }
        if (!errors.hasErrors() && address.isPresent() && form.name() != null) {
            var language = form.language() == null || form.language().isBlank() ? null : form.language();
            switch (keepAccounts.invite(address.get(), form.name(), language)) {
                case KeepAccounts.Outcome.Done(var account) -> {
                    if (form.isWithoutRole() || give(account, form.first(), errors, locale)) {
                        tell.tell(account(account), locale);
                        return to(account, "accounts.invited", notices);
                    }
                }
                case KeepAccounts.Outcome.HasAccount(var account) -> {
                    if (form.isWithoutRole()) {
                        return to(account, "accounts.known", notices);
                    }
                    if (give(account, form.first(), errors, locale)) {
                        return tell.tell(account(account), locale)
                                ? to(account, "accounts.known.role", notices)
                                : not(account, "accounts.known.closed", notices);
                    }
                }
                case KeepAccounts.Outcome.LastAdministrator _, KeepAccounts.Outcome.Closed _ ->
                    throw new IllegalStateException();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return newPage(model, locale);
    }

    /** Whether the role was given; if not, the errors say why. */
    private boolean give(AccountId account, RoleForm form, BindingResult errors, Locale locale) {
        if (form.role() == null) {
            errors.rejectValue("role", "accounts.role.which");
            return false;
        }
        if (form.kind() == null || form.kind().isEmpty()) {
            errors.rejectValue("kind", "accounts.kind.missing");
            return false;
        }
        return switch (roles.assign(account, form.role(), form.kind(), form.place())) {
            case Roles.Outcome.Done() -> true;
            case Roles.Outcome.NotThere() -> {
                var there = new Object[] {
                    messages.getMessage("accounts.role." + form.role(), null, locale),
                    roles.kinds().stream()
                            .filter(form.role()::isHeldIn)
                            .map(kind -> messages.getMessage(kind.words(), null, locale))
                            .collect(Collectors.joining(", "))
                };
                errors.rejectValue("kind", "accounts.kind.not", there, null);
                yield false;
            }
            case Roles.Outcome.NoSuchPlace() -> {
                errors.rejectValue("place", "accounts.place.unknown");
                yield false;
            }
            case Roles.Outcome.WhichPlace(var codes) -> {
                errors.rejectValue("place", "accounts.place.which", new Object[] {String.join(", ", codes)}, null);
                yield false;
            }
            case Roles.Outcome.LastAdministrator() -> throw new IllegalStateException();
        };
    }

    @GetMapping("/accounts/{id}")
    String show(@PathVariable AccountId id, Model model, Locale locale) {
        model.addAttribute("form", new RoleForm(null, null, null));
        return page(account(id), model, locale);
    }

    @Once
    @PostMapping("/accounts/{id}/roles")
    String assign(
            @PathVariable AccountId id,
            @Valid @ModelAttribute("form") RoleForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes notices,
            Locale locale) {
        var account = account(id);
        if (!errors.hasErrors() && give(id, form, errors, locale)) {
            return to(id, "accounts.role.assigned", notices);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(account, model, locale);
    }

    @PostMapping("/accounts/{id}/roles/{assignment}/withdraw")
    String withdraw(@PathVariable AccountId id, @PathVariable AssignmentId assignment, RedirectAttributes notices) {
        return switch (roles.withdraw(account(id).id(), assignment)) {
            case Roles.Outcome.Done() -> to(id, "accounts.role.withdrawn", notices);
            case Roles.Outcome.LastAdministrator() -> not(id, "accounts.last-administrator", notices);
            case Roles.Outcome.NotThere(), Roles.Outcome.NoSuchPlace(), Roles.Outcome.WhichPlace _ ->
                throw new IllegalStateException();
        };
    }

    @Once
    @PostMapping("/accounts/{id}/invite")
    ModelAndView inviteAgain(@PathVariable AccountId id, RedirectAttributes notices, Locale locale) {
        return switch (keepAccounts.inviteAgain(account(id), locale)) {
            case KeepAccounts.Outcome.Done _ -> new ModelAndView(to(id, "accounts.invited", notices));
            case KeepAccounts.Outcome.Closed _ -> {
                not(id, "accounts.not-invited", notices);
                yield new Refusal("/accounts/" + id);
            }
            case KeepAccounts.Outcome.HasAccount _, KeepAccounts.Outcome.LastAdministrator _ ->
                throw new IllegalStateException();
        };
    }

    @PostMapping("/accounts/{id}/disable")
    String disable(@PathVariable AccountId id, RedirectAttributes notices) {
        return closed(id, keepAccounts.disable(account(id).id()), "accounts.disabled", notices);
    }

    @PostMapping("/accounts/{id}/enable")
    String enable(@PathVariable AccountId id, RedirectAttributes notices) {
        return closed(id, keepAccounts.enable(account(id).id()), "accounts.enabled", notices);
    }

    /** Asks first: erasing cannot be undone. */
    @GetMapping("/accounts/{id}/erase")
    String askBeforeErasing(@PathVariable AccountId id, Model model) {
        model.addAttribute("account", account(id));
        return "accounts/erase";
    }

    @PostMapping("/accounts/{id}/erase")
    String erase(@PathVariable AccountId id, RedirectAttributes notices) {
        return closed(id, keepAccounts.erase(account(id).id()), "accounts.erased", notices);
    }

    private String closed(AccountId id, KeepAccounts.Outcome outcome, String done, RedirectAttributes notices) {
        return switch (outcome) {
            case KeepAccounts.Outcome.Done _ -> to(id, done, notices);
            case KeepAccounts.Outcome.LastAdministrator _ -> not(id, "accounts.last-administrator", notices);
            case KeepAccounts.Outcome.Closed _ -> not(id, "accounts.not-enabled", notices);
            case KeepAccounts.Outcome.HasAccount _ -> throw new IllegalStateException();
        };
    }

    private static String not(AccountId account, String notice, RedirectAttributes notices) {
        notices.addFlashAttribute("noticeKind", "warn");
        return to(account, notice, notices);
    }

    private static String to(AccountId account, String notice, RedirectAttributes notices) {
        notices.addFlashAttribute("notice", notice);
        return "redirect:/accounts/" + account;
    }

    private String page(Account account, Model model, Locale locale) {
        model.addAttribute("account", account);
        model.addAttribute("held", roles.of(account.id()));
        addChoices(model, locale);
        return "accounts/show";
    }

    private void addChoices(Model model, Locale locale) {
        model.addAttribute("roles", words(List.of(Role.values()), Role::name, role -> "accounts.role." + role, locale));
        model.addAttribute("kinds", words(roles.kinds(), Scope.Kind::name, Scope.Kind::words, locale));
        model.addAttribute("places", roles.places());
    }

    private <T> Map<String, String> words(
            List<T> values, Function<T, String> name, Function<T, String> key, Locale locale) {
        var words = new LinkedHashMap<String, String>();
        values.forEach(value -> words.put(name.apply(value), messages.getMessage(key.apply(value), null, locale)));
        return words;
    }

    private Account account(AccountId id) {
        return accounts.account(id).orElseThrow(() -> new NotFound("There is no such account."));
    }

    private Slice<Line> lines(ListQuery query) {
        var slice = LIST.run(sql, query);
        var held = roles.of(slice.items().stream().map(Line::id).toList()).stream()
                .collect(Collectors.groupingBy(Roles.Line::account));
        return new Slice<>(
                slice.items().stream()
                        .map(line -> line.with(held.getOrDefault(line.id(), List.of())))
                        .toList(),
                slice.total(),
                query);
    }
}
