package org.interurban.platform.participants;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.programmes.Groups;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who takes part in a programme. */
@Controller
class ParticipantPages {

    /** Names that are looked up at a time. */
    private static final int MOST_NAMES = 200;

    private final Programmes programmes;
    private final Groups groups;
    private final ParticipantLists lists;
    private final Participation participation;
    private final ObjectProvider<RestsOnParticipants> resting;
    private final Rights rights;
    private final Labels labels;

    ParticipantPages(
            Programmes programmes,
            Groups groups,
            ParticipantLists lists,
            Participation participation,
            ObjectProvider<RestsOnParticipants> resting,
            Rights rights,
            Labels labels) {
        this.programmes = programmes;
        this.groups = groups;
        this.lists = lists;
        this.participation = participation;
        this.resting = resting;
        this.rights = rights;
        this.labels = labels;
    }

    @Requires("PROGRAMME_READ")
    @GetMapping("/programmes/{code}/participants")
    String list(@PathVariable String code, ListQuery query, Model model, Locale locale) {
        var programme = readable(code);
        model.addAttribute("programme", programme);
        model.addAttribute("query", query);
        model.addAttribute("slice", lists.list(programme, query));
        model.addAttribute("groups", groups.names(programme.id(), locale));
        model.addAttribute("mayEdit", mayEdit(programme));
        return "participants/participants";
    }

    @Bean
    Listing<ParticipantLists.Line> participantListing() {
        return Listing.below(
                        ParticipantLists.SHEET,
                        ParticipantLists.LIST.terms(),
                        (code, query) -> lists.list(readable(code), query))
                .at("/programmes/{code}/participants")
                .forThose(ProgrammePermission.PROGRAMME_READ)
                .asking(ListForm.searching("programmes.participants.search")
                        .choice("group", "programmes.group")
                        .choice("standing", "participants.field.standing")
                        .among((code, locale) -> Map.of(
                                "group", groups.names(readable(code).id(), locale),
                                "standing", labels.of("participants.standing", Coded.codes(Standing.class), locale))));
    }

    /**
     * What is done to the selected ones: take out, take back, accept, or put into a group.
     *
     * @param sure that they go although something rests on their taking part
     */
    @Requires("PARTICIPANTS_EDIT")
    @PostMapping("/programmes/{code}/participants")
    String change(
            @PathVariable String code,
            @RequestParam(name = "organisation", required = false) @Nullable List<String> organisations,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var programme = readable(code);
        if (organisations == null || organisations.isEmpty()) {
            next.addFlashAttribute("notice", "programmes.participants.none-selected");
            next.addFlashAttribute("noticeKind", "warn");
            return "redirect:/programmes/" + code + "/participants";
        }
        switch (act) {
            case "remove" -> {
                var rests = resting.orderedStream()
                        .flatMap(those -> those.of(programme.id(), organisations, locale).stream())
                        .toList();
                if (!sure && !rests.isEmpty()) {
                    model.addAttribute("programme", programme);
                    model.addAttribute("organisations", organisations);
                    model.addAttribute("rests", rests);
                    return "participants/leave";
                }
                participation.remove(programme, organisations);
                next.addFlashAttribute("notice", "programmes.participants.removed");
                next.addFlashAttribute("undo", organisations);
            }
            case "return" -> {
                participation.takeBack(programme, organisations);
                next.addFlashAttribute("notice", "programmes.participants.returned");
            }
            case "group" -> {
                participation.regroup(programme, organisations, chosen(programme, group));
                next.addFlashAttribute("notice", "programmes.participants.regrouped");
            }
            case "accept" -> {
                participation.add(programme, organisations, "", "");
                next.addFlashAttribute("notice", "participants.accepted");
            }
            default -> throw new ListQuery.BadQuery("errors.query.one-of", "act", "remove, return, group, accept", act);
        }
        return "redirect:/programmes/" + code + "/participants";
    }

    @Requires("PARTICIPANTS_EDIT")
    @GetMapping("/programmes/{code}/participants/add")
    String add(@PathVariable String code, @RequestParam(defaultValue = "") String q, Model model, Locale locale) {
        var programme = readable(code);
        var words = Arrays.stream(q.split("[,;\\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        var first = words.subList(0, Math.min(words.size(), MOST_NAMES));
        model.addAttribute("programme", programme);
        model.addAttribute("q", q);
        model.addAttribute("groups", groups.names(programme.id(), locale));
        model.addAttribute("named", first.isEmpty() ? List.of() : lists.candidates(programme, first, locale));
        model.addAttribute("left", words.subList(first.size(), words.size()));
        return "participants/add";
    }

    @Requires("PARTICIPANTS_EDIT")
    @PostMapping("/programmes/{code}/participants/add")
    String add(
            @PathVariable String code,
            @RequestParam(name = "organisation", required = false) @Nullable List<String> organisations,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String cohort,
            RedirectAttributes next) {
        var programme = readable(code);
        if (organisations == null || organisations.isEmpty()) {
            next.addFlashAttribute("notice", "programmes.participants.none-selected");
            next.addFlashAttribute("noticeKind", "warn");
            return "redirect:/programmes/" + code + "/participants/add";
        }
        participation.add(programme, organisations, chosen(programme, group), cohort.strip());
        next.addFlashAttribute("notice", "programmes.participants.added");
        return "redirect:/programmes/" + code + "/participants";
    }

    private Programme readable(String code) {
        var programme = programmes.seen(code).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(ProgrammePermission.PROGRAMME_READ, programme.id().scope());
        return programme;
    }

    /** @param group a code, empty for none */
    private String chosen(Programme programme, String group) {
        var codes = groups.names(programme.id(), Locale.ROOT).keySet();
        if (!group.isEmpty() && !codes.contains(group)) {
            throw new ListQuery.BadQuery("errors.query.one-of", "group", String.join(", ", codes), group);
        }
        return group;
    }

    private boolean mayEdit(Programme programme) {
        return rights.may(ProgrammePermission.PARTICIPANTS_EDIT, programme.id().scope());
    }
}
