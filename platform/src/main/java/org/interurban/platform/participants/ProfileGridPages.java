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
class ProfileGridPages {

    /** What whoever asks writes in their own words. */
    record AskForm(
            @Size(max = AskForProfiles.WORDS_LENGTH, message = "{components.words.too-long}") @Nullable
            String words) {}

    private final Programmes programmes;
    private final Groups groups;
    private final ProfileGrid grid;
    private final AskForProfiles asking;
    private final Rights rights;
    private final Labels labels;

    ProfileGridPages(
            Programmes programmes, Groups groups, ProfileGrid grid, AskForProfiles asking, Rights rights, Labels labels) {
        this.programmes = programmes;
        this.groups = groups;
        this.grid = grid;
        this.asking = asking;
        this.rights = rights;
        this.labels = labels;
    }

    @Requires("PROGRAMME_READ")
    @GetMapping("/programmes/{code}/profiles")
    String profiles(@PathVariable String code, ListQuery query, Model model) {
        var programme = readable(code);
        model.addAttribute("programme", programme);
        model.addAttribute("query", query);
        model.addAttribute("slice", grid.list(programme, query));
        model.addAttribute(
                "mayEdit",
                rights.may(ProgrammePermission.PARTICIPANTS_EDIT, programme.id().scope()));
        return "participants/profiles";
    }

    @Bean
    Listing<ProfileGrid.Line> profileListing() {
        return Listing.below(
                        ProfileGrid.SHEET, ProfileGrid.LIST.terms(), (code, query) -> grid.list(readable(code), query))
                .at("/programmes/{code}/profiles")
                .forThose(ProgrammePermission.PROGRAMME_READ)
                .asking(ListForm.searching("participants.profiles.search")
                        .choice("missing", "participants.missing")
                        .choice("group", "programmes.group")
                        .choice("standing", "participants.field.standing")
                        .among((code, locale) -> Map.of(
                                "missing", missing(locale),
                                "group", groups.names(readable(code).id(), locale),
                                "standing", labels.of("participants.standing", Coded.codes(Standing.class), locale))));
    }

    private Map<String, String> missing(Locale locale) {
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
        var many = asking.ask(
                programme, organisations == null ? List.of() : organisations, Typed.text(form.words()));
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
        model.addAttribute("unreached", all.stream().filter(one -> one.account() == null).toList());
        model.addAttribute(
                "letters",
                reached.stream()
                        .limit(1)
                        .map(one -> asking.letter(programme, one, words))
                        .toList());
        return "participants/ask";
    }

    private Programme readable(String code) {
        var programme = programmes.seen(code).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(ProgrammePermission.PROGRAMME_READ, programme.id().scope());
        return programme;
    }
}
