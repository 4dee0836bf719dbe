package org.interurban.platform.plans;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.Owners;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.plans.KeepPlan.Outcome;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Refusal;
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
record ActionPages(
        Plans plans,
        PlanTemplates templates,
        KeepPlan keep,
        Partnerships partnerships,
        Owners owners,
        Directory directory,
        ActionLists lists,
        Sources sources,
        Rights rights,
        Labels labels) {

    @Open
    @GetMapping("/actions")
    String list(ListQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("slice", lists.list(query));
        model.addAttribute("mayAdd", rights.current().mayAnywhere(PlanPermission.PLANS_EDIT));
        return "plans/actions";
    }

    @Requires("PLANS_EDIT")
    @GetMapping("/actions/new")
    String add(
            @RequestParam(defaultValue = "") String partnership,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "false") boolean network,
            Model model,
            Locale locale) {
        var owner = owners.named(PlanPermission.PLANS_EDIT, partnership, programme, network, locale)
                .orElse(null);
        if (owner == null) {
            model.addAttribute("next", "/actions/new");
            model.addAttribute("what", "plans.action.new");
            model.addAttribute("choices", owners.choices(PlanPermission.PLANS_EDIT, locale));
            return "plans/choose";
        }
        var programmeOf = owner.programmeId();
        model.addAttribute(
                "form",
                ActionForm.planned(
                        programmeOf == null ? "" : templates.usual(programmeOf).orElse("")));
        return form(null, owner, model, locale);
    }

    @Requires("PLANS_EDIT")
    @Once
    @PostMapping("/actions/new")
    ModelAndView add(
            @RequestParam(defaultValue = "") String partnership,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "false") boolean network,
            @Valid @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean silent,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var owner = owners.named(PlanPermission.PLANS_EDIT, partnership, programme, network, locale)
                .orElseThrow(() -> new NotFound("An action is somebody's"));
        var code = errors.hasErrors() ? "" : plans.code("plan_item", owner.frame());
        var read = reading(locale).read(null, code, form, owner, errors);
        if (read.isEmpty()) {
            return Typed.again(form(null, owner, model, locale), model);
        }
        keep.add(read.get(), !silent);
        next.addFlashAttribute("notice", "plans.action.recorded");
        return new ModelAndView("redirect:" + pageOf(owner));
    }

    private ActionReading reading(Locale locale) {
        return new ActionReading(plans, templates, directory, locale);
    }

    @Requires("PLANS_EDIT")
    @GetMapping("/actions/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var item = editable(code);
        model.addAttribute("form", form(item, locale));
        return form(item, ownerOf(item, locale), model, locale);
    }

    /** Of a partnership the one who sees to it is chosen by its code, else written by its name. */
    private ActionForm form(PlanItem item, Locale locale) {
        var seesToIt = plans.bodyOf(item.owner(), locale);
        var named = seesToIt == null ? null : item.partnership() == null ? seesToIt.name() : seesToIt.code();
        return ActionForm.of(item, named, null, null);
    }

    private Owner ownerOf(PlanItem item, Locale locale) {
        return owners.of(item.partnership(), item.programme(), locale);
    }

    @Requires("PLANS_EDIT")
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
        var owner = ownerOf(before, locale);
        model.addAttribute("reason", reason);
        var read = reading(locale).read(before, code, form, owner, errors);
        if (read.isEmpty()) {
            return Typed.again(form(before, owner, model, locale), model);
        }
        return switch (keep.change(read.get(), AgreementPages.reason(reason), !silent)) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "plans.action.changed");
                yield new ModelAndView("redirect:" + pageOf(owner));
            }
            case Outcome.Overtaken(var now, var wanted) ->
                new Overtaken<>(form, form(now, locale)).again(form(now, owner, model, locale), model);
        };
    }

    /** One press, from the page of the partnership or from what waits. */
    @Requires("PLANS_EDIT")
    @Once
    @PostMapping("/actions/{code}/done")
    ModelAndView done(@PathVariable String code, RedirectAttributes next) {
        var item = editable(code);
        var page = pageOf(item.partnership());
        return switch (keep.change(item.done(), "", true)) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "plans.action.done");
                yield new ModelAndView("redirect:" + page);
            }
            case Outcome.Overtaken _ -> Refusal.saying("plans.action.overtaken", page, next);
        };
    }

    @Requires("PLANS_EDIT")
    @Once
    @PostMapping("/actions/{code}/remove")
    String remove(@PathVariable String code, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        var item = editable(code);
        keep.hide(item, AgreementPages.reason(reason));
        next.addFlashAttribute("notice", "plans.action.removed");
        return "redirect:" + pageOf(item.partnership());
    }

    private String form(@Nullable PlanItem item, Owner owner, Model model, Locale locale) {
        model.addAttribute("item", item);
        model.addAttribute("owner", owner);
        model.addAttribute("questions", item == null ? List.of() : sources.questionsOn("plan-item", item.code(), true));
        model.addAttribute("partnership", owner instanceof Owner.OfPartnership(var brief) ? brief : null);
        model.addAttribute("programme", owner instanceof Owner.OfProgramme(var whole) ? whole : null);
        var scopes = plans.scopes(owner.programmeId(), owner.partnershipId());
        model.addAttribute("mayPlan", rights.may(PartnershipPermission.PARTNERSHIP_EDIT, scopes));
        model.addAttribute("mayAgree", rights.may(PlanPermission.AGREEMENTS_EDIT, scopes));
        var names = new LinkedHashMap<String, String>();
        if (owner.partnershipId() != null) {
            plans.owners(owner.partnershipId(), item == null ? null : item.owner(), locale)
                    .forEach((code, body) -> names.put(code, body.name()));
        }
        model.addAttribute("owners", names);
        model.addAttribute("concerned", keep.whoIsConcerned(owner.partnershipId(), null));
        model.addAttribute("told", item == null ? List.of() : keep.told(KeepPlan.about(item)));
        model.addAttribute("back", pageOf(owner));
        model.addAttribute("plans", templates.choices(owner.programmeId(), item == null ? null : item.plan(), locale));
        model.addAttribute("kinds", labels.of("plans.kind", Coded.codes(ActionKind.class), locale));
        model.addAttribute("statuses", labels.of("plans.action-status", Coded.codes(ActionStatus.class), locale));
        return "plans/action";
    }

    /** Where an action is seen: on the page of its partnership, else in the list. */
    private static String pageOf(Owner owner) {
        return owner.partnershipId() == null ? "/actions" : owner.link();
    }

    private String pageOf(@Nullable PartnershipId partnership) {
        return partnership == null
                ? "/actions"
                : "/partnerships/" + partnerships.codeOf(partnership).orElseThrow();
    }

    private PlanItem editable(String code) {
        var item = plans.action(code).orElseThrow(() -> new NotFound("There is no action " + code));
        rights.require(PlanPermission.PLANS_EDIT, plans.scopes(item.programme(), item.partnership()));
        return item;
    }
}
