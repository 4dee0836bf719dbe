package org.interurban.platform.activities;

import jakarta.validation.Valid;
import java.util.Locale;
import org.interurban.platform.activities.KeepKind.Outcome;
import org.interurban.platform.activities.KindOfActivity.Nature;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.Words;
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

/** Kinds of activity: the list for everyone, the form for those who order them for the network. */
@Controller
class KindPages {

    private final KindsOfActivity kinds;
    private final KeepKind keep;
    private final Rights rights;
    private final Labels labels;

    KindPages(KindsOfActivity kinds, KeepKind keep, Rights rights, Labels labels) {
        this.kinds = kinds;
        this.keep = keep;
        this.rights = rights;
        this.labels = labels;
    }

    @Open
    @InMenu(
            atWork = true,
            place = 150,
            words = "activities.kinds.title",
            section = "activities",
            holding = "ACTIVITIES_EDIT")
    @GetMapping("/activities/kinds")
    String list(ListQuery query, Model model) {
        model.addAttribute("slice", kinds.list(query));
        model.addAttribute("mayEdit", rights.may(ActivityPermission.ACTIVITIES_EDIT));
        return "activities/kinds";
    }

    @Requires(value = "ACTIVITIES_EDIT", network = true)
    @GetMapping("/activities/kinds/new")
    String add(Model model, Locale locale) {
        var last = kinds.codes();
        model.addAttribute(
                "form",
                new KindForm(Words.NONE, null, null, null, null, null, last.isEmpty() ? "" : last.getLast(), null, 0));
        return form(null, model, locale);
    }

    @Requires(value = "ACTIVITIES_EDIT", network = true)
    @Once
    @PostMapping("/activities/kinds/new")
    ModelAndView add(
            @Valid @ModelAttribute("form") KindForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        form.check(errors);
        if (errors.hasErrors()) {
            return Typed.again(form(null, model, locale), model);
        }
        keep.add(form);
        next.addFlashAttribute("notice", "activities.kind.added");
        return new ModelAndView("redirect:/activities/kinds");
    }

    @Requires(value = "ACTIVITIES_EDIT", network = true)
    @GetMapping("/activities/kinds/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var kind = kind(code);
        model.addAttribute("form", KindForm.of(kind, kinds.before(code)));
        return form(kind, model, locale);
    }

    @Requires(value = "ACTIVITIES_EDIT", network = true)
    @Once
    @PostMapping("/activities/kinds/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") KindForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = kind(code);
        form.check(errors);
        if (errors.hasErrors()) {
            return Typed.again(form(before, model, locale), model);
        }
        return switch (keep.change(before, form)) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "activities.kind.changed");
                yield new ModelAndView("redirect:/activities/kinds");
            }
            case Outcome.Overtaken(var now) ->
                new Overtaken<>(form, KindForm.of(now, kinds.before(code))).again(form(now, model, locale), model);
        };
    }

    private KindOfActivity kind(String code) {
        return kinds.find(code).orElseThrow(() -> new NotFound("There is no kind of activity " + code));
    }

    private String form(@Nullable KindOfActivity kind, Model model, Locale locale) {
        model.addAttribute("kind", kind);
        model.addAttribute("natures", labels.of("activities.nature", Coded.codes(Nature.class), locale));
        model.addAttribute("others", kinds.besides(kind, locale));
        return "activities/kind";
    }
}
