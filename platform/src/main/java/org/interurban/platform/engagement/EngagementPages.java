package org.interurban.platform.engagement;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.engagement.Engagement.Kind;
import org.interurban.platform.engagement.Engagement.State;
import org.interurban.platform.engagement.KeepEngagement.Outcome;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.PageOf;
import org.interurban.platform.web.Refusal;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Visits of courtesy and requests for support on the screen: what came to pass for everyone, the rest for those whom it concerns. */
@Controller
class EngagementPages {

    private final Engagements engagements;
    private final KeepEngagement keep;
    private final Directory directory;
    private final Sources sources;
    private final Rights rights;
    private final Labels labels;
    private final Clock clock;

    EngagementPages(
            Engagements engagements,
            KeepEngagement keep,
            Directory directory,
            Sources sources,
            Rights rights,
            Labels labels,
            Clock clock) {
        this.engagements = engagements;
        this.keep = keep;
        this.directory = directory;
        this.sources = sources;
        this.rights = rights;
        this.labels = labels;
        this.clock = clock;
    }

    @Open
    @InMenu(atWork = true, place = 75, words = "engagement.menu", section = "engagements", holding = "ENGAGEMENT_READ")
    @GetMapping("/engagements")
    String list(ListQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("slice", engagements.list(query));
        model.addAttribute("mayAdd", rights.current().mayAnywhere(EngagementPermission.ENGAGEMENT_EDIT));
        return "engagement/list";
    }

    @Open
    @PageOf("engagement")
    @GetMapping("/engagements/{code}")
    String show(@PathVariable String code, Model model, Locale locale) {
        return show(seen(code), model, locale);
    }

    /** The same for programs. */
    @Open
    @ResponseBody
    @GetMapping("/api/v1/engagements/{code}")
    Engagements.Line tell(@PathVariable String code, Locale locale) {
        return engagements.line(code, locale).orElseThrow(() -> missing(code));
    }

    private String show(Engagement engagement, Model model, Locale locale) {
        var steps = engagements.steps(engagement, locale);
        var mine = mine(engagement);
        model.addAttribute(
                "line", engagements.line(engagement.code(), locale).orElseThrow(() -> missing(engagement.code())));
        model.addAttribute("request", engagement.kind() == Kind.SUPPORT_REQUEST);
        model.addAttribute("open", engagement.open());
        model.addAttribute(
                "offers", steps.stream().filter(Engagements.StepLine::isOffer).toList());
        model.addAttribute(
                "followUps",
                steps.stream()
                        .filter(step -> !step.isOffer() && mayTick(engagement, step))
                        .toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("sources", sources.of("engagement", engagement.code()));
        var mayEdit = rights.may(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("told", mayEdit ? keep.told(engagement) : List.of());
        model.addAttribute(
                "mayOffer",
                !mine.isEmpty() || engagement.takesOffers() && rights.may(EngagementPermission.ENGAGEMENT_ANSWER));
        if (!model.containsAttribute("offer")) {
            model.addAttribute(
                    "offer", new OfferForm(mine.size() == 1 ? named(locale).told(mine.getFirst()) : null, Words.NONE));
        }
        if (!model.containsAttribute("followUp")) {
            model.addAttribute("followUp", FollowUpForm.EMPTY);
        }
        return "engagement/show";
    }

    private boolean mayTick(Engagement engagement, Engagements.StepLine step) {
        return rights.may(EngagementPermission.ENGAGEMENT_ANSWER, engagements.scopes(engagement, step.organisation()));
    }

    /** The cities for which the person can offer something; where it is one, an offer is two words and a press. */
    private List<OrganisationId> mine(Engagement engagement) {
        return rights.current().assignments().stream()
                .filter(held -> EngagementPermission.ENGAGEMENT_ANSWER.isHeldBy(held.role()))
                .flatMap(held -> Optional.ofNullable(held.scope().id()).stream())
                .map(city -> new OrganisationId(city.value()))
                .filter(engagement::mayBeOffered)
                .distinct()
                .toList();
    }

    @Requires("ENGAGEMENT_EDIT")
    @GetMapping("/engagements/new")
    String add(@RequestParam(defaultValue = "courtesy-visit") String kind, Model model, Locale locale) {
        var chosen = Coded.codes(Kind.class).contains(kind) ? Coded.of(Kind.class, kind) : Kind.COURTESY_VISIT;
        model.addAttribute("form", EngagementForm.empty(chosen));
        return form(null, chosen, model, locale);
    }

    @Requires("ENGAGEMENT_EDIT")
    @Once
    @PostMapping("/engagements/new")
    ModelAndView add(
            @Valid @ModelAttribute("form") EngagementForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var code = errors.hasErrors() ? "" : engagements.nextCode();
        var read = form.read(null, code, named(locale), clock, errors);
        if (read.isEmpty()) {
            return Typed.again(form(null, kind(form), model, locale), model);
        }
        var notice = read.get().state() == State.OPEN ? "engagement.asked" : "engagement.recorded";
        return answer(keep.announce(read.get()), notice, next);
    }

    @Requires("ENGAGEMENT_EDIT")
    @GetMapping("/engagements/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var engagement = editable(code);
        model.addAttribute("form", EngagementForm.of(engagement, named(locale)));
        return form(engagement, engagement.kind(), model, locale);
    }

    @Requires("ENGAGEMENT_EDIT")
    @Once
    @PostMapping("/engagements/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") EngagementForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = editable(code);
        var read = form.read(before, code, named(locale), clock, errors);
        if (read.isEmpty()) {
            return Typed.again(form(before, kind(form), model, locale), model);
        }
        return switch (keep.change(read.get(), true)) {
            case Outcome.Overtaken(var theirs) -> {
                var named = named(locale);
                yield new Overtaken<>(form.about(read.get().topics(), named), EngagementForm.of(theirs, named))
                        .again(form(theirs, kind(form), model, locale), model);
            }
            case Outcome other -> answer(other, "engagement.changed", next);
        };
    }

    @Requires("ENGAGEMENT_EDIT")
    @Once
    @PostMapping("/engagements/{code}/remove")
    ModelAndView remove(@PathVariable String code, RedirectAttributes next) {
        return answer(keep.remove(editable(code)), "engagement.removed", "/engagements", next);
    }

    @Requires("ENGAGEMENT_ANSWER")
    @Once
    @PostMapping("/engagements/{code}/offers")
    ModelAndView offer(
            @PathVariable String code,
            @Valid @ModelAttribute("offer") OfferForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var engagement = seen(code);
        var offer = form.read(engagement, named(locale), errors);
        return offer.isEmpty()
                ? Typed.again(show(engagement, model, locale), model)
                : answer(keep.add(engagement, offer.get()), "engagement.step-added", next);
    }

    @Requires("ENGAGEMENT_EDIT")
    @Once
    @PostMapping("/engagements/{code}/follow-ups")
    ModelAndView followUp(
            @PathVariable String code,
            @Valid @ModelAttribute("followUp") FollowUpForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var engagement = editable(code);
        var followUp = form.read(named(locale), errors);
        return followUp.isEmpty()
                ? Typed.again(show(engagement, model, locale), model)
                : answer(keep.add(engagement, followUp.get()), "engagement.step-added", next);
    }

    @Requires("ENGAGEMENT_ANSWER")
    @Once
    @PostMapping("/engagements/{code}/steps/{step}/done")
    ModelAndView done(@PathVariable String code, @PathVariable Step.Id step, RedirectAttributes next) {
        return answer(keep.done(seen(code), step), "engagement.step-done", next);
    }

    @Requires("ENGAGEMENT_EDIT")
    @Once
    @PostMapping("/engagements/{code}/steps/{step}/remove")
    ModelAndView removeStep(@PathVariable String code, @PathVariable Step.Id step, RedirectAttributes next) {
        return answer(keep.remove(editable(code), step), "engagement.step-removed", next);
    }

    private static ModelAndView answer(Outcome outcome, String notice, RedirectAttributes next) {
        var page =
                outcome instanceof Outcome.Kept(var engagement) ? "/engagements/" + engagement.code() : "/engagements";
        return answer(outcome, notice, page, next);
    }

    private static ModelAndView answer(Outcome outcome, String notice, String page, RedirectAttributes next) {
        return switch (outcome) {
            case Outcome.Kept _ -> {
                next.addFlashAttribute("notice", notice);
                yield new ModelAndView("redirect:" + page);
            }
            case Outcome.Overtaken(var theirs) -> Overtaken.leads("/engagements/" + theirs.code(), next);
            case Outcome.Refused(var why) -> Refusal.saying(why.message(), page, next);
            case Outcome.NotAsked() -> Refusal.saying("engagement.error.not-asked", page, next);
            case Outcome.Gone() -> throw new NotFound("It was removed meanwhile");
        };
    }

    private String form(@Nullable Engagement engagement, Kind kind, Model model, Locale locale) {
        model.addAttribute("engagement", engagement);
        model.addAttribute("steps", engagement == null ? List.of() : engagements.steps(engagement, locale));
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", labels.of("engagement.kind", Coded.codes(Kind.class), locale));
        model.addAttribute("states", states(kind, locale));
        model.addAttribute("topics", engagements.topicsToChoose(locale));
        return "engagement/form";
    }

    private Map<String, String> states(Kind kind, Locale locale) {
        return labels.of(
                "engagement.state", kind.states().stream().map(Coded::code).toList(), locale);
    }

    private static Kind kind(EngagementForm form) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(form.kind()))
                .findFirst()
                .orElse(Kind.COURTESY_VISIT);
    }

    private Named named(Locale locale) {
        return new Named(directory, engagements, locale);
    }

    private Engagement seen(String code) {
        return engagements.find(code).orElseThrow(() -> missing(code));
    }

    private static NotFound missing(String code) {
        return new NotFound("There is no visit or request " + code);
    }

    private Engagement editable(String code) {
        var engagement = seen(code);
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        return engagement;
    }
}
