package org.interurban.platform.pairing;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.interurban.pairing.scoring.Criterion;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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

/** Rounds on the screen: a programme's list, and the form with a round's rules. */
@Controller
@Requires("PAIRING_RUN")
class RoundPages {

    private static final int LARGEST_SEED = 10_000;

    private final Rounds rounds;
    private final OpenRounds open;
    private final RoundCities cities;
    private final SolveRound solve;
    private final Programmes programmes;
    private final Rights rights;
    private final MessageSource messages;

    RoundPages(
            Rounds rounds,
            OpenRounds open,
            RoundCities cities,
            SolveRound solve,
            Programmes programmes,
            Rights rights,
            MessageSource messages) {
        this.rounds = rounds;
        this.open = open;
        this.cities = cities;
        this.solve = solve;
        this.programmes = programmes;
        this.rights = rights;
        this.messages = messages;
    }

    @GetMapping("/programmes/{code}/rounds")
    String list(@PathVariable String code, ListQuery query, Model model, Locale locale) {
        var programme = programme(code, locale);
        model.addAttribute("programme", programme);
        model.addAttribute("slice", rounds.list(query.with("programme", code)));
        model.addAttribute("groups", cities.groups(programme.id(), locale));
        return "pairing/rounds";
    }

    @GetMapping("/rounds/new")
    String create(@RequestParam String programme, Model model, Locale locale) {
        var brief = programme(programme, locale);
        var groups = cities.groups(brief.id(), locale);
        model.addAttribute(
                "form", RoundForm.fresh(groups, ThreadLocalRandom.current().nextInt(1, LARGEST_SEED)));
        return form(brief, groups, model, locale);
    }

    @Once
    @PostMapping("/rounds/new")
    ModelAndView create(
            @RequestParam String programme,
            @Valid @ModelAttribute("form") RoundForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var brief = programme(programme, locale);
        var groups = cities.groups(brief.id(), locale);
        form.check(errors, groups);
        form.checkReadiness(errors, groups, cities.silent(brief.id(), locale));
        if (errors.hasErrors()) {
            return new ModelAndView(form(brief, groups, model, locale), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var round = form.toRound(RoundId.next(), brief.id(), brief.code(), brief.name());
        WorkbenchActs.say(solve.setUp(round), next, messages, locale);
        return new ModelAndView("redirect:" + round.id().address());
    }

    @GetMapping("/rounds/{id}/rules")
    String edit(@PathVariable RoundId id, Model model, Locale locale) {
        var round = draft(id, locale);
        model.addAttribute("form", RoundForm.of(round));
        model.addAttribute("round", round);
        return form(programme(round.programmeCode(), locale), cities.groups(round.programme(), locale), model, locale);
    }

    @Once
    @PostMapping("/rounds/{id}/rules")
    ModelAndView edit(
            @PathVariable RoundId id,
            @Valid @ModelAttribute("form") RoundForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var round = draft(id, locale);
        var groups = cities.groups(round.programme(), locale);
        form.check(errors, groups);
        form.checkReadiness(errors, groups, cities.silent(round.programme(), locale));
        if (errors.hasErrors()) {
            model.addAttribute("round", round);
            return new ModelAndView(
                    form(programme(round.programmeCode(), locale), groups, model, locale),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var after = form.toRound(round.id(), round.programme(), round.programmeCode(), round.programmeName());
        var outcome = solve.change(round, after);
        if (outcome instanceof SolveRound.Outcome.Overtaken(var now)) {
            model.addAttribute("round", round);
            return new Overtaken<>(form, RoundForm.of(now))
                    .again(form(programme(round.programmeCode(), locale), groups, model, locale), model);
        }
        WorkbenchActs.say(outcome, next, messages, locale);
        return WorkbenchActs.leads(outcome, id.address());
    }

    private String form(Programmes.Brief programme, List<RoundCities.Group> groups, Model model, Locale locale) {
        model.addAttribute("programme", programme);
        var others = named(groups, locale);
        model.addAttribute("otherGroups", others.size() == 1 ? Map.of() : others);
        model.addAttribute(
                "groups",
                named(groups.stream().filter(group -> !group.code().isEmpty()).toList(), locale));
        model.addAttribute("silent", cities.silent(programme.id(), locale));
        model.addAttribute(
                "taking", groups.stream().mapToInt(RoundCities.Group::size).sum());
        model.addAttribute("criteria", Criterion.values());
        var aims = new LinkedHashMap<String, String>();
        for (var aim : Rules.Aim.values()) {
            aims.put(aim.name(), messages.getMessage("pairing.aim." + aim.code(), null, locale));
        }
        model.addAttribute("aims", aims);
        var ties = new LinkedHashMap<String, String>();
        for (var tie : List.of("bonus", "malus")) {
            ties.put(tie, messages.getMessage("pairing.past." + tie, null, locale));
        }
        model.addAttribute("ties", ties);
        return "pairing/form";
    }

    private Map<String, String> named(List<RoundCities.Group> groups, Locale locale) {
        var named = new LinkedHashMap<String, String>();
        groups.forEach(group -> named.put(
                group.code(),
                messages.getMessage(
                        "pairing.group-of",
                        new Object[] {
                            group.name() == null
                                    ? messages.getMessage("pairing.group.none", null, locale)
                                    : group.name(),
                            group.size()
                        },
                        locale)));
        return named;
    }

    private Programmes.Brief programme(String code, Locale locale) {
        var programme = programmes.brief(code, locale).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(PairingPermission.PAIRING_RUN, programme.id().scope());
        return programme;
    }

    private Round draft(RoundId id, Locale locale) {
        var round = open.round(id, locale);
        if (!round.isDraft()) {
            throw new NotFound("Only a draft has rules that can change");
        }
        return round;
    }
}
