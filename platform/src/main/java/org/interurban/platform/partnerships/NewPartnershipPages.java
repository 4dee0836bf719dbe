package org.interurban.platform.partnerships;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.participants.Participants;
import org.interurban.platform.programmes.ProgrammeTopics;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.taxonomy.TopicId;
import org.interurban.platform.taxonomy.Topics;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partnerships made by hand: networks have pairs that no round proposed. */
@Controller
@Requires("PAIRING_PUBLISH")
class NewPartnershipPages {

    private final Partnerships partnerships;
    private final Programmes programmes;
    private final Participants participants;
    private final Directory directory;
    private final Topics topics;
    private final ProgrammeTopics programmeTopics;
    private final Rights rights;

    NewPartnershipPages(
            Partnerships partnerships,
            Programmes programmes,
            Participants participants,
            Directory directory,
            Topics topics,
            ProgrammeTopics programmeTopics,
            Rights rights) {
        this.partnerships = partnerships;
        this.programmes = programmes;
        this.participants = participants;
        this.directory = directory;
        this.topics = topics;
        this.programmeTopics = programmeTopics;
        this.rights = rights;
    }

    /** First the programme, where none is named; then the rest. */
    @GetMapping("/partnerships/new")
    String create(@RequestParam(defaultValue = "") String programme, Model model, Locale locale) {
        if (programme.isBlank()) {
            model.addAttribute(
                    "programmes",
                    programmes.all(locale).stream().filter(this::mayBind).toList());
            return "partnerships/choose";
        }
        model.addAttribute("form", NewPartnershipForm.empty());
        return form(bindable(programme, locale), model, locale);
    }

    @Once
    @PostMapping("/partnerships/new")
    ModelAndView create(
            @RequestParam String programme,
            @Valid @ModelAttribute("form") NewPartnershipForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var frame = bindable(programme, locale);
        form.check(errors);
        var members = members(form, errors, locale);
        var theme = theme(form, frame, errors, locale);
        if (!errors.hasErrors()) {
            var made = partnerships.create(frame.id(), List.of(form.toWanted(members, theme)));
            if (!made.isEmpty()) {
                next.addFlashAttribute("notice", "partnerships.created");
                return new ModelAndView("redirect:/partnerships/" + made.getFirst());
            }
            errors.rejectValue("members", "partnerships.error.bound");
        }
        return Typed.again(form(frame, model, locale), model);
    }

    private List<OrganisationId> members(NewPartnershipForm form, BindingResult errors, Locale locale) {
        var members = new LinkedHashSet<OrganisationId>();
        for (var code : form.codes()) {
            directory.find(code, locale).ifPresent(entry -> members.add(entry.id()));
        }
        for (var name : form.names()) {
            switch (directory.findByName(name, locale)) {
                case Match.Known(var entry) -> members.add(entry.id());
                case Match.Likely(var entry, var nameKnown, var similarity) ->
                    errors.rejectValue("others", "partnerships.error.likely", new Object[] {name, nameKnown}, null);
                case Match.Several(var entries) ->
                    errors.rejectValue(
                            "others",
                            "partnerships.error.several",
                            new Object[] {
                                name,
                                entries.stream().map(Directory.Entry::told).collect(Collectors.joining("; "))
                            },
                            null);
                case Match.None() ->
                    errors.rejectValue("others", "partnerships.error.nobody", new Object[] {name}, null);
            }
        }
        if (members.size() < 2 && !errors.hasFieldErrors("others")) {
            errors.rejectValue("members", "partnerships.error.two-needed");
        }
        return new ArrayList<>(members);
    }

    private @Nullable TopicId theme(
            NewPartnershipForm form, Programmes.Brief programme, BindingResult errors, Locale locale) {
        if (form.topic() == null || form.topic().isBlank()) {
            return null;
        }
        var topic = topics.chosen(form.topic(), topics(programme, locale).keySet());
        if (topic.isEmpty()) {
            errors.rejectValue("topic", "partnerships.error.theme");
        }
        return topic.map(Topics.Topic::id).orElse(null);
    }

    private String form(Programmes.Brief programme, Model model, Locale locale) {
        model.addAttribute("programme", programme);
        var names = new LinkedHashMap<String, String>();
        participants
                .profiles(programme.id(), locale)
                .forEach(profile -> names.put(
                        profile.participant().organisationCode(),
                        profile.participant().organisationName()));
        model.addAttribute("participants", names);
        model.addAttribute("topics", topics(programme, locale));
        return "partnerships/new";
    }

    private Map<String, String> topics(Programmes.Brief programme, Locale locale) {
        var themes = new LinkedHashMap<String, String>();
        programmeTopics.of(programme.id(), locale).forEach(topic -> themes.put(topic.name(), topic.label()));
        return themes;
    }

    private Programmes.Brief bindable(String code, Locale locale) {
        var programme = programmes.brief(code, locale).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(PartnershipPermission.PAIRING_PUBLISH, programme.id().scope());
        return programme;
    }

    private boolean mayBind(Programmes.Brief programme) {
        return rights.may(PartnershipPermission.PAIRING_PUBLISH, programme.id().scope());
    }
}
