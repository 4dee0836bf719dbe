package org.interurban.platform.programmes;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The groups of a programme on the screen. */
@Controller
@Requires("PROGRAMME_EDIT")
class GroupPages {

    private final Programmes programmes;
    private final Groups groups;
    private final KeepGroup keep;
    private final ObjectProvider<RestsOnGroup> resting;
    private final Rights rights;
    private final Labels labels;
    private final MessageSource messages;

    GroupPages(
            Programmes programmes,
            Groups groups,
            KeepGroup keep,
            ObjectProvider<RestsOnGroup> resting,
            Rights rights,
            Labels labels,
            MessageSource messages) {
        this.programmes = programmes;
        this.groups = groups;
        this.keep = keep;
        this.resting = resting;
        this.rights = rights;
        this.labels = labels;
        this.messages = messages;
    }

    @Requires("PROGRAMME_READ")
    @GetMapping("/programmes/{code}/groups")
    String list(@PathVariable String code, ListQuery query, Model model) {
        var programme = readable(code);
        model.addAttribute("programme", programme);
        model.addAttribute("slice", groups.list(programme, query));
        model.addAttribute(
                "mayEdit",
                rights.may(ProgrammePermission.PROGRAMME_EDIT, programme.id().scope()));
        return "programmes/groups";
    }

    @Bean
    Listing<Groups.Line> programmeGroupListing() {
        return Listing.below(Groups.SHEET, Groups.LIST.terms(), (code, query) -> groups.list(readable(code), query))
                .at("/api/v1/programmes/{code}/groups", "/programmes/{code}/groups")
                .forThose(ProgrammePermission.PROGRAMME_READ);
    }

    @GetMapping("/programmes/{code}/groups/new")
    String add(@PathVariable String code, Model model, Locale locale) {
        var programme = editable(code);
        var all = groups.all(programme.id());
        model.addAttribute(
                "form",
                GroupForm.empty(
                        groups.nextColour(programme.id()),
                        all.isEmpty() ? "" : all.getLast().code()));
        return form(programme, null, model, locale);
    }

    @Once
    @PostMapping("/programmes/{code}/groups/new")
    ModelAndView add(
            @PathVariable String code,
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var programme = editable(code);
        form.check(errors, groups.names(programme.id(), locale).keySet());
        if (errors.hasErrors()) {
            return Typed.again(form(programme, null, model, locale), model);
        }
        keep.add(programme, form);
        next.addFlashAttribute("notice", "programmes.groups.added");
        return new ModelAndView("redirect:/programmes/" + code + "/groups");
    }

    @GetMapping("/programmes/{code}/groups/{group}/edit")
    String edit(@PathVariable String code, @PathVariable String group, Model model, Locale locale) {
        var programme = editable(code);
        var kept = group(programme, group);
        model.addAttribute("form", GroupForm.of(kept, before(programme, kept)));
        return form(programme, kept, model, locale);
    }

    @Once
    @PostMapping("/programmes/{code}/groups/{group}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @PathVariable String group,
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var programme = editable(code);
        var before = group(programme, group);
        form.check(errors, groups.names(programme.id(), locale).keySet());
        if (errors.hasErrors()) {
            return Typed.again(form(programme, before, model, locale), model);
        }
        return switch (keep.change(programme, before, form)) {
            case KeepGroup.Outcome.Kept() -> {
                next.addFlashAttribute("notice", "programmes.groups.changed");
                yield new ModelAndView("redirect:/programmes/" + code + "/groups");
            }
            case KeepGroup.Outcome.Overtaken(var now) ->
                new Overtaken<>(form, GroupForm.of(now, before(programme, now)))
                        .again(form(programme, now, model, locale), model);
        };
    }

    /** What stands in the group, before it goes. */
    @GetMapping("/programmes/{code}/groups/{group}/remove")
    String remove(@PathVariable String code, @PathVariable String group, Model model) {
        var programme = editable(code);
        model.addAttribute("programme", programme);
        model.addAttribute("group", group(programme, group));
        model.addAttribute(
                "rests",
                resting.orderedStream()
                        .flatMap(those -> those.of(programme, group).stream())
                        .toList());
        return "programmes/group-remove";
    }

    @Once
    @PostMapping("/programmes/{code}/groups/{group}/remove")
    String remove(@PathVariable String code, @PathVariable String group, RedirectAttributes next) {
        var programme = editable(code);
        keep.remove(programme, group(programme, group));
        next.addFlashAttribute("notice", "programmes.groups.removed");
        return "redirect:/programmes/" + code + "/groups";
    }

    private String form(Programme programme, @Nullable ProgrammeGroup group, Model model, Locale locale) {
        var others = new LinkedHashMap<>(groups.names(programme.id(), locale));
        if (group != null) {
            others.remove(group.code());
        }
        var counterparts = new LinkedHashMap<>(others);
        counterparts.put(GroupForm.ITSELF, messages.getMessage("programmes.groups.counterpart.itself", null, locale));
        model.addAttribute("programme", programme);
        model.addAttribute("group", group);
        model.addAttribute("others", others);
        model.addAttribute("counterparts", counterparts);
        model.addAttribute("colours", labels.of("programmes.colour", Coded.codes(GroupColour.class), locale));
        return "programmes/group";
    }

    /** The code of the one that stands before it; empty where it is the first. */
    private String before(Programme programme, ProgrammeGroup group) {
        var codes =
                groups.all(programme.id()).stream().map(ProgrammeGroup::code).toList();
        var place = codes.indexOf(group.code());
        return place < 1 ? "" : codes.get(place - 1);
    }

    private ProgrammeGroup group(Programme programme, String code) {
        return groups.find(programme.id(), code)
                .orElseThrow(() -> new NotFound("%s has no group %s".formatted(programme.code(), code)));
    }

    private Programme readable(String code) {
        var programme = programmes.seen(code).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(ProgrammePermission.PROGRAMME_READ, programme.id().scope());
        return programme;
    }

    private Programme editable(String code) {
        var programme = readable(code);
        rights.require(ProgrammePermission.PROGRAMME_EDIT, programme.id().scope());
        return programme;
    }
}
