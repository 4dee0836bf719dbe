package org.interurban.platform.lines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.DirectoryPermission;
import org.interurban.platform.drawing.LineDrawings;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.drawing.Span;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.gazetteer.OfficeDay;
import org.interurban.platform.invitations.InvitationPermission;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.people.ContactPermission;
import org.interurban.platform.portraits.Measures;
import org.interurban.platform.portraits.StationSource;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.sources.SourcePermission;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Subject;
import org.interurban.platform.web.KeptParts;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A programme, a partnership, a city: each on one page, for everyone; those who work on it see where documents disagree. */
@Controller
@Open
class PortraitPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ROOT);

    /** A member city with its clock. */
    record Here(
            PartnershipLine.Member member,
            @Nullable String time,
            @Nullable String offset,
            List<PartnershipPortraits.Post> posts) {}

    private final ProgrammePortraits programmes;
    private final PartnershipPortraits partnerships;
    private final CityPortraits cities;
    private final PartnershipLines lines;
    private final Timetable timetable;
    private final FirstDay firstDay;
    private final LineDrawings drawings;
    private final KeptParts parts;
    private final Cited cited;
    private final Sources sources;
    private final List<StationSource> steps;
    private final Measures measures;
    private final SaidOfLines said;
    private final Rights rights;
    private final MessageSource messages;
    private final Clock clock;

    /** Lines on a map beside their list; one of more has the whole width. */
    private static final int MOST_BESIDE = 8;

    PortraitPages(
            ProgrammePortraits programmes,
            PartnershipPortraits partnerships,
            CityPortraits cities,
            PartnershipLines lines,
            Timetable timetable,
            FirstDay firstDay,
            LineDrawings drawings,
            KeptParts parts,
            Cited cited,
            Sources sources,
            List<StationSource> steps,
            Measures measures,
            SaidOfLines said,
            Rights rights,
            MessageSource messages,
            Clock clock) {
        this.programmes = programmes;
        this.partnerships = partnerships;
        this.cities = cities;
        this.lines = lines;
        this.timetable = timetable;
        this.firstDay = firstDay;
        this.drawings = drawings;
        this.parts = parts;
        this.cited = cited;
        this.sources = sources;
        this.steps = steps;
        this.measures = measures;
        this.said = said;
        this.rights = rights;
        this.messages = messages;
        this.clock = clock;
    }

    @PageOf({"programme", "programme-group"})
    @GetMapping("/programmes/{code}")
    String programme(
            @PathVariable String code, @RequestParam(defaultValue = "") String paper, Locale locale, Model model) {
        var view = new View(rights.current(), locale);
        var programme = programmes.find(code, view).orElseThrow(() -> new NotFound(code));
        var works =
                rights.may(ProgrammePermission.PROGRAMME_READ, programme.id().scope());
        var read = lines.ofProgrammeWithCommon(programme.id(), view);
        var partnerships = read.partnerships();
        var common = read.common();
        model.addAttribute("programme", programme);
        model.addAttribute("wholeOnPaper", paper.equals("whole"));
        model.addAttribute("said", said.of(programme));
        model.addAttribute("picture", said.picture("/programmes/" + code, locale));
        model.addAttribute("bodies", programme.bodies());
        model.addAttribute("figures", programmes.figures(code));
        model.addAttribute("today", today());
        var groups = programmes.groups(programme.id(), view);
        model.addAttribute("groups", groups);
        model.addAttribute(
                "takePart", groups.stream().anyMatch(group -> !group.cities().isEmpty()));
        model.addAttribute(
                "own",
                groups.stream()
                        .flatMap(group -> group.cities().stream())
                        .filter(city -> rights.may(ProgrammePermission.PROFILE_EDIT, Scope.city(city.id())))
                        .filter(city -> !works)
                        .toList());
        model.addAttribute("above", groups.size() < 2 ? null : groups.getFirst().name());
        model.addAttribute(
                "mayEdit",
                rights.may(ProgrammePermission.PROGRAMME_EDIT, programme.id().scope()));
        model.addAttribute(
                "mayInvite",
                rights.may(InvitationPermission.CONTACTS_INVITE, programme.id().scope()));
        model.addAttribute("works", works);
        var young = FirstDay.is(partnerships, common);
        model.addAttribute("counted", young ? List.of() : measures.of(programme.id(), view.reader()));
        var subjects = Stream.concat(
                subjects(new Subject("programme", code), partnerships, common).stream(),
                programme.objectives().stream().map(one -> new Subject("objective", one.code())));
        var grounds = cited.groundsOf(subjects.toList());
        model.addAttribute("sources", grounds.sources());
        model.addAttribute("aims", grounds.aims());
        model.addAttribute("questions", sources.questionsOn(withItsGroups(code, groups), works));
        model.addAttribute("total", read.total());
        addTimetable(
                partnerships,
                common,
                programme.from().from(),
                said("lines.timetable.name", programme.shortName(), locale),
                locale,
                model);
        addMap(partnerships, model);
        if (young) {
            var says = firstDay.said(programme.id(), view);
            model.addAttribute("says", says);
            model.addAttribute("pairs", FirstDay.pairs(partnerships, groups, says));
            firstDay.ahead(programme, partnerships, common, today(), locale)
                    .map(line -> drawings.of(
                            line,
                            Span.over(List.of(line), today(), locale),
                            said("lines.ahead.name", programme.shortName(), locale)))
                    .ifPresent(ahead -> model.addAttribute("ahead", ahead));
        }
        return "lines/programme";
    }

    @PageOf("partnership")
    @GetMapping("/partnerships/{code}")
    String partnership(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(defaultValue = "") String view,
            Locale locale,
            Model model) {
        var reader = new View(rights.current(), locale);
        var place = partnerships.find(code, reader).orElseThrow(() -> new NotFound(code));
        var scopes = place.scopes();
        var works = rights.may(PartnershipPermission.PARTNERSHIP_READ, scopes);
        var asWorker = works && !view.equals("public");
        var read = place.publicly();
        if (read == null) {
            read = lines.find(place.id(), place.programme(), asWorker ? reader : View.ofThePublic(locale));
        }
        var partnership = read.partnerships().stream().findFirst().orElseThrow(() -> new NotFound(code));
        var line = partnership.alone(reading == null ? step : reading);
        var shown = new HashMap<String, @Nullable Object>();
        if (step != null) {
            partnership
                    .allSteps()
                    .filter(one -> one.code().equals(step) && one.station() != null)
                    .findFirst()
                    .ifPresent(one -> {
                        shown.put("step", one);
                        shown.put("passages", sources.of(one.kind(), one.code()));
                    });
        }
        shown.put("partnership", partnership);
        var places = places(partnership);
        OfficeDay.of(nextWorkingDay(), places).ifPresent(hours -> shown.put("hours", hours));
        var next = asWorker ? next(partnership, places, reader) : null;
        shown.put("next", next);
        shown.put("last", last(partnership, locale));
        if (!line.stations().isEmpty()) {
            var whole = Span.over(List.of(line), today(), locale);
            var around = Span.around(today(), locale);
            var window = next != null && around.touches(next.step().when()) && around.months() < whole.months();
            shown.put("window", window);
            shown.put(
                    "drawing",
                    drawings.of(
                            line,
                            window && !view.equals("whole") ? around : whole,
                            said("lines.the-line-of", partnership.name(), locale)));
        }
        shown.put(
                "matters",
                place.matters().stream()
                        .filter(matter -> asWorker || matter.chosen())
                        .toList());
        shown.put(
                "members",
                here(
                        partnership,
                        place.posts().stream()
                                .filter(post -> asWorker || post.open())
                                .toList()));
        shown.put("works", works);
        shown.put("asWorker", asWorker);
        shown.put("mayEdit", asWorker && rights.may(PartnershipPermission.PARTNERSHIP_EDIT, scopes));
        var subjects = subjects(new Subject("partnership", code), List.of(partnership), partnership.shared());
        var grounds = cited.groundsOf(subjects);
        shown.put("sources", grounds.sources());
        shown.put("concluded", grounds.concluded());
        shown.put("chosen", asWorker ? List.of() : sources.questionsOn(subjects, false));
        if (!asWorker && step == null) {
            model.addAttribute("title", partnership.name());
            model.addAttribute("description", said.sentence(partnership, locale));
            model.addAttribute("said", said.of(partnership));
            model.addAttribute("picture", said.picture("/partnerships/" + code, locale));
            model.addAttribute("section", "partnerships");
            model.addAttribute("main", parts.part("lines/partnership", "main", locale, shown));
            return "layout/kept";
        }
        model.addAllAttributes(shown);
        if (asWorker) {
            addReadings(reading, partnership, model);
        }
        return "lines/partnership";
    }

    private static List<Subject> withItsGroups(String programme, List<ProgrammePortraits.Group> groups) {
        return Stream.concat(
                        Stream.of(new Subject("programme", programme)),
                        groups.stream()
                                .filter(group -> group.code() != null)
                                .map(group -> new Subject("programme-group", programme + "/" + group.code())))
                .toList();
    }

    private void addReadings(@Nullable String code, PartnershipLine partnership, Model model) {
        model.addAttribute("mayChoose", rights.may(SourcePermission.READINGS_CHOOSE));
        model.addAttribute(
                "questions",
                sources.questionsOn(
                        Stream.concat(
                                        Stream.of(new Subject("partnership", partnership.code())),
                                        partnership
                                                .allSteps()
                                                .filter(step -> step.readings() == 0)
                                                .map(PortraitPages::subject))
                                .toList(),
                        true));
        if (code == null) {
            return;
        }
        partnership
                .allSteps()
                .filter(step -> step.readings() > 0 && step.code().equals(code))
                .findFirst()
                .ifPresent(step -> {
                    model.addAttribute("open", step.title());
                    model.addAttribute("openQuestions", sources.questionsOn(step.kind(), code, true));
                });
    }

    private List<Here> here(PartnershipLine partnership, List<PartnershipPortraits.Post> posts) {
        return partnership.members().stream()
                .filter(member -> member.leftOn() == null)
                .map(member -> {
                    var zone = member.timeZone();
                    var now = zone == null ? null : clock.instant().atZone(ZoneId.of(zone));
                    return new Here(
                            member,
                            now == null ? null : TIME.format(now),
                            now == null ? null : OFFSET.format(now).replace("GMT", "UTC"),
                            posts.stream()
                                    .filter(post -> post.organisation().equals(member.code()))
                                    .toList());
                })
                .toList();
    }

    /** The nearest step ahead whose day, month or year is known. */
    private @Nullable NextStop next(PartnershipLine partnership, List<OfficeDay.Place> places, View reader) {
        return partnership
                .steps()
                .filter(step -> NextStop.isAhead(step, today()))
                .min(Comparator.comparing(
                        step -> Objects.requireNonNull(step.when().from())))
                .map(step -> {
                    var when = step.when();
                    var hours = when.precision() == Precision.DAY
                            ? OfficeDay.of(Objects.requireNonNull(when.from()), places)
                            : Optional.<OfficeDay>empty();
                    return new NextStop(
                            step,
                            hours.orElse(null),
                            steps.stream()
                                    .flatMap(source -> source.answer(step, reader).stream())
                                    .findFirst()
                                    .orElse(null));
                })
                .orElse(null);
    }

    /** When something was held last, where that has gone by and nothing is planned; null else. */
    private @Nullable String last(PartnershipLine partnership, Locale locale) {
        var stations = partnership
                .allSteps()
                .flatMap(step -> Stream.ofNullable(step.station()))
                .toList();
        return stations.stream().allMatch(Station::held)
                ? stations.stream()
                        .map(Station::when)
                        .filter(when -> when.isKnown()
                                && Objects.requireNonNull(when.to()).isBefore(today()))
                        .max(Comparator.comparing(PartialPeriod::to))
                        .map(when -> when.text(locale))
                        .orElse(null)
                : null;
    }

    /** The cities with their clocks, the reader's own first. */
    private List<OfficeDay.Place> places(PartnershipLine partnership) {
        var own = rights.current().assignments();
        return partnership.members().stream()
                .filter(member -> member.leftOn() == null && member.timeZone() != null)
                .sorted(Comparator.comparing(
                        member -> own.stream().noneMatch(held -> held.scope().equals(Scope.city(member.id())))))
                .map(member -> new OfficeDay.Place(member.name(), ZoneId.of(member.timeZone())))
                .toList();
    }

    private LocalDate nextWorkingDay() {
        var day = today().plusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day;
    }

    @GetMapping("/cities/{code}")
    String city(@PathVariable String code, Locale locale, Model model) {
        var view = new View(rights.current(), locale);
        var portrait = cities.find(code, view).orElseThrow(() -> new NotFound(code));
        var city = portrait.city();
        var works = rights.may(CommonPermission.RECORDS_READ, Scope.city(city.id()));
        var its = lines.ofCity(city.id(), view);
        var partnerships = its.partnerships();
        model.addAttribute("total", its.total());
        model.addAttribute("city", city);
        model.addAttribute("said", said.of(city));
        addTimetable(partnerships, List.of(), null, said("lines.lines-of", city.name(), locale), locale, model);
        addMap(partnerships, model);
        var about = cities.about(city.id(), view);
        model.addAttribute("facts", about.facts());
        model.addAttribute("profile", about.profile());
        model.addAttribute("sites", about.sites());
        model.addAttribute("programmes", about.programmes());
        model.addAttribute("parts", about.parts());
        model.addAttribute("posts", portrait.posts());
        model.addAttribute("readsContacts", rights.may(ContactPermission.CONTACTS_READ, Scope.city(city.id())));
        model.addAttribute("keepsContacts", rights.may(ContactPermission.CONTACTS_EDIT, Scope.city(city.id())));
        model.addAttribute("works", works);
        model.addAttribute("mayEdit", rights.may(DirectoryPermission.DIRECTORY_EDIT));
        model.addAttribute(
                "sources",
                cited.groundsOf(List.of(new Subject("organisation", code), new Subject("member", code)))
                        .sources());
        model.addAttribute("questions", sources.questionsOn("organisation", code, works));
        return "lines/city";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC"));
    }

    private String said(String key, String name, Locale locale) {
        return messages.getMessage(key, new Object[] {name}, locale);
    }

    private void addTimetable(
            List<PartnershipLine> partnerships,
            List<Step> common,
            @Nullable LocalDate begins,
            String name,
            Locale locale,
            Model model) {
        var rows = timetable.of(partnerships, common, locale);
        model.addAttribute("partnerships", partnerships);
        if (rows.stream().anyMatch(row -> !row.stations().isEmpty())) {
            model.addAttribute("drawing", drawings.timetable(rows, Span.over(rows, begins, today(), locale), name));
        }
    }

    private static void addMap(List<PartnershipLine> partnerships, Model model) {
        var routes = partnerships.stream().map(PartnershipLine::route).toList();
        if (routes.stream().anyMatch(route -> route.cities().size() > 1)) {
            model.addAttribute("maps", routes.size() > MOST_BESIDE ? RouteMap.wide(routes) : RouteMap.card(routes));
        }
    }

    private static List<Subject> subjects(Subject first, List<PartnershipLine> partnerships, List<Step> common) {
        var subjects = new LinkedHashSet<Subject>();
        subjects.add(first);
        common.forEach(step -> subjects.add(subject(step)));
        for (var partnership : partnerships) {
            subjects.add(new Subject("partnership", partnership.code()));
            partnership.steps().forEach(step -> subjects.add(subject(step)));
        }
        return List.copyOf(subjects);
    }

    private static Subject subject(Step step) {
        return new Subject(step.kind(), step.code());
    }
}
