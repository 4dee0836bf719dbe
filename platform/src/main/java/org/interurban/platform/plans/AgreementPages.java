package org.interurban.platform.plans;

import jakarta.validation.Valid;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.plans.KeepPlan.Outcome;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.Act;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Labels;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Agreements on the screen: the list for everyone, the forms for those who work on them. */
@Controller
class AgreementPages {

    private final Plans plans;
    private final AgreementLists lists;
    private final KeepPlan keep;
    private final Partnerships partnerships;
    private final Sources sources;
    private final Rights rights;
    private final Labels labels;

    AgreementPages(
            Plans plans,
            AgreementLists lists,
            KeepPlan keep,
            Partnerships partnerships,
            Sources sources,
            Rights rights,
            Labels labels) {
        this.plans = plans;
        this.lists = lists;
        this.keep = keep;
        this.partnerships = partnerships;
        this.sources = sources;
        this.rights = rights;
        this.labels = labels;
    }

    @Open
    @InMenu(atWork = true, place = 50, words = "plans.menu", section = "agreements")
    @InMenu(atWork = false, place = 60, words = "plans.menu", section = "agreements")
    @GetMapping("/agreements")
    String list(ListQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("slice", lists.list(query));
        model.addAttribute("seesAll", rights.current().mayAnywhere(PartnershipPermission.PARTNERSHIP_READ));
        model.addAttribute("mayAdd", rights.current().mayAnywhere(PlanPermission.AGREEMENTS_EDIT));
        return "plans/list";
    }

    @Open
    @PageOf("agreement")
    @GetMapping("/agreements/{code}")
    String show(@PathVariable String code, Model model, Locale locale) {
        model.addAttribute(
                "line", lists.one(code, locale).orElseThrow(() -> new NotFound("There is no agreement " + code)));
        var agreement = plans.agreement(code).orElseThrow(() -> new NotFound("There is no agreement " + code));
        var scopes = plans.scopes(agreement.programme(), agreement.partnership());
        model.addAttribute("sources", sources.of("agreement", code));
        model.addAttribute(
                "questions",
                sources.questionsOn("agreement", code, rights.may(PartnershipPermission.PARTNERSHIP_READ, scopes)));
        model.addAttribute("mayEdit", rights.may(PlanPermission.AGREEMENTS_EDIT, scopes));
        return "plans/show";
    }

    @Requires("AGREEMENTS_EDIT")
    @Act("plans.agreement.new")
    @GetMapping("/agreements/new")
    String add(@RequestParam(defaultValue = "") String partnership, Model model, Locale locale) {
        if (partnership.isBlank()) {
            model.addAttribute("next", "/agreements/new");
            model.addAttribute("what", "plans.agreement.new");
            model.addAttribute("choices", partnerships.allWith(PlanPermission.AGREEMENTS_EDIT, locale));
            return "plans/choose";
        }
        var chosen = partnerships.briefWith(PlanPermission.AGREEMENTS_EDIT, partnership, locale);
        var parties = partnerships.members(chosen.id(), locale).stream()
                .filter(member -> member.left() == null)
                .map(Partnerships.Member::name)
                .toList();
        model.addAttribute("form", AgreementForm.between(parties));
        return form(null, chosen, model, locale);
    }

    @Requires("AGREEMENTS_EDIT")
    @Once
    @PostMapping("/agreements/new")
    ModelAndView add(
            @RequestParam String partnership,
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var chosen = partnerships.briefWith(PlanPermission.AGREEMENTS_EDIT, partnership, locale);
        form.check(errors);
        if (errors.hasErrors()) {
            return Typed.again(form(null, chosen, model, locale), model);
        }
        keep.add(form.added(plans.code("agreement", "AG-" + chosen.code()), chosen.programme(), chosen.id()));
        next.addFlashAttribute("notice", "plans.agreement.recorded");
        return new ModelAndView("redirect:/partnerships/" + partnership);
    }

    @Requires("AGREEMENTS_EDIT")
    @GetMapping("/agreements/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var agreement = editable(code);
        model.addAttribute("form", form(agreement));
        return form(agreement, null, model, locale);
    }

    @Requires("AGREEMENTS_EDIT")
    @Once
    @PostMapping("/agreements/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = editable(code);
        form.check(errors);
        if (errors.hasErrors()) {
            return Typed.again(form(before, null, model, locale), model);
        }
        return switch (keep.change(form.changed(before), SeenRows.parse(form.seen()))) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "plans.agreement.changed");
                yield new ModelAndView("redirect:/agreements/" + code);
            }
            case Outcome.Overtaken(var now, var both) ->
                new Overtaken<>(form(both), form(now)).again(form(now, null, model, locale), model);
        };
    }

    private AgreementForm form(Agreement agreement) {
        return AgreementForm.of(agreement, SeenRows.of(plans.parties(agreement.id())), null);
    }

    private String form(
            @Nullable Agreement agreement, Partnerships.@Nullable Brief partnership, Model model, Locale locale) {
        model.addAttribute("agreement", agreement);
        model.addAttribute("partnership", partnership);
        model.addAttribute("types", labels.of("plans.type", Coded.codes(AgreementType.class), locale));
        model.addAttribute("statuses", labels.of("plans.status", Coded.codes(AgreementStatus.class), locale));
        return "plans/agreement";
    }

    private Agreement editable(String code) {
        var agreement = plans.agreement(code).orElseThrow(() -> new NotFound("There is no agreement " + code));
        rights.require(PlanPermission.AGREEMENTS_EDIT, plans.scopes(agreement.programme(), agreement.partnership()));
        return agreement;
    }
}
