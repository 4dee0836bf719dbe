package org.interurban.platform.participants;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.participants.Participants.KeptLine;
import org.interurban.platform.participants.Participation.Outcome;
import org.interurban.platform.programmes.Groups;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.programmes.ProgrammeTopics;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.MergedRows.Row;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.taxonomy.TopicId;
import org.interurban.platform.taxonomy.Topics;
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

/** What a participant offers and seeks: for the secretariat and for the city's own people. */
@Controller
@Requires("PROFILE_EDIT")
record ProfilePages(
        Programmes programmes,
        Groups groups,
        Participants participants,
        Participation participation,
        Topics topics,
        ProgrammeTopics programmeTopics,
        Rights rights,
        Labels labels) {

    @GetMapping("/programmes/{code}/participants/{organisation}")
    String profile(@PathVariable String code, @PathVariable String organisation, Model model, Locale locale) {
        var programme = found(code);
        var participant = editable(programme, organisation, locale);
        model.addAttribute("form", ProfileForm.of(participant, participants.linesOf(participant.id(), locale), locale));
        return form(programme, participant, model, locale);
    }

    /** Saves, or only adds or takes away a line where that button was pressed. */
    @Once
    @PostMapping("/programmes/{code}/participants/{organisation}")
    ModelAndView profile(
            @PathVariable String code,
            @PathVariable String organisation,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String add,
            @RequestParam(required = false) @Nullable Integer remove,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var programme = found(code);
        var participant = editable(programme, organisation, locale);
        var lines = new ArrayList<>(form.given());
        if (add != null || remove != null) {
            var kind = Coded.find(ProfileLine.Kind.class, Typed.text(add));
            if (kind.isPresent()) {
                lines.add(ProfileForm.LineForm.empty(kind.get()));
                model.addAttribute("fresh", lines.size() - 1);
            } else if (remove != null && remove >= 0 && remove < lines.size()) {
                lines.remove(remove.intValue());
            }
            model.addAttribute("form", form.with(lines));
            return new ModelAndView(form(programme, participant, model, locale), model.asMap());
        }
        var places = mayPlace(programme);
        if (places) {
            form.checkGroup(groups.names(programme.id(), locale).keySet(), errors);
        }
        var changed = form.toParticipant(participant, places, participants.named(locale), errors);
        var wanted = form.toLines(topics, topics(programme, participant, locale).keySet(), errors);
        if (errors.hasErrors()) {
            return Typed.again(form(programme, participant, model, locale), model);
        }
        return switch (participation.keepProfile(programme, changed, wanted, SeenRows.parse(form.seen()))) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "participants.profile.kept");
                yield new ModelAndView("redirect:" + after(programme));
            }
            case Outcome.Overtaken(var both) -> {
                var now = editable(programme, organisation, locale);
                var kept = participants.linesOf(now.id(), locale);
                yield new Overtaken<>(form.with(lines(programme, both, kept)), ProfileForm.of(now, kept, locale))
                        .again(form(programme, now, model, locale), model);
            }
        };
    }

    private List<ProfileForm.LineForm> lines(
            Programme programme, List<Row<ProfileLineId, ProfileLine>> lines, List<KeptLine> kept) {
        var names = new HashMap<TopicId, String>();
        programmeTopics.of(programme.id(), Locale.ENGLISH).forEach(topic -> names.put(topic.id(), topic.name()));
        kept.forEach(one -> names.put(one.line().topic(), one.topicName()));
        return lines.stream()
                .map(line -> ProfileForm.LineForm.of(
                        line.id(), line.value(), names.get(line.value().topic())))
                .toList();
    }

    /** A city's own people have no list of the others to go back to. */
    private String after(Programme programme) {
        return rights.may(ProgrammePermission.PROGRAMME_READ, programme.id().scope())
                ? "/programmes/" + programme.code() + "/participants"
                : "/programmes/" + programme.code();
    }

    /** Those of the programme, and those that its lines name already. */
    private Map<String, String> topics(Programme programme, Participant participant, Locale locale) {
        var choice = new LinkedHashMap<String, String>();
        programmeTopics.of(programme.id(), locale).forEach(topic -> choice.put(topic.name(), topic.label()));
        participants.linesOf(participant.id(), locale).forEach(kept -> {
            if (kept.topicName() != null && kept.topicLabel() != null) {
                choice.putIfAbsent(kept.topicName(), kept.topicLabel());
            }
        });
        return choice;
    }

    private String form(Programme programme, Participant participant, Model model, Locale locale) {
        model.addAttribute("programme", programme);
        model.addAttribute("participant", participant);
        model.addAttribute("back", after(programme));
        model.addAttribute("groups", groups.names(programme.id(), locale));
        model.addAttribute("places", mayPlace(programme));
        model.addAttribute("topics", topics(programme, participant, locale));
        model.addAttribute("grades", labels.of("participants.line.grade", List.of("1", "2", "3"), locale));
        model.addAttribute("standings", labels.of("participants.standing", Coded.codes(Standing.class), locale));
        model.addAttribute("settings", labels.of("participants.setting", Coded.codes(Setting.class), locale));
        model.addAttribute("answers", labels.of("participants.first-timer", List.of("true", "false"), locale));
        model.addAttribute("kinds", labels.of("participants.line", Coded.codes(ProfileLine.Kind.class), locale));
        return "participants/profile";
    }

    /** A city's own people say what it offers and seeks; in which group it stands, and with how many it is paired, is not theirs. */
    private boolean mayPlace(Programme programme) {
        return rights.may(ProgrammePermission.PARTICIPANTS_EDIT, programme.id().scope());
    }

    private Programme found(String code) {
        return programmes.find(code).orElseThrow(() -> new NotFound("There is no programme " + code));
    }

    private Participant editable(Programme programme, String organisation, Locale locale) {
        var found = participants.find(programme.id(), organisation, locale);
        if (found.filter(one -> rights.may(ProgrammePermission.PROFILE_EDIT, scopes(programme, one)))
                        .isEmpty()
                && programmes.seen(programme.code()).isEmpty()) {
            throw new NotFound("There is no programme " + programme.code());
        }
        var participant = found.orElseThrow(
                () -> new NotFound("%s takes no part in %s".formatted(organisation, programme.code())));
        rights.require(ProgrammePermission.PROFILE_EDIT, scopes(programme, participant));
        return participant;
    }

    private static Scope[] scopes(Programme programme, Participant participant) {
        return new Scope[] {programme.id().scope(), Scope.city(participant.organisation())};
    }
}
