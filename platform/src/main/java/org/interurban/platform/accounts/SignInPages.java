package org.interurban.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by a link in a mail or by a passkey; nobody has a password. */
@Controller
@Open
@RequestMapping("/sign-in")
class SignInPages {

    private final AskForLink askForLink;
    private final SignInLinks links;
    private final Rights rights;
    private final ObjectProvider<Personas> personas;

    SignInPages(AskForLink askForLink, SignInLinks links, Rights rights, ObjectProvider<Personas> personas) {
        this.askForLink = askForLink;
        this.links = links;
        this.rights = rights;
        this.personas = personas;
    }

    record SignInForm(
            @NotBlank(message = "{accounts.email.missing}")
            @Size(max = MailAddress.MOST, message = "{components.words.too-long}")
            @Nullable
            String email,

            @Nullable String back) {}

    @GetMapping
    String form(@RequestParam(required = false) @Nullable String back, Model model, HttpServletResponse response) {
        if (rights.current().isSignedIn()) {
            return "redirect:" + Back.to(back);
        }
        model.addAttribute("form", new SignInForm(null, Back.to(back)));
        return page(model, back);
    }

    @PostMapping
    String ask(
            @Valid @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var address = MailAddress.of(form.email());
        if (address.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("email", "accounts.email.wrong");
        }
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, form.back());
        }
        return switch (askForLink.ask(address.get(), request.getRemoteAddr(), Back.to(form.back()), locale)) {
            case AskForLink.Outcome.LookInYourMail() -> "redirect:/sign-in/sent";
            case AskForLink.Outcome.TooOften() -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader("Retry-After", "600");
                model.addAttribute("often", true);
                yield page(model, form.back());
            }
        };
    }

    @GetMapping("/sent")
    String sent() {
        return "accounts/sent";
    }

    /** Opening the link uses nothing up, since scanners of mail open it too; its button does. */
    @GetMapping("/link")
    String link(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String back,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue()); // its address is a key
        if (!links.isGood(token)) {
            response.setStatus(HttpStatus.GONE.value());
            model.addAttribute("old", true);
            model.addAttribute("form", new SignInForm(null, Back.to(back)));
            return page(model, back);
        }
        model.addAttribute("token", token);
        model.addAttribute("back", Back.to(back));
        return "accounts/link";
    }

    private String page(Model model, @Nullable String back) {
        model.addAttribute("back", Back.to(back));
        model.addAttribute(
                "personas", personas.stream().findFirst().map(Personas::all).orElse(List.of()));
        return "accounts/sign-in";
    }
}
