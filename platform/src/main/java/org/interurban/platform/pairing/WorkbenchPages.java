package org.interurban.platform.pairing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.drawing.SafeDrawing;
import org.interurban.platform.participants.ProfileLine;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The workbench: one run of a round to look at, and the locks that lead to the next. */
@Controller
@Requires("PAIRING_RUN")
class WorkbenchPages {

    /** More than so many are drawn without names, and the table lists them. */
    private static final int MOST_NAMED_ROUTES = 60;

    private static final Set<String> VIEWS = Set.of("platforms", "matrix", "table", "map", "equity", "answers");

    private final OpenRounds open;
    private final Runs runs;
    private final Benches benches;
    private final RoundCities cities;
    private final CityAnswers answers;
    private final Asking asking;
    private final Notices notices;
    private final Rights rights;
    private final MessageSource messages;

    WorkbenchPages(
            OpenRounds open,
            Runs runs,
            Benches benches,
            RoundCities cities,
            CityAnswers answers,
            Asking asking,
            Notices notices,
            Rights rights,
            MessageSource messages) {
        this.open = open;
        this.runs = runs;
        this.benches = benches;
        this.cities = cities;
        this.answers = answers;
        this.asking = asking;
        this.notices = notices;
        this.rights = rights;
        this.messages = messages;
    }

    /** @param idle why the lock changes nothing here; null where it holds */
    record LockLine(
            String a,
            String b,
            String name,
            String kind,
            String reason,
            @Nullable String idle) {}

    /** A pair that the network's records know, beside the answer. */
    record Known(
            String a,
            String b,
            String partnership,
            String programme,
            boolean proposed,
            @Nullable String score) {}

    @GetMapping("/rounds/{id}")
    String show(
            @PathVariable RoundId id,
            @ModelAttribute("choice") Choice asked,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            Locale locale) {
        var round = open.round(id, locale);
        var run = open.run(round, asked.run());
        model.addAttribute("round", round);
        model.addAttribute("address", id.address());
        if (run == null) {
            model.addAttribute("choice", asked);
            return "pairing/empty";
        }
        var bench = benches.of(run);
        var pair = pair(bench, asked.a(), asked.b());
        var choice =
                asked.withPair(bench.city(pair[0]).id(), bench.city(pair[1]).id());
        var wanted = view(bench, round, asked.view());
        var drawing = SafeDrawing.<@Nullable Map<String, Object>>of(
                () -> drawing(wanted, bench, choice, locale, id.address()), null);
        var view = drawing == null ? "table" : wanted;
        var lines = new PairLines(bench, choice, locale, id.address());
        model.addAttribute("choice", choice);
        model.addAttribute("view", view);
        model.addAttribute("undrawn", drawing == null);
        model.addAttribute("run", run);
        model.addAttribute("runs", runs.of(round.id()));
        model.addAttribute(
                "newest",
                asked.run() == null || round.run().filter(run.id()::equals).isPresent());
        model.addAttribute("strip", Strip.of(bench, lines));
        model.addAttribute("panel", Panel.of(bench, lines, pair[0], pair[1], messages, locale));
        model.addAttribute("pool", bench.scoring().isPool());
        var groups = cities.groupNames(round, locale);
        model.addAttribute("groupA", groups.get(round.sideA()));
        model.addAttribute("groupB", groups.get(round.sideB()));
        model.addAttribute(
                "interests",
                bench.scoring().cities().stream()
                        .flatMap(city -> city.lines().stream())
                        .anyMatch(line -> line.kind() == ProfileLine.Kind.INTEREST));
        model.addAttribute(
                "silent",
                bench.scoring().cities().stream()
                        .filter(city -> city.lines().isEmpty())
                        .map(city -> Named.of(city, locale))
                        .toList());
        model.addAttribute("leftOut", cities.leftOut(round, bench.scoring().cities(), locale));
        model.addAttribute("locks", locks(bench, locale));
        model.addAttribute("firsts", named(bench, bench.scoring().rows(), locale));
        model.addAttribute("seconds", named(bench, bench.scoring().columns(), locale));
        model.addAttribute("known", known(bench, cities.known(round), locale));
        model.addAttribute("mayPublish", rights.may(PartnershipPermission.PAIRING_PUBLISH, round.scope()));
        switch (view) {
            case "equity" -> model.addAttribute("equity", Equity.of(bench, messages, locale));
            case "answers" -> {
                model.addAttribute("answers", AnswersOverview.of(answers.of(round.id()), bench, locale));
                model.addAttribute(
                        "told",
                        notices.of(new Notices.Subject(
                                "pairing-round", round.id().value().toString())));
                model.addAttribute("unreached", asking.unreached(new Proposal(round, bench)));
            }
            case "table" -> {
                model.addAttribute("pairs", lines.chosen());
                model.addAttribute("left", lines.unpaired());
            }
            default -> model.addAllAttributes(Objects.requireNonNull(drawing));
        }
        return fragment == null ? "pairing/workbench" : "pairing/workbench :: bench";
    }

    /** What the view draws; nothing for one in words. */
    private static Map<String, Object> drawing(String view, Bench bench, Choice choice, Locale locale, String address) {
        return switch (view) {
            case "platforms" ->
                Map.of(
                        "wide", Platforms.wide(bench, choice, locale, address),
                        "narrow", Platforms.narrow(bench, choice, locale, address));
            case "matrix" -> Map.of("matrix", Matrix.of(bench, choice, locale));
            case "map" -> {
                var routes = ProposedRoutes.of(bench, choice, locale, address);
                yield routes.size() > MOST_NAMED_ROUTES
                        ? Map.of("crowd", RouteMap.crowd(routes))
                        : Map.of("maps", RouteMap.card(routes));
            }
            default -> Map.of();
        };
    }

    /** The side panel alone, for the matrix, where the selection moves quickly. */
    @GetMapping("/rounds/{id}/pair")
    String pair(@PathVariable RoundId id, @ModelAttribute("choice") Choice asked, Model model, Locale locale) {
        var opened = open.open(id, asked.run(), locale);
        var round = opened.round();
        var run = opened.run();
        var bench = opened.bench();
        var pair = pair(bench, asked.a(), asked.b());
        var choice =
                asked.withPair(bench.city(pair[0]).id(), bench.city(pair[1]).id());
        model.addAttribute("round", round);
        model.addAttribute("run", run);
        model.addAttribute(
                "newest",
                asked.run() == null || round.run().filter(run.id()::equals).isPresent());
        model.addAttribute("address", id.address());
        model.addAttribute("choice", choice);
        model.addAttribute("view", "matrix");
        model.addAttribute(
                "panel",
                Panel.of(
                        bench, new PairLines(bench, choice, locale, id.address()), pair[0], pair[1], messages, locale));
        return "pairing/workbench :: panel";
    }

    private static String view(Bench bench, Round round, @Nullable String asked) {
        var most = Math.max(bench.scoring().rows().length, bench.scoring().columns().length);
        if (asked != null
                && VIEWS.contains(asked)
                && !(asked.equals("platforms") && (bench.scoring().isPool() || most > Platforms.MOST))
                && !(asked.equals("answers") && round.isDraft())) {
            return asked;
        }
        return bench.scoring().isPool() || most > Platforms.MOST ? "matrix" : "platforms";
    }

    /** The pair asked for; a city alone stands with its partner; nobody, the weakest pair. The first side comes first. */
    private static int[] pair(Bench bench, @Nullable String a, @Nullable String b) {
        var one = a != null && bench.scoring().has(a) ? bench.scoring().position(a) : -1;
        var other = b != null && bench.scoring().has(b) ? bench.scoring().position(b) : -1;
        if (one >= 0 && other >= 0 && bench.scoring().facing(one, other)) {
            return ordered(bench, one, other);
        }
        if (one >= 0 || other >= 0) {
            var city = one >= 0 ? one : other;
            var best = bench.alternatives(city);
            if (!best.isEmpty()) {
                return ordered(bench, city, best.getFirst());
            }
        }
        return bench.weakest().orElseGet(() -> {
            var columns = bench.scoring().columns();
            return new int[] {bench.scoring().rows()[0], columns[columns.length - 1]};
        });
    }

    private static int[] ordered(Bench bench, int one, int other) {
        return bench.scoring().isPool() || one < other ? new int[] {one, other} : new int[] {other, one};
    }

    private List<LockLine> locks(Bench bench, Locale locale) {
        var reasons = new Reasons(bench, messages, locale);
        return bench.run().locks().stream()
                .map(lock -> new LockLine(
                        lock.a(),
                        lock.b(),
                        name(bench, lock.a(), locale) + " – " + name(bench, lock.b(), locale),
                        lock.kind().code(),
                        lock.reason(),
                        idle(bench, reasons, lock, locale)))
                .toList();
    }

    private String name(Bench bench, String city, Locale locale) {
        return bench.scoring().has(city)
                ? bench.city(bench.scoring().position(city)).name(locale)
                : cities.name(city, locale);
    }

    private @Nullable String idle(Bench bench, Reasons reasons, RoundLock lock, Locale locale) {
        var scoring = bench.scoring();
        for (var city : List.of(lock.a(), lock.b())) {
            if (!scoring.has(city)) {
                return messages.getMessage("pairing.lock.gone", new Object[] {name(bench, city, locale)}, locale);
            }
        }
        var one = scoring.position(lock.a());
        var other = scoring.position(lock.b());
        return scoring.allowed(one, other) ? null : reasons.notAllowed(one, other);
    }

    private static List<Named> named(Bench bench, int[] positions, Locale locale) {
        return Arrays.stream(positions)
                .mapToObj(city -> Named.of(bench.city(city), locale))
                .toList();
    }

    private List<Known> known(Bench bench, List<RoundCities.KnownPair> pairs, Locale locale) {
        return pairs.stream()
                .flatMap(pair -> bench.scoring().positions(pair.a(), pair.b()).stream()
                        .map(at -> new Known(
                                bench.city(at[0]).name(locale),
                                bench.city(at[1]).name(locale),
                                pair.partnership(),
                                pair.programme(),
                                bench.isChosen(at[0], at[1]),
                                bench.scoring().allowed(at[0], at[1])
                                        ? SolveRound.shown(bench.scoring().score(at[0], at[1]))
                                        : null)))
                .toList();
    }
}
