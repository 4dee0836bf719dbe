package org.interurban.platform.plans;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Subject;
import org.interurban.platform.web.Act;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.PageOf;
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

/** Templates of plans: for everyone to read, for those who order plans for the network to change. */
@Controller
class TemplatePages {

    private static final String LIST = "redirect:/plan-templates";

    private final PlanTemplates templates;
    private final KeepTemplate keep;
    private final Programmes programmes;
    private final Sources sources;
    private final Rights rights;

    TemplatePages(PlanTemplates templates, KeepTemplate keep, Programmes programmes, Sources sources, Rights rights) {
        this.templates = templates;
        this.keep = keep;
        this.programmes = programmes;
        this.sources = sources;
        this.rights = rights;
    }

    @Open
    @PageOf("plan-template")
    @GetMapping("/plan-templates/{code}")
    String show(@PathVariable String code, Model model) {
        model.addAttribute("template", template(code));
        var steps = templates.steps(code);
        model.addAttribute("steps", steps);
        model.addAttribute(
                "cited",
                sources.citedOf(Stream.concat(
                                Stream.of(new Subject("plan-template", code)),
                                steps.stream().map(step -> new Subject("plan-step", step.subject())))
                        .toList()));
        var works = rights.may(PlanPermission.PLANS_EDIT);
        model.addAttribute("mayEdit", works);
        model.addAttribute("questions", sources.questionsOn("plan-template", code, works));
        return "plans/template";
    }

    @Open
    @InMenu(atWork = true, place = 140, words = "plans.templates", section = "partnerships", holding = "PLANS_EDIT")
    @GetMapping("/plan-templates")
    String list(ListQuery query, Model model) {
        model.addAttribute("slice", templates.list(query));
        model.addAttribute("mayEdit", rights.may(PlanPermission.PLANS_EDIT));
        return "plans/templates";
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @Act("plans.template.add")
    @GetMapping("/plan-templates/new")
    String add(Model model, Locale locale) {
        model.addAttribute("form", TemplateForm.empty());
        return form(null, model, locale);
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @Once
    @PostMapping("/plan-templates/new")
    ModelAndView add(
            @Valid @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        form.check(errors, choices(locale).keySet());
        if (errors.hasErrors()) {
            return Typed.again(form(null, model, locale), model);
        }
        var code = keep.add(form);
        next.addFlashAttribute("notice", "plans.template.added");
        return new ModelAndView(LIST + "/" + code);
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @GetMapping("/plan-templates/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var template = template(code);
        model.addAttribute("form", TemplateForm.of(template));
        return form(template, model, locale);
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @Once
    @PostMapping("/plan-templates/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = template(code);
        form.check(errors, choices(locale).keySet());
        if (errors.hasErrors()) {
            return Typed.again(form(before, model, locale), model);
        }
        return switch (keep.change(before, form)) {
            case KeepTemplate.Outcome.Kept() -> {
                next.addFlashAttribute("notice", "plans.template.changed");
                yield new ModelAndView(LIST + "/" + code);
            }
            case KeepTemplate.Outcome.Overtaken(var now) ->
                new Overtaken<>(form, TemplateForm.of(now)).again(form(now, model, locale), model);
        };
    }

    /** What stands in such plans, before the template goes. */
    @Requires(value = "PLANS_EDIT", network = true)
    @GetMapping("/plan-templates/{code}/remove")
    String remove(@PathVariable String code, Model model, Locale locale) {
        model.addAttribute("template", template(code));
        model.addAttribute("actions", templates.actions(code, locale));
        return "plans/template-remove";
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @Once
    @PostMapping("/plan-templates/{code}/remove")
    String remove(@PathVariable String code, RedirectAttributes next) {
        keep.remove(template(code));
        next.addFlashAttribute("notice", "plans.template.removed");
        return LIST;
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @GetMapping("/plan-templates/{code}/steps/new")
    String addStep(@PathVariable String code, Model model, Locale locale) {
        var steps = templates.steps(code);
        model.addAttribute(
                "form",
                StepForm.empty(steps.isEmpty() ? "" : steps.getLast().id().toString()));
        return form(template(code), null, model, locale);
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @Once
    @PostMapping("/plan-templates/{code}/steps/new")
    ModelAndView addStep(
            @PathVariable String code,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var template = template(code);
        if (errors.hasErrors()) {
            return Typed.again(form(template, null, model, locale), model);
        }
        keep.add(template, form);
        next.addFlashAttribute("notice", "plans.template.step-added");
        return new ModelAndView(LIST + "/" + code);
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @GetMapping("/plan-templates/{code}/steps/{id}/edit")
    String editStep(@PathVariable String code, @PathVariable PlanStepId id, Model model, Locale locale) {
        var kept = step(code, id);
        model.addAttribute("form", StepForm.of(kept, before(code, kept)));
        return form(template(code), kept, model, locale);
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @Once
    @PostMapping("/plan-templates/{code}/steps/{id}/edit")
    ModelAndView editStep(
            @PathVariable String code,
            @PathVariable PlanStepId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var template = template(code);
        var before = step(code, id);
        if (errors.hasErrors()) {
            return Typed.again(form(template, before, model, locale), model);
        }
        return switch (keep.change(template, before, form)) {
            case KeepTemplate.Outcome.Kept() -> {
                next.addFlashAttribute("notice", "plans.template.step-changed");
                yield new ModelAndView(LIST + "/" + code);
            }
            case KeepTemplate.Outcome.Overtaken(var now) ->
                new Overtaken<>(form, StepForm.of(now, before(code, now)))
                        .again(form(template, now, model, locale), model);
        };
    }

    @Requires(value = "PLANS_EDIT", network = true)
    @Once
    @PostMapping("/plan-templates/{code}/steps/{id}/remove")
    String removeStep(@PathVariable String code, @PathVariable PlanStepId id, RedirectAttributes next) {
        keep.remove(template(code), step(code, id));
        next.addFlashAttribute("notice", "plans.template.step-removed");
        return LIST + "/" + code;
    }

    private String form(@Nullable PlanTemplate template, Model model, Locale locale) {
        model.addAttribute("template", template);
        model.addAttribute("programmes", choices(locale));
        return "plans/template-form";
    }

    private String form(PlanTemplate template, @Nullable PlanStep step, Model model, Locale locale) {
        model.addAttribute("template", template);
        model.addAttribute("step", step);
        model.addAttribute(
                "others",
                templates.steps(template.code()).stream()
                        .filter(other -> step == null || !other.id().equals(step.id()))
                        .collect(Collectors.toMap(
                                other -> other.id().toString(),
                                other -> other.step().in(locale),
                                (one, other) -> one,
                                LinkedHashMap::new)));
        return "plans/template-step";
    }

    private Map<String, String> choices(Locale locale) {
        return programmes.all(locale).stream()
                .collect(Collectors.toMap(
                        Programmes.Brief::code, Programmes.Brief::name, (one, other) -> one, LinkedHashMap::new));
    }

    /** The id of the one that stands before it; empty where it is the first. */
    private String before(String code, PlanStep step) {
        var ids = templates.steps(code).stream().map(PlanStep::id).toList();
        var place = ids.indexOf(step.id());
        return place < 1 ? "" : ids.get(place - 1).toString();
    }

    private PlanTemplate template(String code) {
        return templates.find(code).orElseThrow(() -> new NotFound("There is no template " + code));
    }

    private PlanStep step(String code, PlanStepId id) {
        List<PlanStep> steps = templates.steps(code);
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("%s has no step %s".formatted(code, id)));
    }
}
