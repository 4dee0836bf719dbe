package org.interurban.platform.plans;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.Owners;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.partnerships.TellPartners;
import org.interurban.platform.plans.KeepPlan.Outcome;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.shared.Shortened;
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
record AgreementPages(
        Plans plans,
        AgreementLists lists,
        KeepPlan keep,
        Partnerships partnerships,
        Owners owners,
        Sources sources,
        Rights rights,
        Labels labels,
        Clock clock) {

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
        model.addAttribute(
                "ended", agreement.expires() != null && agreement.expires().isBefore(LocalDate.now(clock)));
        model.addAttribute("sources", sources.of("agreement", code));
        model.addAttribute("concluded", sources.concludedOf("agreement", code));
        model.addAttribute(
                "questions",
                sources.questionsOn("agreement", code, rights.may(PartnershipPermission.PARTNERSHIP_READ, scopes)));
        var mayEdit = rights.may(PlanPermission.AGREEMENTS_EDIT, scopes);
        model.addAttribute("mayEdit", mayEdit);
        if (mayEdit) {
            model.addAttribute("told", keep.told(KeepPlan.about(agreement)));
        }
        return "plans/show";
    }

    @Requires("AGREEMENTS_EDIT")
    @Act("plans.agreement.new")
    @GetMapping("/agreements/new")
    String add(
            @RequestParam(defaultValue = "") String partnership,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "false") boolean network,
            Model model,
            Locale locale) {
        var owner = owners.named(PlanPermission.AGREEMENTS_EDIT, partnership, programme, network, locale)
                .orElse(null);
        if (owner == null) {
            model.addAttribute("next", "/agreements/new");
            model.addAttribute("what", "plans.agreement.new");
            model.addAttribute("choices", owners.choices(PlanPermission.AGREEMENTS_EDIT, locale));
            return "plans/choose";
        }
        var parties = owner.partnershipId() == null
                ? List.<String>of()
                : partnerships.members(owner.partnershipId(), locale).stream()
                        .filter(member -> member.left() == null)
                        .map(Partnerships.Member::name)
                        .toList();
        model.addAttribute("form", AgreementForm.between(parties));
        return form(null, owner, model, locale);
    }

    @Requires("AGREEMENTS_EDIT")
    @Once
    @PostMapping("/agreements/new")
    ModelAndView add(
            @RequestParam(defaultValue = "") String partnership,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "false") boolean network,
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean silent,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var owner = owners.named(PlanPermission.AGREEMENTS_EDIT, partnership, programme, network, locale)
                .orElseThrow(() -> new NotFound("An agreement is somebody's"));
        form.check(errors, LocalDate.now(clock), occasions(owner, null, locale).keySet());
        if (errors.hasErrors()) {
            return Typed.again(form(null, owner, model, locale), model);
        }
        var added = form.added(plans.code("agreement", "AG-" + owner.frame()), owner);
        keep.add(added, !silent);
        next.addFlashAttribute("notice", "plans.agreement.recorded");
        return new ModelAndView("redirect:" + (partnership.isBlank() ? "/agreements/" + added.code() : owner.link()));
    }

    @Requires("AGREEMENTS_EDIT")
    @GetMapping("/agreements/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var agreement = editable(code);
        model.addAttribute("form", form(agreement));
        return form(agreement, owners.of(agreement.partnership(), agreement.programme(), locale), model, locale);
    }

    @Requires("AGREEMENTS_EDIT")
    @Once
    @PostMapping("/agreements/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean silent,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = editable(code);
        model.addAttribute("reason", reason);
        var owner = owners.of(before.partnership(), before.programme(), locale);
        form.check(
                errors, LocalDate.now(clock), occasions(owner, before, locale).keySet());
        if (errors.hasErrors()) {
            return Typed.again(form(before, owner, model, locale), model);
        }
        return switch (keep.change(form.changed(before), SeenRows.parse(form.seen()), reason(reason), !silent)) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "plans.agreement.changed");
                yield new ModelAndView("redirect:/agreements/" + code);
            }
            case Outcome.Overtaken(var now, var both) ->
                new Overtaken<>(form(both), form(now)).again(form(now, owner, model, locale), model);
        };
    }

    static String reason(String typed) {
        return Shortened.to(TellPartners.REASON_LENGTH, typed.strip());
    }

    @Requires("AGREEMENTS_EDIT")
    @Once
    @PostMapping("/agreements/{code}/remove")
    String remove(@PathVariable String code, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        var agreement = editable(code);
        keep.hide(agreement, reason(reason));
        next.addFlashAttribute("notice", "plans.agreement.removed");
        return "redirect:/agreements";
    }

    private AgreementForm form(Agreement agreement) {
        return AgreementForm.of(agreement, SeenRows.of(plans.parties(agreement.id())), null, null);
    }

    private String form(@Nullable Agreement agreement, Owner owner, Model model, Locale locale) {
        model.addAttribute("owner", owner);
        model.addAttribute("agreement", agreement);
        model.addAttribute("partnership", owner instanceof Owner.OfPartnership(var brief) ? brief : null);
        model.addAttribute("programme", owner instanceof Owner.OfProgramme(var whole) ? whole : null);
        model.addAttribute("concerned", keep.whoIsConcerned(owner.partnershipId(), agreement));
        model.addAttribute("occasions", occasions(owner, agreement, locale));
        model.addAttribute("types", labels.of("plans.type", Coded.codes(AgreementType.class), locale));
        model.addAttribute("statuses", labels.of("plans.status", Coded.codes(AgreementStatus.class), locale));
        return "plans/agreement";
    }

    /** What each is called by its code; the one that stands is among them, wherever it lies. */
    private Map<String, String> occasions(Owner owner, @Nullable Agreement agreement, Locale locale) {
        var all = new LinkedHashMap<String, String>();
        plans.occasions(owner, locale).forEach(one -> all.put(one.code(), one.told(locale)));
        if (agreement != null && agreement.occasion() != null) {
            all.putIfAbsent(agreement.occasion(), agreement.occasion());
        }
        return all;
    }

    private Agreement editable(String code) {
        var agreement = plans.agreement(code).orElseThrow(() -> new NotFound("There is no agreement " + code));
        rights.require(PlanPermission.AGREEMENTS_EDIT, plans.scopes(agreement.programme(), agreement.partnership()));
        return agreement;
    }
}
