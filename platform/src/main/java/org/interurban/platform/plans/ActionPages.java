package org.interurban.platform.plans;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Owners;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.plans.KeepPlan.Outcome;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.Labels;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Actions of a plan on the screen. */
@Controller
@Requires("PLANS_EDIT")
class ActionPages {

    private final Plans plans;
    private final PlanTemplates templates;
    private final KeepPlan keep;
    private final Partnerships partnerships;
    private final Notices notices;
    private final Sources sources;
    private final Rights rights;
    private final Labels labels;

    ActionPages(
            Plans plans,
            PlanTemplates templates,
            KeepPlan keep,
            Partnerships partnerships,
            Notices notices,
            Sources sources,
            Rights rights,
            Labels labels) {
        this.plans = plans;
        this.templates = templates;
        this.keep = keep;
        this.partnerships = partnerships;
        this.notices = notices;
        this.sources = sources;
        this.rights = rights;
        this.labels = labels;
    }

    @GetMapping("/actions/new")
    String add(@RequestParam(defaultValue = "") String partnership, Model model, Locale locale) {
        if (partnership.isBlank()) {
            model.addAttribute("next", "/actions/new");
            model.addAttribute("what", "plans.action.new");
            model.addAttribute(
                    "choices",
                    new Owners.Choices(partnerships.allWith(PlanPermission.PLANS_EDIT, locale), List.of(), false));
            return "plans/choose";
        }
        var chosen = partnerships.briefWith(PlanPermission.PLANS_EDIT, partnership, locale);
        model.addAttribute(
                "form", ActionForm.planned(templates.usual(chosen.programme()).orElse("")));
        return form(null, chosen, model, locale);
    }

    @Once
    @PostMapping("/actions/new")
    ModelAndView add(
            @RequestParam String partnership,
            @Valid @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean silent,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var chosen = partnerships.briefWith(PlanPermission.PLANS_EDIT, partnership, locale);
        var owners = plans.owners(chosen.id(), null, locale);
        form.check(errors, templates.choices(chosen.programme(), null, locale).keySet(), owners.keySet());
        if (errors.hasErrors()) {
            return Typed.again(form(null, chosen, model, locale), model);
        }
        keep.add(
                form.added(
                        plans.code("plan_item", chosen.code()), chosen.programme(), chosen.id(), owner(form, owners)),
                !silent);
        next.addFlashAttribute("notice", "plans.action.recorded");
        return new ModelAndView("redirect:/partnerships/" + partnership);
    }

    @GetMapping("/actions/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var item = editable(code);
        var owners = plans.owners(item.partnership(), item.owner(), locale);
        model.addAttribute("form", ActionForm.of(item, codeOf(item.owner(), owners)));
        return form(item, null, model, locale);
    }

    @Once
    @PostMapping("/actions/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean silent,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = editable(code);
        model.addAttribute("reason", reason);
        var owners = plans.owners(before.partnership(), before.owner(), locale);
        form.check(
                errors,
                templates.choices(before.programme(), before.plan(), locale).keySet(),
                owners.keySet());
        if (errors.hasErrors()) {
            return Typed.again(form(before, null, model, locale), model);
        }
        return switch (keep.change(form.changed(before, owner(form, owners)), AgreementPages.reason(reason), !silent)) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "plans.action.changed");
                yield new ModelAndView("redirect:" + pageOf(before.partnership()));
            }
            case Outcome.Overtaken(var now, var _) ->
                new Overtaken<>(form, ActionForm.of(now, codeOf(now.owner(), owners)))
                        .again(form(now, null, model, locale), model);
        };
    }

    /** One press, from the page of the partnership or from what waits. */
    @Once
    @PostMapping("/actions/{code}/done")
    String done(@PathVariable String code, RedirectAttributes next) {
        var item = editable(code);
        next.addFlashAttribute(
                "notice",
                keep.change(item.done(), "", true) instanceof Outcome.Kept
                        ? "plans.action.done"
                        : "plans.action.overtaken");
        return "redirect:" + pageOf(item.partnership());
    }

    @Once
    @PostMapping("/actions/{code}/remove")
    String remove(@PathVariable String code, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        var item = editable(code);
        keep.hide(item, AgreementPages.reason(reason));
        next.addFlashAttribute("notice", "plans.action.removed");
        next.addFlashAttribute("undoAt", "/actions/" + code + "/bring-back");
        return "redirect:" + pageOf(item.partnership());
    }

    @Once
    @PostMapping("/actions/{code}/bring-back")
    String bringBack(@PathVariable String code, RedirectAttributes next) {
        var item = keep.bringBackAction(code).orElseThrow(() -> new NotFound("There is no action " + code));
        next.addFlashAttribute("notice", "plans.action.back");
        return "redirect:" + pageOf(item.partnership());
    }

    private static @Nullable OrganisationId owner(ActionForm form, Map<String, Plans.Body> owners) {
        var chosen = owners.get(Typed.text(form.owner()));
        return chosen == null ? null : chosen.id();
    }

    private static @Nullable String codeOf(@Nullable OrganisationId owner, Map<String, Plans.Body> owners) {
        return owners.values().stream()
                .filter(body -> body.id().equals(owner))
                .map(Plans.Body::code)
                .findFirst()
                .orElse(null);
    }

    private String form(@Nullable PlanItem item, Partnerships.@Nullable Brief partnership, Model model, Locale locale) {
        model.addAttribute("item", item);
        model.addAttribute("questions", item == null ? List.of() : sources.questionsOn("plan-item", item.code(), true));
        model.addAttribute("partnership", partnership);
        var where = partnership != null ? partnership.id() : item == null ? null : item.partnership();
        var names = new LinkedHashMap<String, String>();
        plans.owners(where, item == null ? null : item.owner(), locale)
                .forEach((code, body) -> names.put(code, body.name()));
        model.addAttribute("owners", names);
        model.addAttribute("concerned", keep.whoIsConcerned(where, null));
        model.addAttribute("told", item == null ? List.of() : notices.of(KeepPlan.about(item)));
        model.addAttribute(
                "back",
                partnership != null
                        ? "/partnerships/" + partnership.code()
                        : pageOf(item == null ? null : item.partnership()));
        model.addAttribute(
                "plans",
                item == null
                        ? templates.choices(partnership == null ? null : partnership.programme(), null, locale)
                        : templates.choices(item.programme(), item.plan(), locale));
        model.addAttribute("kinds", labels.of("plans.kind", Coded.codes(ActionKind.class), locale));
        model.addAttribute("statuses", labels.of("plans.action-status", Coded.codes(ActionStatus.class), locale));
        return "plans/action";
    }

    private String pageOf(@Nullable PartnershipId partnership) {
        return partnership == null
                ? "/partnerships"
                : "/partnerships/" + partnerships.codeOf(partnership).orElseThrow();
    }

    private PlanItem editable(String code) {
        var item = plans.action(code).orElseThrow(() -> new NotFound("There is no action " + code));
        rights.require(PlanPermission.PLANS_EDIT, plans.scopes(item.programme(), item.partnership()));
        return item;
    }
}
