package org.interurban.platform.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.drawing.LineDiagram;
import org.interurban.platform.drawing.Span;
import org.interurban.platform.lines.PartnershipLine;
import org.interurban.platform.lines.PartnershipLines;
import org.interurban.platform.pairing.PairingPermission;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.Drafts;
import org.interurban.platform.web.InMenu;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a person's day begins: what waits, and the lines they look after. */
@Controller
@Requires("OWN_ACCOUNT")
class WorkPages {

    /** One partnership of the portfolio. */
    record Entry(PartnershipLine partnership, LineDiagram diagram, PartialPeriod lastContact) {}

    private final Waiting waiting;
    private final Drafts drafts;
    private final PartnershipLines lines;
    private final Rights rights;
    private final Clock clock;

    WorkPages(Waiting waiting, Drafts drafts, PartnershipLines lines, Rights rights, Clock clock) {
        this.waiting = waiting;
        this.drafts = drafts;
        this.lines = lines;
        this.rights = rights;
        this.clock = clock;
    }

    @InMenu(atWork = true, place = 10, words = "layout.day", section = "work")
    @GetMapping("/work")
    ModelAndView day(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "quiet") String sort,
            Locale locale) {
        var person = rights.current();
        var today = LocalDate.now(clock);
        var view = new View(person, locale);
        var network = person.may(PartnershipPermission.PARTNERSHIP_READ, Scope.NETWORK);
        var its = network ? lines.newest(programme, view) : portfolio(person, view);
        var all = its.partnerships();
        var chosen = all.stream()
                .filter(partnership ->
                        programme.isBlank() || partnership.programme().equals(programme))
                .toList();
        var page = new ModelAndView("home/work");
        page.addObject("day", today);
        page.addObject("total", its.total());
        page.addObject("narrowed", its.total() > 3 || !programme.isBlank());
        page.addObject("today", PartialPeriod.day(today).text(locale));
        page.addObject("waiting", waiting.of(person, locale.getLanguage()));
        page.addObject("drafts", person.account() == null ? List.of() : drafts.of(person.account()));
        page.addObject("entries", entries(chosen, sort, today, locale));
        page.addObject(
                "programmes",
                network
                        ? lines.programmes(view)
                        : all.stream()
                                .map(PartnershipLine::programme)
                                .distinct()
                                .sorted()
                                .toList());
        page.addObject(
                "isAsked",
                person.mayAnywhere(PairingPermission.PAIRING_ANSWER)
                        && !held(person, Scope.Kind.CITY, PairingPermission.PAIRING_ANSWER)
                                .isEmpty());
        page.addObject("programme", programme);
        page.addObject("sort", sort);
        return page;
    }

    private PartnershipLines.Some portfolio(Person person, View view) {
        var ofProgrammes = held(person, ProgrammeId.SCOPE, PartnershipPermission.PARTNERSHIP_READ).stream()
                .flatMap(id -> lines.ofProgramme(new ProgrammeId(id.value()), view).partnerships().stream());
        var ofCities = held(person, Scope.Kind.CITY, PartnershipPermission.PARTNERSHIP_READ).stream()
                .flatMap(id -> lines.ofCity(new OrganisationId(id.value()), view).partnerships().stream());
        var all = Stream.concat(ofProgrammes, ofCities).distinct().toList();
        return new PartnershipLines.Some(all, all.size());
    }

    /** The objects in which the person holds a role that grants the permission. */
    private static List<Scope.Id> held(Person person, Scope.Kind kind, Permission permission) {
        return person.assignments().stream()
                .filter(held -> permission.isHeldBy(held.role()))
                .map(Person.Assignment::scope)
                .filter(scope -> scope.kind().equals(kind))
                .map(Scope::id)
                .toList();
    }

    private List<Entry> entries(List<PartnershipLine> partnerships, String sort, LocalDate today, Locale locale) {
        var drawn = partnerships.stream()
                .map(partnership -> partnership.inTimetable().dated())
                .toList();
        var around = Span.around(today, locale);
        var moving = drawn.stream()
                .filter(line -> line.stations().stream().anyMatch(station -> around.touches(station.when())))
                .count();
        var span = moving * 2 > drawn.size() ? around : Span.over(drawn, today, locale);
        var order = sort.equals("name")
                ? Comparator.comparing((Entry entry) -> entry.partnership().name())
                : Comparator.comparing(
                        (Entry entry) -> entry.lastContact().to(), Comparator.nullsFirst(Comparator.naturalOrder()));
        return Stream.iterate(0, i -> i < drawn.size(), i -> i + 1)
                .map(i -> new Entry(
                        partnerships.get(i), LineDiagram.strip(drawn.get(i), span), lastContact(partnerships.get(i))))
                .sorted(order)
                .toList();
    }

    private static PartialPeriod lastContact(PartnershipLine partnership) {
        return partnership
                .steps()
                .filter(step -> step.isContact()
                        && step.when().isKnown()
                        && step.station() != null
                        && step.station().held())
                .map(Step::when)
                .max(Comparator.comparing(PartialPeriod::to, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(PartialPeriod.UNKNOWN);
    }
}
