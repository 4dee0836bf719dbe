package org.interurban.platform.programmes;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.taxonomy.Topics;
import org.interurban.platform.web.Conflict;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Who takes part in a programme, and what each offers and seeks. */
@Controller
class ParticipantPages {

    /** @param id empty for a line that is new */
    record LineForm(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String topic,
            @Nullable String statement,
            @Nullable String grade,
            @Nullable String evidence) {

        boolean isEmpty() {
            return blank(topic) && blank(statement) && blank(evidence);
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }

    record ProfileForm(
            @Nullable String group,
            @Nullable String capacityMin,
            @Nullable String capacityMax,
            @Nullable String languages,
            @Nullable String staffDays,
            @Nullable String firstTimer,
            @Nullable List<LineForm> lines,
            @Nullable Integer version) {

        public List<LineForm> given() {
            return lines == null ? List.of() : lines;
        }

        ProfileForm with(List<LineForm> others) {
            return new ProfileForm(group, capacityMin, capacityMax, languages, staffDays, firstTimer, others, version);
        }
    }

    private final Programmes programmes;
    private final Participants participants;
    private final ParticipantLists lists;
    private final Participation participation;
    private final Topics topics;
    private final Rights rights;
    private final MessageSource messages;

    ParticipantPages(
            Programmes programmes,
            Participants participants,
            ParticipantLists lists,
            Participation participation,
            Topics topics,
            Rights rights,
            MessageSource messages) {
        this.programmes = programmes;
        this.participants = participants;
        this.lists = lists;
        this.participation = participation;
        this.topics = topics;
        this.rights = rights;
        this.messages = messages;
    }

    @Requires(Permission.PROGRAMME_READ)
    @GetMapping("/programmes/{code}/participants")
    String list(@PathVariable String code, ListQuery query, Model model) {
        var programme = readable(code);
        model.addAttribute("programme", programme);
        model.addAttribute("query", query);
        model.addAttribute("slice", lists.list(programme, query));
        model.addAttribute("groups", lists.groups(programme));
        model.addAttribute("mayEdit", mayEdit(programme));
        return "programmes/participants";
    }

    @Requires(Permission.PROGRAMME_READ)
    @GetMapping({"/programmes/{code}/participants.csv", "/programmes/{code}/participants.xlsx"})
    ResponseEntity<?> sheet(@PathVariable String code, HttpServletRequest request, ListQuery query) {
        var programme = readable(code);
        return Lists.answer(request, query, ParticipantLists.SHEET, asked -> lists.list(programme, asked));
    }

    /** What is done to the selected ones: take out, take back, or put into a group. */
    @Requires(Permission.PARTICIPANTS_EDIT)
    @PostMapping("/programmes/{code}/participants")
    String change(
            @PathVariable String code,
            @RequestParam(name = "organisation", required = false) @Nullable List<String> organisations,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String group,
            RedirectAttributes next) {
        var programme = readable(code);
        if (organisations == null || organisations.isEmpty()) {
            next.addFlashAttribute("notice", "programmes.participants.none-selected");
            next.addFlashAttribute("noticeKind", "warn");
            return "redirect:/programmes/" + code + "/participants";
        }
        switch (act) {
            case "remove" -> {
                participation.remove(programme, organisations);
                next.addFlashAttribute("notice", "programmes.participants.removed");
                next.addFlashAttribute("undo", organisations);
            }
            case "return" -> {
                participation.takeBack(programme, organisations);
                next.addFlashAttribute("notice", "programmes.participants.returned");
            }
            case "group" -> {
                participation.regroup(programme, organisations, group.strip());
                next.addFlashAttribute("notice", "programmes.participants.regrouped");
            }
            default -> throw new ListQuery.BadQuery("act is one of remove, return, group");
        }
        return "redirect:/programmes/" + code + "/participants";
    }

    @Requires(Permission.PARTICIPANTS_EDIT)
    @GetMapping("/programmes/{code}/participants/add")
    String add(@PathVariable String code, @RequestParam(defaultValue = "") String q, Model model, Locale locale) {
        var programme = readable(code);
        var words = Arrays.stream(q.split("[,;\\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .limit(50)
                .toList();
        model.addAttribute("programme", programme);
        model.addAttribute("q", q);
        model.addAttribute("groups", lists.groups(programme));
        model.addAttribute("candidates", words.isEmpty() ? List.of() : lists.candidates(programme, words, locale));
        return "programmes/add";
    }

    @Requires(Permission.PARTICIPANTS_EDIT)
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
        participation.add(programme, organisations, group.strip(), cohort.strip());
        next.addFlashAttribute("notice", "programmes.participants.added");
        return "redirect:/programmes/" + code + "/participants";
    }

    @Requires(Permission.PROFILE_EDIT)
    @GetMapping("/programmes/{code}/participants/{organisation}")
    String profile(@PathVariable String code, @PathVariable String organisation, Model model, Locale locale) {
        var programme = found(code);
        var participant = editable(programme, organisation, locale);
        var lines = participants.linesOf(participant.id(), locale).stream()
                .map(kept -> new LineForm(
                        kept.id().toString(),
                        kept.line().kind(),
                        kept.topicName(),
                        kept.line().statement(),
                        kept.line().grade() == null ? "" : kept.line().grade().toString(),
                        kept.line().evidence()))
                .toList();
        model.addAttribute(
                "form",
                new ProfileForm(
                        participant.side(),
                        Integer.toString(participant.capacityMin()),
                        Integer.toString(participant.capacityMax()),
                        String.join(", ", participant.languages()),
                        participant.staffDays() == null
                                ? ""
                                : participant.staffDays().toPlainString(),
                        participant.firstTimer() == null ? "" : participant.firstTimer() ? "yes" : "no",
                        lines,
                        participant.version()));
        return form(programme, participant, model, locale);
    }

    /** Saves, or only adds or takes away a line where that button was pressed. */
    @Requires(Permission.PROFILE_EDIT)
    @PostMapping("/programmes/{code}/participants/{organisation}")
    ModelAndView profile(
            @PathVariable String code,
            @PathVariable String organisation,
            @ModelAttribute("form") ProfileForm form,
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
            if (add != null && ProfileLine.KINDS.contains(add)) {
                lines.add(new LineForm("", add, "", "", add.equals("interest") ? "" : "2", ""));
                model.addAttribute("fresh", lines.size() - 1);
            } else if (remove != null && remove >= 0 && remove < lines.size()) {
                lines.remove(remove.intValue());
            }
            model.addAttribute("form", form.with(lines));
            return new ModelAndView(form(programme, participant, model, locale), model.asMap());
        }
        var changed = changed(participant, form, errors);
        var wanted = wanted(form, errors, locale);
        if (errors.hasErrors()) {
            return new ModelAndView(
                    form(programme, participant, model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        if (!participation.keepProfile(programme, changed, wanted)) {
            throw overtaken(programme, participant, locale);
        }
        next.addFlashAttribute("notice", "programmes.profile.kept");
        return new ModelAndView("redirect:" + after(programme));
    }

    /** A city's own people have no list of the others to go back to. */
    private String after(Programme programme) {
        return rights.may(
                        Permission.PROGRAMME_READ,
                        Scope.programme(programme.id().value()))
                ? "/programmes/" + programme.code() + "/participants"
                : "/programmes/" + programme.code();
    }

    private String form(Programme programme, Participant participant, Model model, Locale locale) {
        model.addAttribute("programme", programme);
        model.addAttribute("participant", participant);
        model.addAttribute("back", after(programme));
        var choice = new LinkedHashMap<String, String>();
        topics.of(Topics.COOPERATION, locale).forEach(topic -> choice.put(topic.name(), topic.label()));
        participants.linesOf(participant.id(), locale).forEach(kept -> {
            if (kept.topicName() != null && kept.topicLabel() != null) {
                choice.putIfAbsent(kept.topicName(), kept.topicLabel());
            }
        });
        model.addAttribute("topics", choice);
        var kinds = new LinkedHashMap<String, String>();
        ProfileLine.KINDS.forEach(
                kind -> kinds.put(kind, messages.getMessage("programmes.line." + kind, null, locale)));
        model.addAttribute("kinds", kinds);
        return "programmes/profile";
    }

    private static Participant changed(Participant participant, ProfileForm form, BindingResult errors) {
        var least = number(form.capacityMin(), "capacityMin", 0, errors);
        var most = number(form.capacityMax(), "capacityMax", 1, errors);
        if (least > most) {
            errors.rejectValue("capacityMin", "programmes.error.capacity-order");
        } else if (most < 1 || most > Participant.MOST_PARTNERS || least < 0) {
            errors.rejectValue("capacityMax", "programmes.error.capacity");
        }
        var languages = Arrays.stream(text(form.languages()).split("[,;\\s]+"))
                .filter(tag -> !tag.isEmpty())
                .toList();
        if (!languages.stream().allMatch(tag -> tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"))) {
            errors.rejectValue("languages", "programmes.error.languages");
        }
        @Nullable BigDecimal staffDays = null;
        if (!text(form.staffDays()).isEmpty()) {
            try {
                staffDays = new BigDecimal(text(form.staffDays()).replace(',', '.'));
                if (staffDays.signum() < 0 || staffDays.compareTo(BigDecimal.valueOf(31)) > 0) {
                    errors.rejectValue("staffDays", "programmes.error.staff-days");
                }
            } catch (NumberFormatException notANumber) {
                errors.rejectValue("staffDays", "programmes.error.staff-days");
            }
        }
        if (errors.hasErrors()) {
            return participant;
        }
        return new Participant(
                participant.id(),
                participant.programme(),
                participant.organisation(),
                participant.organisationCode(),
                participant.organisationName(),
                text(form.group()),
                participant.cohort(),
                least,
                most,
                languages,
                staffDays,
                switch (text(form.firstTimer())) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> null;
                },
                form.version() == null ? 0 : form.version());
    }

    private List<Participation.Wanted> wanted(ProfileForm form, BindingResult errors, Locale locale) {
        var wanted = new ArrayList<Participation.Wanted>();
        for (int i = 0; i < form.given().size(); i++) {
            var line = form.given().get(i);
            if (line.isEmpty()) {
                continue;
            }
            var field = "lines[" + i + "].";
            var kind = ProfileLine.KINDS.contains(text(line.kind())) ? text(line.kind()) : "interest";
            var topic = text(line.topic()).isEmpty()
                    ? null
                    : topics.find(text(line.topic())).orElse(null);
            var statement = text(line.statement());
            if (statement.isEmpty() && topic != null) {
                statement = topic.label();
            }
            var grade = text(line.grade());
            if (!kind.equals("interest") && !grade.matches("[1-3]")) {
                errors.rejectValue(field + "grade", "programmes.error.grade");
            } else if (statement.isEmpty() || statement.length() > ProfileLine.STATEMENT_LENGTH) {
                errors.rejectValue(field + "statement", "programmes.error.statement");
            } else {
                wanted.add(new Participation.Wanted(
                        text(line.id()).isEmpty() ? null : UUID.fromString(text(line.id())),
                        new ProfileLine(
                                kind,
                                topic == null ? null : topic.id(),
                                statement,
                                kind.equals("interest") ? null : Integer.valueOf(grade),
                                textOrNull(line.evidence()))));
            }
        }
        return wanted;
    }

    private static int number(@Nullable String given, String field, int usual, BindingResult errors) {
        if (text(given).isEmpty()) {
            return usual;
        }
        try {
            return Integer.parseInt(text(given));
        } catch (NumberFormatException notANumber) {
            errors.rejectValue(field, "programmes.error.capacity");
            return usual;
        }
    }

    private Programme found(String code) {
        return programmes.find(code).orElseThrow(() -> new NotFound("There is no programme " + code));
    }

    private Programme readable(String code) {
        var programme = found(code);
        rights.require(Permission.PROGRAMME_READ, Scope.programme(programme.id().value()));
        return programme;
    }

    private boolean mayEdit(Programme programme) {
        return rights.may(
                Permission.PARTICIPANTS_EDIT, Scope.programme(programme.id().value()));
    }

    private Participant editable(Programme programme, String organisation, Locale locale) {
        var participant = participants
                .find(programme.id(), organisation, locale)
                .orElseThrow(() -> new NotFound("%s takes no part in %s".formatted(organisation, programme.code())));
        rights.require(
                Permission.PROFILE_EDIT,
                Scope.programme(programme.id().value()),
                Scope.city(participant.organisation()));
        return participant;
    }

    private Conflict overtaken(Programme programme, Participant participant, Locale locale) {
        var now = new LinkedHashMap<String, String>();
        participants
                .linesOf(participant.id(), locale)
                .forEach(kept -> now.merge(
                        messages.getMessage("programmes.line." + kept.line().kind(), null, locale),
                        kept.line().statement(),
                        (all, one) -> all + "; " + one));
        return new Conflict(
                participant.organisationName(),
                "/programmes/" + programme.code() + "/participants/" + participant.organisationCode(),
                Map.copyOf(now));
    }
}
