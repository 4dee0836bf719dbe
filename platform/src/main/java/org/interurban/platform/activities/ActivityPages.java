package org.interurban.platform.activities;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.accounts.RoleHolders;
import org.interurban.platform.activities.KeepActivity.Outcome;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.AnswerKind;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.gazetteer.Gazetteer;
import org.interurban.platform.gazetteer.OfficeDay;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.Owners;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.partnerships.TellPartners;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Shortened;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.Act;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Overtaken;
import org.interurban.platform.web.PageOf;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
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

/** Activities on the screen: list, calendar and portrait for everyone, the forms for those who plan them. */
@Controller
record ActivityPages(
        Activities activities,
        KindsOfActivity kinds,
        ActivityLists lists,
        KeepActivity keep,
        Partnerships partnerships,
        Owners owners,
        Directory directory,
        Gazetteer gazetteer,
        Languages languages,
        DateAnswers answers,
        TellOfActivity tell,
        TellPartners partners,
        Notices notices,
        Sources sources,
        People people,
        Rights rights,
        Labels labels,
        MessageSource messages,
        Clock clock) {

    /** Said at the state of a visit that nobody has agreed to yet. */
    static final String AGREE_FIRST = "activities.error.agree-first";

    @Open
    @InMenu(atWork = true, place = 40, words = "activities.menu.work", section = "activities")
    @InMenu(atWork = false, place = 50, words = "activities.menu", section = "activities")
    @GetMapping("/activities")
    String list(ListQuery query, Model model, Locale locale) {
        model.addAttribute("slice", lists.list(query));
        filters(query, model);
        return "activities/list";
    }

    @Open
    @GetMapping("/activities/calendar")
    String calendar(ListQuery given, Model model, Locale locale) {
        var others = new LinkedHashMap<>(given.filters());
        others.remove("month");
        var query = new ListQuery("/activities/calendar", given.q(), "", given.limit(), 0, others, given.locale());
        var from = given.date("month").from();
        var month = from == null
                ? lists.monthToOpen(LocalDate.now(clock), query).orElse(YearMonth.now(clock))
                : YearMonth.from(from);
        model.addAttribute("page", MonthPage.of(month, lists.of(month, query)));
        model.addAttribute(
                "monthName",
                DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale).format(month));
        model.addAttribute(
                "dayNames",
                Arrays.stream(java.time.DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                        .toList());
        model.addAttribute("previous", month.minusMonths(1).toString());
        model.addAttribute("next", month.plusMonths(1).toString());
        filters(query, model);
        return "activities/calendar";
    }

    private void filters(ListQuery query, Model model) {
        model.addAttribute("query", query);
        var link = query.downloadLink("ics");
        model.addAttribute(
                "feed", "/activities.ics" + (link.indexOf('?') < 0 ? "" : link.substring(link.indexOf('?'))));
    }

    @Open
    @PageOf("activity")
    @GetMapping("/activities/{code}")
    String show(@PathVariable String code, Model model, Locale locale) {
        var line = lists.one(code, locale).orElseThrow(() -> new NotFound("There is no activity " + code));
        var activity = activities.seen(code).orElseThrow(() -> new NotFound("There is no activity " + code));
        var scopes = activities.scopes(activity);
        var mayRead = rights.may(PartnershipPermission.PARTNERSHIP_READ, scopes);
        model.addAttribute("line", line);
        model.addAttribute("said", SaidOfActivity.of(line));
        model.addAttribute("parts", lists.partsOf(code, locale));
        model.addAttribute("around", activity.around());
        model.addAttribute("sites", activities.sitesShown(code, locale));
        model.addAttribute("sources", sources.of("activity", code));
        model.addAttribute("concluded", sources.concludedOf("activity", code));
        model.addAttribute("questions", sources.questionsOn("activity", code, mayRead));
        model.addAttribute("mayEdit", rights.may(ActivityPermission.ACTIVITIES_EDIT, scopes));
        if (mayRead && activity.status().stops()) {
            var how = activity.state().how();
            model.addAttribute("stopped", how);
            if (how.by() != null) {
                model.addAttribute("stoppedBy", people.names(Set.of(how.by())).get(how.by()));
            }
        }
        if (activity.status() == ActivityStatus.PROPOSED && mayRead) {
            addProposal(activity, model, locale);
        }
        if (rights.may(ActivityPermission.ACTIVITIES_EDIT, scopes)) {
            model.addAttribute("told", notices.of(TellOfActivity.about(activity)));
        }
        return "activities/show";
    }

    /** What helps to say whether a proposed day suits, and the answer where it is the reader's to give. */
    private void addProposal(Activity activity, Model model, Locale locale) {
        if (activity.when().isKnown()) {
            model.addAttribute("standings", answers.of(activity, locale));
            model.addAttribute("version", activity.version());
            answers.answeredBy(rights.current(), activity, locale).stream()
                    .filter(city -> city.answer() != DateAnswer.YES)
                    .findFirst()
                    .ifPresent(city -> {
                        model.addAttribute("answersFor", city.name());
                        model.addAttribute("date", activity.when().code());
                    });
        }
        var day = activity.when().from();
        if (day != null && activity.when().precision() == Precision.DAY && activity.partnership() != null) {
            var places = partnerships.members(activity.partnership(), locale).stream()
                    .filter(member -> member.left() == null && member.timeZone() != null)
                    .map(member -> new OfficeDay.Place(member.name(), ZoneId.of(member.timeZone())))
                    .toList();
            OfficeDay.of(day, places).ifPresent(hours -> model.addAttribute("hours", hours));
        }
    }

    @Requires("ACTIVITIES_EDIT")
    @Act("activities.plan")
    @GetMapping("/activities/new")
    String plan(
            @RequestParam(defaultValue = "") String partnership,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "false") boolean network,
            Model model,
            Locale locale) {
        var owner = owners.named(ActivityPermission.ACTIVITIES_EDIT, partnership, programme, network, locale);
        if (owner.isEmpty()) {
            model.addAttribute("choices", owners.choices(ActivityPermission.ACTIVITIES_EDIT, locale));
            model.addAttribute("next", "/activities/new");
            return "activities/choose";
        }
        model.addAttribute("form", ActivityForm.empty(kinds.first().orElse(null)));
        return form(null, owner.get(), model, locale);
    }

    @Requires("ACTIVITIES_EDIT")
    @Once
    @PostMapping("/activities/new")
    ModelAndView plan(
            @RequestParam(defaultValue = "") String partnership,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "false") boolean network,
            @Valid @ModelAttribute("form") ActivityForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var owner = owners.named(ActivityPermission.ACTIVITIES_EDIT, partnership, programme, network, locale)
                .orElseThrow(() -> new NotFound("An activity is somebody's"));
        var reading = reading(null, locale);
        var kind = reading.kind(form, null);
        var code = kind == null || errors.hasErrors() ? "" : activities.code(kind.code(), owner.frame());
        var read = reading.read(null, code, form, owner, errors).filter(activity -> isInTime(null, activity, errors));
        if (read.isEmpty()) {
            return Typed.again(form(null, owner, model, locale), model);
        }
        var activity = read.get();
        keep.plan(activity, true);
        next.addFlashAttribute(
                "notice", activity.status() == ActivityStatus.PROPOSED ? "activities.proposed" : "activities.planned");
        return new ModelAndView("redirect:/activities/" + activity.code());
    }

    @Requires("ACTIVITIES_EDIT")
    @GetMapping("/activities/{code}/edit")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var activity = editable(code);
        model.addAttribute("form", form(activity, locale));
        return form(activity, ownerOf(activity, locale), model, locale);
    }

    @Requires("ACTIVITIES_EDIT")
    @Once
    @PostMapping("/activities/{code}/edit")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") ActivityForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean silent,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = editable(code);
        var owner = ownerOf(before, locale);
        model.addAttribute("reason", reason);
        var read = reading(before, locale)
                .read(before, code, form, owner, errors)
                .filter(activity -> isInTime(before, activity, errors))
                .filter(activity -> saysWhy(before, activity, reason, !silent, errors));
        if (read.isEmpty()) {
            return Typed.again(form(before, owner, model, locale), model);
        }
        return switch (keep.change(before, read.get(), reason(reason), !silent)) {
            case Outcome.Kept() -> {
                next.addFlashAttribute("notice", "activities.changed");
                yield new ModelAndView("redirect:/activities/" + code);
            }
            case Outcome.ProposedAnew() -> {
                next.addFlashAttribute("notice", silent ? "activities.proposed" : "activities.moved");
                yield new ModelAndView("redirect:/activities/" + code);
            }
            case Outcome.Overtaken(var now) ->
                new Overtaken<>(form, form(now, locale)).again(form(now, owner, model, locale), model);
        };
    }

    /**
     * Proposes the day that a city asks for instead, to all that meet.
     *
     * @param version of the activity as it was shown
     */
    @Requires("ACTIVITIES_EDIT")
    @Once
    @PostMapping("/activities/{code}/other-day")
    ModelAndView takeOtherDay(
            @PathVariable String code,
            @RequestParam String day,
            @RequestParam int version,
            RedirectAttributes next,
            Locale locale) {
        var before = editable(code);
        var asked = answers.of(before, locale).stream()
                .flatMap(city -> Stream.ofNullable(city.otherDays()))
                .filter(when -> when.code().equals(day))
                .findFirst();
        var outcome = before.version() == version && before.status() == ActivityStatus.PROPOSED && asked.isPresent()
                ? keep.change(before, before.on(asked.get()), "", true)
                : new Outcome.Overtaken(before);
        next.addFlashAttribute(
                "notice",
                outcome instanceof Outcome.Overtaken ? "activities.other-day.over" : "activities.other-day.taken");
        return new ModelAndView("redirect:/activities/" + code);
    }

    private boolean isInTime(@Nullable Activity before, Activity wanted, BindingResult errors) {
        if (keep.isTooEarly(before, wanted)) {
            errors.rejectValue("status", AGREE_FIRST);
        }
        return !errors.hasErrors();
    }

    /** Those who are told that something does not take place on its date are told why. */
    private boolean saysWhy(Activity before, Activity wanted, String reason, boolean telling, BindingResult errors) {
        var stops = wanted.status().stops() && wanted.status() != before.status();
        var moves = KeepActivity.isMoved(before, wanted) && keep.isAhead(wanted);
        if ((stops || moves)
                && reason.isBlank()
                && telling
                && tell.isKnown(before)
                && !whoIsConcerned(before).isEmpty()) {
            errors.rejectValue(
                    stops ? "status" : "start",
                    stops ? "activities.telling.why.missing" : "activities.telling.why.moved");
        }
        return !errors.hasErrors();
    }

    private static String reason(String typed) {
        return Shortened.to(AnswerKind.WORDS_LENGTH, typed.strip());
    }

    @Requires("ACTIVITIES_EDIT")
    @GetMapping("/activities/{code}/cancel")
    String cancel(@PathVariable String code, Model model, Locale locale) {
        return cancel(editable(code), model, locale);
    }

    private String cancel(Activity activity, Model model, Locale locale) {
        model.addAttribute("activity", activity);
        model.addAttribute("concerned", tell.isKnown(activity) ? whoIsConcerned(activity) : List.of());
        model.addAttribute(
                "line",
                lists.one(activity.code(), locale)
                        .orElseThrow(() -> new NotFound("There is no activity " + activity.code())));
        return "activities/cancel";
    }

    private List<RoleHolders.Holder> whoIsConcerned(Activity activity) {
        return tell.whoIsConcerned(activity, rights.current().account());
    }

    /** @param reason asked for where somebody is told */
    @Requires("ACTIVITIES_EDIT")
    @Once
    @PostMapping("/activities/{code}/cancel")
    ModelAndView cancel(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var before = editable(code);
        if (reason.isBlank() && tell.isKnown(before) && !whoIsConcerned(before).isEmpty()) {
            model.addAttribute("reasonMissing", true);
            var page = new ModelAndView(cancel(before, model, locale), model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return switch (keep.change(
                before,
                before.with(new ActivityState.CalledOff(ActivityState.Stopped.UNRECORDED)),
                reason(reason),
                true)) {
            case Outcome.Kept(), Outcome.ProposedAnew() -> {
                next.addFlashAttribute("notice", "activities.cancelled");
                yield new ModelAndView("redirect:/activities/" + code);
            }
            case Outcome.Overtaken _ -> Overtaken.leads("/activities/" + code, next);
        };
    }

    private ActivityForm form(Activity activity, Locale locale) {
        var named = activities.named(activity, locale);
        return ActivityForm.of(activity, body -> Objects.requireNonNull(named.get(body)), null, null);
    }

    private ActivityReading reading(@Nullable Activity before, Locale locale) {
        return new ActivityReading(
                kinds,
                activities,
                partnerships,
                directory,
                gazetteer.countryNames(locale).keySet(),
                messages,
                Locale.forLanguageTag(languages.first()),
                LocalDate.now(clock),
                before == null ? Map.of() : activities.named(before, locale));
    }

    private String form(@Nullable Activity activity, Owner owner, Model model, Locale locale) {
        var partnership = owner instanceof Owner.OfPartnership(var brief) ? brief : null;
        model.addAttribute("owner", owner);
        model.addAttribute("programme", owner instanceof Owner.OfProgramme(var whole) ? whole : null);
        model.addAttribute("activity", activity);
        model.addAttribute("partnership", partnership);
        model.addAttribute(
                "mayAgree",
                partnership != null
                        && rights.may(PartnershipPermission.PARTNERSHIPS, partnerships.scopes(partnership.id())));
        model.addAttribute(
                "concerned",
                activity != null
                        ? whoIsConcerned(activity)
                        : partnership == null ? List.of() : partners.focalPoints(partnership.id()));
        model.addAttribute("types", kinds.choices(activity == null ? null : activity.type(), locale));
        model.addAttribute("countries", gazetteer.countryNames(locale));
        model.addAttribute("modes", labels.of("activities.mode", Coded.codes(Mode.class), locale));
        model.addAttribute("statuses", labels.of("activities.status", Coded.codes(ActivityStatus.class), locale));
        var cities = new LinkedHashMap<String, String>();
        var sites = new LinkedHashMap<UUID, String>();
        if (partnership != null) {
            partnerships.members(partnership.id(), locale).forEach(member -> cities.put(member.code(), member.name()));
            activities
                    .sitesOf(partnership.id(), locale)
                    .forEach(site -> sites.put(site.id().value(), site.cityName() + ": " + site.name()));
        }
        model.addAttribute("cities", cities);
        model.addAttribute("sites", sites);
        return "activities/form";
    }

    private Owner ownerOf(Activity activity, Locale locale) {
        return owners.of(activity.partnership(), activity.programme(), locale);
    }

    @Requires("ACTIVITIES_EDIT")
    @Once
    @PostMapping("/activities/{code}/remove")
    String remove(@PathVariable String code, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        keep.hide(editable(code), reason(reason));
        next.addFlashAttribute("notice", "activities.removed");
        return "redirect:/activities";
    }

    private Activity editable(String code) {
        var activity = activities.seen(code).orElseThrow(() -> new NotFound("There is no activity " + code));
        rights.require(ActivityPermission.ACTIVITIES_EDIT, activities.scopes(activity));
        return activity;
    }
}
