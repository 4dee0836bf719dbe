package org.interurban.platform.programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.taxonomy.Topics;
import org.interurban.platform.web.Act;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Programmes on the screen: the list for everyone, the forms for the secretariat. */
@Controller
class ProgrammePages {

    /** What a copy is to be called, and who comes along. */
    record CopyForm(
            @Pattern(regexp = Programme.CODE + "|\\s*", message = "{programmes.error.code}")
            @Size(max = 80, message = "{programmes.error.too-long}")
            @Nullable
            String code,

            @NotBlank(message = "{programmes.error.name-needed}")
            @Size(max = Programme.NAME_LENGTH, message = "{programmes.error.too-long}")
            @Nullable
            String name,

            @Nullable List<String> organisations) {}

    private final Programmes programmes;
    private final ProgrammeLists lists;
    private final ProgrammeParts parts;
    private final WhoTakesPart who;
    private final Topics topics;
    private final KeepProgramme keep;
    private final Rights rights;
    private final Labels labels;

    ProgrammePages(
            Programmes programmes,
            ProgrammeLists lists,
            ProgrammeParts parts,
            WhoTakesPart who,
            Topics topics,
            KeepProgramme keep,
            Rights rights,
            Labels labels) {
        this.programmes = programmes;
        this.lists = lists;
        this.parts = parts;
        this.who = who;
        this.topics = topics;
        this.keep = keep;
        this.rights = rights;
        this.labels = labels;
    }

    @Open
    @InMenu(atWork = true, place = 20, words = "programmes.menu", section = "programmes")
    @InMenu(atWork = false, place = 20, words = "programmes.menu", section = "programmes")
    @GetMapping("/programmes")
    String list(ListQuery query, Model model) {
        var slice = lists.list(query);
        model.addAttribute("query", query);
        model.addAttribute("slice", slice);
        model.addAttribute("mayCreate", rights.may(ProgrammePermission.PROGRAMMES_CREATE));
        model.addAttribute("seesAll", rights.current().mayAnywhere(ProgrammePermission.PROGRAMME_READ));
        return "programmes/list";
    }

    @Requires(value = "PROGRAMMES_CREATE", network = true)
    @Act("programmes.new")
    @GetMapping("/programmes/new")
    String create(Model model, Locale locale) {
        model.addAttribute("form", ProgrammeForm.empty(programmes.opensNew()));
        return form(null, model, locale);
    }

    @Requires(value = "PROGRAMMES_CREATE", network = true)
    @Once
    @PostMapping("/programmes/new")
    ModelAndView create(
            @Valid @ModelAttribute("form") ProgrammeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        form.check(errors, topics.lists(null, locale).keySet());
        model.addAttribute("doubts", parts.check(form, null, errors, locale));
        if (!errors.hasErrors()) {
            switch (keep.create(form)) {
                case KeepProgramme.Outcome.Kept(var code) -> {
                    next.addFlashAttribute("notice", "programmes.created");
                    return new ModelAndView("redirect:/programmes/" + code + "/participants");
                }
                case KeepProgramme.Outcome.CodeTaken() -> errors.rejectValue("code", "programmes.error.code-taken");
                case KeepProgramme.Outcome.Overtaken _ -> throw new IllegalStateException("A new programme");
            }
        }
        return Typed.again(form(null, model, locale), model);
    }

    @Requires("PROGRAMME_EDIT")
    @GetMapping("/programmes/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var programme = editable(code);
        model.addAttribute("form", ProgrammeForm.of(programme, parts));
        return form(programme, model, locale);
    }

    @Requires("PROGRAMME_EDIT")
    @Once
    @PostMapping("/programmes/{code}/edit")
    ModelAndView edit(
            @PathVariable("code") String address,
            @Valid @ModelAttribute("form") ProgrammeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var programme = editable(address);
        form.check(errors, topics.lists(programme.taxonomy(), locale).keySet());
        model.addAttribute("doubts", parts.check(form, programme, errors, locale));
        if (!address.equals(form.code())) {
            errors.rejectValue("code", "programmes.error.code-stays");
        }
        if (!errors.hasErrors()) {
            switch (keep.change(programme, form)) {
                case KeepProgramme.Outcome.Kept(var code) -> {
                    next.addFlashAttribute("notice", "programmes.changed");
                    return new ModelAndView("redirect:/programmes/" + code);
                }
                case KeepProgramme.Outcome.CodeTaken() -> errors.rejectValue("code", "programmes.error.code-taken");
                case KeepProgramme.Outcome.Overtaken(var now, var both) -> {
                    return new Overtaken<>(form.with(both), ProgrammeForm.of(now, parts))
                            .again(form(now, model, locale), model);
                }
            }
        }
        return Typed.again(form(programme, model, locale), model);
    }

    @Requires(value = "PROGRAMMES_CREATE", network = true)
    @GetMapping("/programmes/{code}/copy")
    String copy(@PathVariable String code, Model model, Locale locale) {
        var programme = readable(code);
        var everyone = List.copyOf(who.names(programme.id(), locale).keySet());
        model.addAttribute("form", new CopyForm(null, programme.name().original(), everyone));
        return copyForm(programme, model, locale);
    }

    @Requires(value = "PROGRAMMES_CREATE", network = true)
    @Once
    @PostMapping("/programmes/{code}/copy")
    ModelAndView copy(
            @PathVariable("code") String address,
            @Valid @ModelAttribute("form") CopyForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var programme = readable(address);
        if (!errors.hasErrors() && form.name() != null) {
            var organisations = form.organisations() == null ? List.<String>of() : form.organisations();
            switch (keep.copy(programme, Typed.text(form.code()), form.name().strip(), organisations)) {
                case KeepProgramme.Outcome.Kept(var code) -> {
                    next.addFlashAttribute("notice", "programmes.copied");
                    return new ModelAndView("redirect:/programmes/" + code + "/participants");
                }
                case KeepProgramme.Outcome.CodeTaken() -> errors.rejectValue("code", "programmes.error.code-taken");
                case KeepProgramme.Outcome.Overtaken _ -> throw new IllegalStateException("A new programme");
            }
        }
        return Typed.again(copyForm(programme, model, locale), model);
    }

    private String form(@Nullable Programme programme, Model model, Locale locale) {
        model.addAttribute("programme", programme);
        var choice = new LinkedHashMap<>(topics.lists(programme == null ? null : programme.taxonomy(), locale));
        choice.put(ProgrammeForm.OWN, labels.of("programmes.field.taxonomy", "own", locale));
        model.addAttribute("taxonomies", choice);
        model.addAttribute("speaksIn", programme == null ? null : programme.taxonomy());
        model.addAttribute("kinds", labels.of("programmes.kind", Coded.codes(ProgrammeKind.class), locale));
        model.addAttribute(
                "cooperationForms", labels.of("programmes.form", Coded.codes(CooperationForm.class), locale));
        model.addAttribute("emblem", programme == null ? null : programmes.emblem(programme.id()));
        model.addAttribute("currencies", Currencies.names(locale));
        model.addAttribute(
                "others",
                programmes.all(locale).stream()
                        .filter(other -> programme == null || !other.id().equals(programme.id()))
                        .collect(Collectors.toMap(
                                Programmes.Brief::code, Programmes.Brief::name, (a, b) -> a, LinkedHashMap::new)));
        return "programmes/form";
    }

    private String copyForm(Programme programme, Model model, Locale locale) {
        model.addAttribute("programme", programme);
        model.addAttribute("participants", who.names(programme.id(), locale));
        return "programmes/copy";
    }

    private Programme readable(String code) {
        return programmes.seen(code).orElseThrow(() -> new NotFound("There is no programme " + code));
    }

    private Programme editable(String code) {
        var programme = readable(code);
        rights.require(ProgrammePermission.PROGRAMME_EDIT, programme.id().scope());
        return programme;
    }
}
