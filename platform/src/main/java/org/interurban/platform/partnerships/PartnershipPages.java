package org.interurban.platform.partnerships;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.partnerships.KeepPartnership.Outcome;
import org.interurban.platform.programmes.ProgrammeTopics;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Shortened;
import org.interurban.platform.taxonomy.Topics;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.Typed;
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

/** Partnerships on the screen: the list for everyone, the forms for those who work on them. */
@Controller
record PartnershipPages(
        Partnerships partnerships,
        PartnershipLists lists,
        KeepPartnership keep,
        Contacts contacts,
        TellPartners tell,
        Notices notices,
        Directory directory,
        Topics topics,
        ProgrammeTopics programmeTopics,
        Rights rights,
        Labels labels) {

    @Open
    @InMenu(atWork = true, place = 30, words = "partnerships.menu", section = "partnerships")
    @InMenu(atWork = false, place = 10, words = "partnerships.menu", section = "partnerships")
    @GetMapping("/partnerships")
    String list(ListQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("slice", lists.list(query));
        model.addAttribute("mayEdit", rights.current().mayAnywhere(PartnershipPermission.PARTNERSHIP_EDIT));
        model.addAttribute("mayCreate", rights.current().mayAnywhere(PartnershipPermission.PAIRING_PUBLISH));
        return "partnerships/list";
    }

    @Requires("PARTNERSHIP_EDIT")
    @GetMapping("/partnerships/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var partnership = editable(code);
        model.addAttribute("form", PartnershipForm.of(partnership));
        return form(partnership, model, locale);
    }

    @Requires("PARTNERSHIP_EDIT")
    @Once
    @PostMapping("/partnerships/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") PartnershipForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean silent,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var partnership = editable(code);
        model.addAttribute("reason", reason);
        if (form.status() == null || !Coded.codes(PartnershipStatus.class).contains(form.status())) {
            errors.rejectValue("status", "partnerships.error.status");
        }
        var topic = form.topic() == null || form.topic().isBlank()
                ? null
                : topics.chosen(form.topic(), topics(partnership, locale).keySet())
                        .orElse(null);
        if (topic == null && form.topic() != null && !form.topic().isBlank()) {
            errors.rejectValue("topic", "partnerships.error.theme");
        }
        if (errors.hasErrors()) {
            return Typed.again(form(partnership, model, locale), model);
        }
        var changed = form.changed(partnership, keep.mayArrange(partnership));
        return switch (keep.change(
                partnership,
                changed,
                topic == null ? null : topic.id(),
                Shortened.to(TellPartners.REASON_LENGTH, reason.strip()),
                !silent)) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "partnerships.changed");
                yield new ModelAndView("redirect:/partnerships/" + code);
            }
            case Outcome.Overtaken(var now) ->
                new Overtaken<>(form, PartnershipForm.of(now)).again(form(now, model, locale), model);
        };
    }

    @Requires("PARTNERSHIP_READ")
    @GetMapping("/partnerships/{code}/members")
    String members(@PathVariable String code, @RequestParam(defaultValue = "") String q, Model model, Locale locale) {
        var partnership = found(code);
        rights.require(PartnershipPermission.PARTNERSHIP_READ, partnerships.scopes(partnership.id()));
        var members = partnerships.members(partnership.id(), locale);
        model.addAttribute("partnership", partnership);
        model.addAttribute("members", members);
        model.addAttribute("told", notices.of(KeepPartnership.about(code)));
        model.addAttribute("contacts", contacts.of(partnership.id()));
        model.addAttribute(
                "readsAddresses",
                rights.may(PartnershipPermission.PARTNERSHIP_EDIT, partnerships.scopes(partnership.id())));
        model.addAttribute("mayArrange", keep.mayArrange(partnership));
        model.addAttribute(
                "mayTakeOut",
                members.stream()
                        .filter(member -> member.left() == null && keep.mayTakeOut(partnership, member.organisation()))
                        .map(Partnerships.Member::code)
                        .toList());
        model.addAttribute("q", q);
        var candidates =
                switch (q.isBlank() ? new Match.None() : directory.findByName(q, locale)) {
                    case Match.Known(var entry) -> List.of(entry);
                    case Match.Likely(var entry, var name, var similarity) -> List.of(entry);
                    case Match.Several(var entries) -> entries;
                    case Match.None() -> List.<Directory.Entry>of();
                };
        model.addAttribute("candidates", candidates);
        return "partnerships/members";
    }

    @Requires("PARTNERSHIP_EDIT")
    @PostMapping("/partnerships/{code}/members")
    String members(
            @PathVariable String code,
            @RequestParam String organisation,
            @RequestParam String act,
            RedirectAttributes next,
            Locale locale) {
        var partnership = editable(code);
        var body = directory
                .find(organisation, locale)
                .orElseThrow(() -> new NotFound("The directory has no " + organisation));
        switch (act) {
            case "join" -> keep.join(partnership, body.id(), organisation);
            case "leave" -> {
                keep.leave(partnership, body.id(), organisation);
                next.addFlashAttribute("undo", organisation);
            }
            case "stay" -> keep.stay(partnership, body.id(), organisation);
            default -> throw new ListQuery.BadQuery("errors.query.one-of", "act", "join, leave, stay", act);
        }
        next.addFlashAttribute("notice", "partnerships.members." + act);
        return rights.may(PartnershipPermission.PARTNERSHIP_READ, partnerships.scopes(partnership.id()))
                ? "redirect:/partnerships/" + code + "/members"
                : "redirect:/work"; // it left by itself
    }

    /** The topics of its programme, and its own. */
    private Map<String, String> topics(Partnership partnership, Locale locale) {
        var choice = new LinkedHashMap<String, String>();
        programmeTopics.of(partnership.programme(), locale).forEach(topic -> choice.put(topic.name(), topic.label()));
        if (partnership.topic() != null) {
            topics.find(partnership.topic()).ifPresent(topic -> choice.putIfAbsent(topic.name(), topic.label()));
        }
        return choice;
    }

    private String form(Partnership partnership, Model model, Locale locale) {
        model.addAttribute("partnership", partnership);
        model.addAttribute("concerned", tell.focalPoints(partnership.id()));
        model.addAttribute("topics", topics(partnership, locale));
        var arranges = keep.mayArrange(partnership);
        model.addAttribute("mayArrange", arranges);
        model.addAttribute(
                "statuses",
                labels.of(
                        "partnerships.status",
                        Coded.codes(PartnershipStatus.class).stream()
                                .filter(status -> arranges
                                        || partnership.isClosed() == status.equals(PartnershipStatus.CLOSED.code()))
                                .toList(),
                        locale));
        return "partnerships/form";
    }

    private Partnership found(String code) {
        return partnerships.find(code).orElseThrow(() -> new NotFound("There is no partnership " + code));
    }

    private Partnership editable(String code) {
        var partnership = found(code);
        rights.require(PartnershipPermission.PARTNERSHIP_EDIT, partnerships.scopes(partnership.id()));
        return partnership;
    }
}
