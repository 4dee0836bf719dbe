package org.interurban.platform.home;

import jakarta.validation.Valid;
import java.util.Locale;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.home.KeepSettings.Outcome;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Refusal;
import org.interurban.platform.web.ThisNetwork;
import org.interurban.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of the network, for its administrators. */
@Controller
@Requires(value = "ADMINISTRATION", network = true)
class SettingsPages {

    private static final String TEMPLATE = "home/settings";

    private final ThisNetwork network;
    private final KeepSettings keep;
    private final Languages languages;
    private final Mail mail;

    SettingsPages(ThisNetwork network, KeepSettings keep, Languages languages, Mail mail) {
        this.network = network;
        this.keep = keep;
        this.languages = languages;
        this.mail = mail;
    }

    @GetMapping("/settings")
    String form(Model model) {
        model.addAttribute("form", SettingsForm.of(network.settings(), network.languages()));
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("languages", languages.writtenPages());
        model.addAttribute("sends", mail.hasServer());
        return TEMPLATE;
    }

    @Once
    @PostMapping("/settings")
    ModelAndView keep(
            @Valid @ModelAttribute("form") SettingsForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.check(errors);
        if (errors.hasErrors()) {
            return Typed.again(page(model), model);
        }
        return switch (keep.keep(form)) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "home.settings.kept");
                yield new ModelAndView("redirect:/settings");
            }
            case Outcome.Overtaken(var now) ->
                new Overtaken<>(form, SettingsForm.of(now, network.languages())).again(page(model), model);
        };
    }

    /** Writes to an address, so that whoever reads it there knows that mail arrives, and from whom. */
    @Once
    @PostMapping("/settings/mail")
    Object tryMail(@RequestParam(defaultValue = "") String to, RedirectAttributes next, Locale locale) {
        if (!SettingsForm.isMail(to)) {
            next.addFlashAttribute("notice", "home.settings.error.mail");
            next.addFlashAttribute("noticeKind", "warn");
            return new Refusal("/settings");
        }
        keep.tryMail(to.strip(), locale);
        next.addFlashAttribute("notice", mail.hasServer() ? "home.settings.mail.sent" : "home.settings.mail.kept");
        return "redirect:/settings";
    }
}
