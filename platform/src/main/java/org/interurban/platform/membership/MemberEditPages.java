package org.interurban.platform.membership;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.membership.KeepMember.Outcome;
import org.interurban.platform.web.Act;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms for members. */
@Controller
@Requires(value = "MEMBERS_EDIT", network = true)
class MemberEditPages {

    private final Members members;
    private final KeepMember keep;
    private final MembershipTypes types;

    MemberEditPages(Members members, KeepMember keep, MembershipTypes types) {
        this.members = members;
        this.keep = keep;
        this.types = types;
    }

    @Act("membership.add")
    @GetMapping("/members/new")
    ModelAndView add(Locale locale) {
        return page(null, locale).addObject("form", new MemberForm(null, null, null, null, null, null, null));
    }

    @Once
    @PostMapping("/members/new")
    ModelAndView add(
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        checkChoices(form, errors, locale);
        if (errors.hasErrors()) {
            return wrong(null, locale);
        }
        return answer(keep.add(form, locale), null, form, errors, redirect, locale);
    }

    @GetMapping("/members/{code}/edit")
    ModelAndView edit(@PathVariable String code, Locale locale) {
        var member = member(code, locale);
        return page(member, locale).addObject("form", MemberForm.of(member));
    }

    @Once
    @PostMapping("/members/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        var member = member(code, locale);
        checkChoices(form, errors, locale);
        if (errors.hasErrors()) {
            return wrong(member, locale);
        }
        return answer(keep.change(code, form, locale), member, form, errors, redirect, locale);
    }

    private void checkChoices(MemberForm form, BindingResult errors, Locale locale) {
        if (form.type() != null
                && !form.type().isBlank()
                && !types.names(locale).containsKey(form.type())) {
            errors.rejectValue("type", "membership.error.type");
        }
        if (form.region() != null
                && !form.region().isBlank()
                && !members.regions(locale).containsKey(form.region())) {
            errors.rejectValue("region", "membership.error.region");
        }
    }

    private ModelAndView answer(
            Outcome outcome,
            Members.@Nullable Member member,
            MemberForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        switch (outcome) {
            case Outcome.Kept(var code) -> {
                redirect.addFlashAttribute(
                        "notice", member == null ? "membership.member-added" : "membership.member-changed");
                return new ModelAndView("redirect:/members/" + code);
            }
            case Outcome.NoSuchOrganisation() -> errors.rejectValue("organisation", "membership.error.no-organisation");
            case Outcome.WhichOrganisation(var candidates) ->
                errors.rejectValue(
                        "organisation",
                        "membership.error.which",
                        new Object[] {
                            candidates.stream().map(Directory.Entry::told).collect(Collectors.joining("; "))
                        },
                        null);
            case Outcome.MemberAlready(var code) ->
                errors.rejectValue("organisation", "membership.error.already", new Object[] {code}, null);
            case Outcome.NotEligible(var rules) ->
                errors.rejectValue("exception", "membership.error.rules", new Object[] {String.join(" ", rules)}, null);
            case Outcome.Overtaken(var now) -> {
                return new Overtaken<>(form, MemberForm.of(now)).again(page(now, locale));
            }
            case Outcome.Unknown() -> throw new NotFound(String.valueOf(form.organisation()));
        }
        return wrong(member, locale);
    }

    private Members.Member member(String code, Locale locale) {
        return members.find(code, locale).orElseThrow(() -> new NotFound(code));
    }

    /** The form as it was sent, which is in the model with its errors already. */
    private ModelAndView wrong(Members.@Nullable Member member, Locale locale) {
        var page = page(member, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Members.@Nullable Member member, Locale locale) {
        var page = new ModelAndView("membership/form");
        page.addObject("member", member);
        page.addObject("types", types.names(locale));
        page.addObject("regions", members.regions(locale));
        return page;
    }
}
