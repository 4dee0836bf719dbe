package org.interurban.platform.home;

import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Locale;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.files.Picture;
import org.interurban.platform.home.KeepSettings.Outcome;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Refusal;
import org.interurban.platform.web.ThisNetwork;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
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

    @InMenu(atWork = true, place = 230, words = "home.settings.title", section = "settings", holding = "ADMINISTRATION")
    @GetMapping("/settings")
    String form(Model model) {
        model.addAttribute("form", SettingsForm.of(network.settings(), network.languages()));
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("languages", languages.writtenPages());
        model.addAttribute("sends", mail.hasServer());
        model.addAttribute("logo", network.settings().logo());
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

    /** A new logo, or none where no file was chosen and the old one is to go. */
    @Once
    @PostMapping(path = "/settings/logo", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Object logo(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean remove,
            RedirectAttributes next)
            throws IOException {
        if (remove) {
            keep.keepLogo(null);
            next.addFlashAttribute("notice", "home.settings.kept");
            return "redirect:/settings";
        }
        return switch (Picture.given(file)) {
            case Picture.Outcome.Good(var picture) -> {
                keep.keepLogo(picture);
                next.addFlashAttribute("notice", "home.settings.kept");
                yield "redirect:/settings";
            }
            case Picture.Outcome.TooLarge() -> refused("home.settings.logo.large", next);
            case Picture.Outcome.NoPicture() -> refused("home.settings.logo.no-picture", next);
            case Picture.Outcome.NotOnlyDrawn() -> refused("home.settings.logo.not-only-drawn", next);
        };
    }

    private static Refusal refused(String why, RedirectAttributes next) {
        return Refusal.saying(why, "/settings", next);
    }

    /** Writes to an address, so that whoever reads it there knows that mail arrives, and from whom. */
    @Once
    @PostMapping("/settings/mail")
    Object tryMail(@RequestParam(defaultValue = "") String to, RedirectAttributes next, Locale locale) {
        if (!SettingsForm.isMail(to)) {
            return refused("home.settings.error.mail", next);
        }
        keep.tryMail(to.strip(), locale);
        next.addFlashAttribute("notice", mail.hasServer() ? "home.settings.mail.sent" : "home.settings.mail.kept");
        return "redirect:/settings";
    }
}
