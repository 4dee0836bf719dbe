package org.interurban.platform.participants;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.programmes.Groups;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All profiles of a programme on one page, and the letter that asks cities to complete theirs. */
@Controller
record ProfileGridPages(ProfileGrid grid, AskForProfiles asking, Programmes programmes, Rights rights) {

    /** What whoever asks writes in their own words. */
    record AskForm(
            @Size(max = AskForProfiles.WORDS_LENGTH, message = "{components.words.too-long}") @Nullable
            String words) {}

    @Requires("PROGRAMME_READ")
    @GetMapping("/programmes/{code}/profiles")
    ModelAndView profiles(@PathVariable String code, ListQuery query) {
        var programme = readable(code);
        var mayEdit =
                rights.may(ProgrammePermission.PARTICIPANTS_EDIT, programme.id().scope());
        return new ModelAndView(
                "participants/profiles",
                Map.of(
                        "programme",
                        programme,
                        "query",
                        query,
                        "slice",
                        grid.list(programme, query),
                        "mayEdit",
                        mayEdit));
    }

    @Bean
    Listing<ProfileGrid.Line> profileListing(Groups groups, Labels labels) {
        var form = ListForm.searching("participants.profiles.search")
                .choice("missing", "participants.missing")
                .choice("standing", "participants.field.standing")
                .choice("group", "programmes.group")
                .among((code, locale) -> choices(readable(code), groups, labels, locale));
        return Listing.below(
                        ProfileGrid.SHEET, ProfileGrid.LIST.terms(), (code, query) -> grid.list(readable(code), query))
                .at("/programmes/{code}/profiles")
                .forThose(ProgrammePermission.PROGRAMME_READ)
                .asking(form);
    }

    private static Map<String, Map<String, String>> choices(
            Programme programme, Groups groups, Labels labels, Locale locale) {
        return Map.of(
                "missing", missing(labels, locale),
                "standing", labels.of("participants.standing", Coded.codes(Standing.class), locale),
                "group", groups.names(programme.id(), locale));
    }

    private static Map<String, String> missing(Labels labels, Locale locale) {
        var choices = new LinkedHashMap<>(labels.of("participants.missing", List.of("anything"), locale));
        choices.putAll(labels.of("participants.missing", ProfileGrid.PARTS, locale));
        choices.putAll(labels.of("participants.missing", List.of("nothing"), locale));
        return choices;
    }

    /** The letters, before they go. */
    @Requires("PARTICIPANTS_EDIT")
    @GetMapping("/programmes/{code}/profiles/ask")
    String ask(
            @PathVariable String code,
            @RequestParam(name = "organisation", required = false) @Nullable List<String> organisations,
            Model model,
            Locale locale) {
        model.addAttribute("form", new AskForm(""));
        return preview(readable(code), organisations, "", model, locale);
    }

    @Once
    @Requires("PARTICIPANTS_EDIT")
    @PostMapping("/programmes/{code}/profiles/ask")
    ModelAndView ask(
            @PathVariable String code,
            @RequestParam(name = "organisation", required = false) @Nullable List<String> organisations,
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var programme = readable(code);
        if (errors.hasErrors()) {
            return Typed.again(preview(programme, organisations, Typed.text(form.words()), model, locale), model);
        }
        var many = asking.ask(programme, organisations == null ? List.of() : organisations, Typed.text(form.words()));
        next.addFlashAttribute("notice", many == 0 ? "participants.asked.nobody" : "participants.asked");
        if (many == 0) {
            next.addFlashAttribute("noticeKind", "warn");
        }
        return new ModelAndView("redirect:/programmes/" + programme.code() + "/profiles");
    }

    private String preview(
            Programme programme, @Nullable List<String> organisations, String words, Model model, Locale locale) {
        var all = asking.addressees(programme, organisations == null ? List.of() : organisations, locale);
        var reached = all.stream().filter(one -> one.account() != null).toList();
        model.addAttribute("programme", programme);
        model.addAttribute("reached", reached);
        model.addAttribute(
                "unreached", all.stream().filter(one -> one.account() == null).toList());
        reached.stream().findFirst().ifPresent(first -> {
            model.addAttribute("letter", asking.letter(programme, first, words));
            model.addAttribute("inLanguage", asking.language(first).toLanguageTag());
        });
        return "participants/ask";
    }

    private Programme readable(String code) {
        var programme = programmes.seen(code).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(ProgrammePermission.PROGRAMME_READ, programme.id().scope());
        return programme;
    }
}
