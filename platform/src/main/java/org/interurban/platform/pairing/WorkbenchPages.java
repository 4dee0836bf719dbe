package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.interurban.pairing.Regrets;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.drawing.Position;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The workbench: one run of a round to look at, and the locks that lead to the next. */
@Controller
@Requires(Permission.PAIRING_RUN)
class WorkbenchPages {

    private static final int ALTERNATIVES = 6;
    private static final int MOVES = 12;
    private static final Set<String> VIEWS = Set.of("platforms", "matrix", "table", "map", "equity", "answers");

    private final Rounds rounds;
    private final Runs runs;
    private final Benches benches;
    private final RoundCities cities;
    private final Answers answers;
    private final SolveRound solve;
    private final MoveRound move;
    private final Rights rights;
    private final MessageSource messages;

    WorkbenchPages(
            Rounds rounds,
            Runs runs,
            Benches benches,
            RoundCities cities,
            Answers answers,
            SolveRound solve,
            MoveRound move,
            Rights rights,
            MessageSource messages) {
        this.rounds = rounds;
        this.runs = runs;
        this.benches = benches;
        this.cities = cities;
        this.answers = answers;
        this.solve = solve;
        this.move = move;
        this.rights = rights;
        this.messages = messages;
    }

    /** A city as pages name it. */
    record Named(
            String id,
            String name,
            @Nullable String local,
            @Nullable String localLanguage) {
        static Named of(RoundCity city, Locale locale) {
            var name = city.name(locale);
            return new Named(
                    city.id(), name, name.equals(city.localName()) ? null : city.localName(), city.localLanguage());
        }
    }

    /**
     * A pair in a table.
     *
     * @param cost of choosing it, or of losing it where it is chosen; null where not known or no answer has it
     */
    record PairLine(
            Named a,
            Named b,
            String score,
            @Nullable String cost,
            boolean impossible,
            boolean chosen,
            boolean selected,
            @Nullable String lock,
            String confidence,
            String link) {}

    record LockLine(String a, String b, String name, String kind, String reason) {}

    record MoveLine(String city, List<String> now, List<String> then) {}

    /** The pair that is looked at. */
    record Panel(
            Named a,
            Named b,
            @Nullable String score,
            boolean chosen,
            @Nullable String cost,
            @Nullable String notAllowed,
            @Nullable RoundLock lock,
            @Nullable String lockCost,
            int rank,
            Reasons.@Nullable Explained why,
            List<MoveLine> moves,
            int moreMoves,
            List<String> conflict,
            List<PairLine> ofA,
            List<PairLine> ofB) {}

    /** The results in one line. */
    record Strip(
            boolean exact,
            @Nullable String bound,
            String aim,
            String total,
            int pairs,
            long served,
            int cities,
            @Nullable PairLine weakest,
            int robust,
            int robustOf,
            int blocking,
            int must,
            int mustNot,
            int prefer,
            String lockCost) {}

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
            @PathVariable UUID id,
            @ModelAttribute("choice") Choice asked,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            Locale locale) {
        var round = round(id, locale);
        var run = run(round, asked.run());
        model.addAttribute("round", round);
        model.addAttribute("address", "/rounds/" + id);
        if (run == null) {
            model.addAttribute("choice", asked);
            return "pairing/empty";
        }
        var bench = benches.of(run);
        var pair = pair(bench, asked.a(), asked.b());
        var view = view(bench, round, asked.view());
        var choice =
                asked.withPair(bench.city(pair[0]).id(), bench.city(pair[1]).id());
        var lines = new Lines(bench, choice, locale, "/rounds/" + id);
        model.addAttribute("choice", choice);
        model.addAttribute("view", view);
        model.addAttribute("run", run);
        model.addAttribute("runs", runs.of(round.id()));
        model.addAttribute("newest", asked.run() == null || run.id().equals(round.run()));
        model.addAttribute("strip", strip(bench, lines));
        model.addAttribute("panel", panel(bench, lines, pair[0], pair[1], locale));
        model.addAttribute("pool", bench.scoring().isPool());
        model.addAttribute("groupA", RoundPages.groupName(messages, round.sideA(), locale));
        model.addAttribute("groupB", RoundPages.groupName(messages, round.sideB(), locale));
        model.addAttribute(
                "interests",
                bench.scoring().cities().stream()
                        .flatMap(city -> city.lines().stream())
                        .anyMatch(line -> line.kind().equals("interest")));
        model.addAttribute("locks", locks(bench, locale));
        model.addAttribute("firsts", named(bench, bench.scoring().rows(), locale));
        model.addAttribute("seconds", named(bench, bench.scoring().columns(), locale));
        model.addAttribute("known", known(bench, cities.known(round), locale));
        model.addAttribute("mayPublish", rights.may(Permission.PAIRING_PUBLISH, round.scope()));
        switch (view) {
            case "platforms" -> {
                model.addAttribute("wide", Platforms.wide(bench, choice, locale, "/rounds/" + id));
                model.addAttribute("narrow", Platforms.narrow(bench, choice, locale, "/rounds/" + id));
            }
            case "matrix" -> model.addAttribute("matrix", Matrix.of(bench, choice, locale));
            case "map" -> {
                var routes = routes(bench, choice, locale, "/rounds/" + id);
                model.addAttribute("map", RouteMap.card(routes));
                model.addAttribute("narrowMap", RouteMap.narrow(routes));
            }
            case "equity" -> model.addAttribute("equity", Equity.of(bench, messages, locale));
            case "answers" -> model.addAttribute("answers", answers.overview(round, bench, locale));
            default -> {
                model.addAttribute("pairs", lines.chosen());
                model.addAttribute("left", lines.unpaired());
            }
        }
        return fragment == null ? "pairing/workbench" : "pairing/workbench :: bench";
    }

    /** The side panel alone, for the matrix, where the selection moves quickly. */
    @GetMapping("/rounds/{id}/pair")
    String pair(@PathVariable UUID id, @ModelAttribute("choice") Choice asked, Model model, Locale locale) {
        var round = round(id, locale);
        var run = run(round, asked.run());
        if (run == null) {
            throw new NotFound("The round has no run");
        }
        var bench = benches.of(run);
        var pair = pair(bench, asked.a(), asked.b());
        var choice =
                asked.withPair(bench.city(pair[0]).id(), bench.city(pair[1]).id());
        model.addAttribute("round", round);
        model.addAttribute("run", run);
        model.addAttribute("newest", asked.run() == null || run.id().equals(round.run()));
        model.addAttribute("address", "/rounds/" + id);
        model.addAttribute("choice", choice);
        model.addAttribute("view", "matrix");
        model.addAttribute(
                "panel", panel(bench, new Lines(bench, choice, locale, "/rounds/" + id), pair[0], pair[1], locale));
        return "pairing/workbench :: panel";
    }

    @PostMapping("/rounds/{id}/locks")
    String lock(
            @PathVariable UUID id,
            @ModelAttribute("choice") Choice choice,
            @RequestParam(defaultValue = "must") String kind,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next,
            Locale locale) {
        var round = round(id, locale);
        var a = choice.a();
        var b = choice.b();
        if (reason.isBlank() || reason.length() > RoundLock.REASON_LENGTH) {
            next.addFlashAttribute("notice", "pairing.notice.reason-needed");
            next.addFlashAttribute("noticeKind", "bad");
        } else if (a != null && b != null && !a.equals(b)) {
            var lock = new RoundLock(
                    a, b, kind(kind), reason.strip(), rights.current().account());
            say(solve.lock(round, lock), next, messages, locale);
        }
        return "redirect:/rounds/" + id + choice.withRun(null).query();
    }

    private static RoundLock.Kind kind(String code) {
        try {
            return RoundLock.Kind.of(code);
        } catch (IllegalArgumentException unknown) {
            throw new ListQuery.BadQuery("A lock is must, must-not or prefer, not \"%s\"".formatted(code));
        }
    }

    @PostMapping("/rounds/{id}/locks/lift")
    String unlock(
            @PathVariable UUID id, @ModelAttribute("choice") Choice choice, RedirectAttributes next, Locale locale) {
        var round = round(id, locale);
        if (choice.a() != null && choice.b() != null) {
            say(solve.unlock(round, choice.a(), choice.b()), next, messages, locale);
        }
        return "redirect:/rounds/" + id + choice.withRun(null).query();
    }

    @PostMapping("/rounds/{id}/runs")
    String runAgain(
            @PathVariable UUID id, @ModelAttribute("choice") Choice choice, RedirectAttributes next, Locale locale) {
        say(solve.run(round(id, locale)), next, messages, locale);
        return "redirect:/rounds/" + id + choice.withRun(null).query();
    }

    @PostMapping("/rounds/{id}/robustness")
    String robustness(@PathVariable UUID id, @ModelAttribute("choice") Choice choice, Locale locale) {
        var round = round(id, locale);
        var run = run(round, choice.run());
        if (run != null) {
            solve.test(round, run);
        }
        return "redirect:/rounds/" + id + choice.query();
    }

    /** Takes the round a step further, or back. */
    @PostMapping("/rounds/{id}/state")
    String move(
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable Integer run,
            RedirectAttributes next,
            Locale locale) {
        switch (move.move(round(id, locale), MoveRound.state(to), run)) {
            case MoveRound.Outcome.Moved(var state, var count) -> {
                next.addFlashAttribute("notice", "pairing.notice." + state.code());
                next.addFlashAttribute("noticeNumber", count);
            }
            case MoveRound.Outcome.NotFromHere _ -> {
                next.addFlashAttribute("notice", "pairing.notice.not-a-draft");
                next.addFlashAttribute("noticeKind", "bad");
            }
        }
        return "redirect:/rounds/" + id + (to.equals("consulted") || to.equals("proposed") ? "?view=answers" : "");
    }

    /** Tells the reader what came of a run, on the next page. */
    static void say(SolveRound.Outcome outcome, RedirectAttributes next, MessageSource messages, Locale locale) {
        switch (outcome) {
            case SolveRound.Outcome.Done(var run) -> {
                next.addFlashAttribute("notice", "pairing.notice.solved");
                next.addFlashAttribute("noticeNumber", run.number());
            }
            case SolveRound.Outcome.Impossible(var conflict, var cities) -> {
                next.addFlashAttribute("notice", "pairing.notice.impossible");
                next.addFlashAttribute("noticeKind", "bad");
                next.addFlashAttribute(
                        "noticeDetail",
                        conflict.stream()
                                .map(rule -> Reasons.conflict(rule, cities, messages, locale))
                                .collect(java.util.stream.Collectors.joining(" · ")));
            }
            case SolveRound.Outcome.Refused(var names) -> {
                next.addFlashAttribute("notice", "pairing.notice.refused");
                next.addFlashAttribute("noticeKind", "bad");
            }
            case SolveRound.Outcome.WrongSize _ -> {
                next.addFlashAttribute("notice", "pairing.notice.size");
                next.addFlashAttribute("noticeKind", "bad");
            }
            case SolveRound.Outcome.NotADraft _, SolveRound.Outcome.Changed _ -> {
                next.addFlashAttribute("notice", "pairing.notice.not-a-draft");
                next.addFlashAttribute("noticeKind", "bad");
            }
        }
    }

    Round round(UUID id, Locale locale) {
        var round = rounds.find(id, locale).orElseThrow(() -> new NotFound("There is no such round"));
        rights.require(Permission.PAIRING_RUN, round.scope());
        return round;
    }

    @Nullable
    Run run(Round round, @Nullable Integer number) {
        if (number != null) {
            return runs.find(round.id(), number).orElseThrow(() -> new NotFound("The round has no run " + number));
        }
        var proposed = round.run();
        return (proposed == null ? runs.newest(round.id()) : runs.find(proposed)).orElse(null);
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

    private static List<LockLine> locks(Bench bench, Locale locale) {
        return bench.run().locks().stream()
                .filter(lock -> bench.scoring().has(lock.a()) && bench.scoring().has(lock.b()))
                .map(lock -> new LockLine(
                        lock.a(),
                        lock.b(),
                        bench.city(bench.scoring().position(lock.a())).name(locale) + " – "
                                + bench.city(bench.scoring().position(lock.b())).name(locale),
                        lock.kind().code(),
                        lock.reason()))
                .toList();
    }

    private static List<Named> named(Bench bench, int[] positions, Locale locale) {
        return java.util.Arrays.stream(positions)
                .mapToObj(city -> Named.of(bench.city(city), locale))
                .toList();
    }

    private Strip strip(Bench bench, Lines lines) {
        var run = bench.run();
        var kinds = new int[RoundLock.Kind.values().length];
        run.locks().forEach(lock -> kinds[lock.kind().ordinal()]++);
        var bound = run.result().bound();
        return new Strip(
                run.exact(),
                bound == null ? null : millionths(bound),
                run.rules().aim().code(),
                millionths(run.objective()),
                run.result().pairs().size(),
                bench.served(),
                bench.scoring().cities().size(),
                bench.weakest().map(pair -> lines.line(pair[0], pair[1])).orElse(null),
                run.result().robust().stream().mapToInt(Run.Held::runs).min().orElse(0),
                run.result().robustOf(),
                run.result().blocking(),
                kinds[RoundLock.Kind.MUST.ordinal()],
                kinds[RoundLock.Kind.MUST_NOT.ordinal()],
                kinds[RoundLock.Kind.PREFER.ordinal()],
                SolveRound.shown(run.result().lockCosts().stream()
                        .mapToLong(Run.LockCost::cost)
                        .sum()));
    }

    /** Six decimals in two groups of three. */
    static String millionths(long value) {
        return "%d.%03d\u202f%03d".formatted(value / 1_000_000, value / 1_000 % 1_000, value % 1_000);
    }

    private Panel panel(Bench bench, Lines lines, int one, int other, Locale locale) {
        var reasons = new Reasons(bench, messages, locale);
        var allowed = bench.scoring().allowed(one, other);
        var chosen = bench.isChosen(one, other);
        var lock = bench.lock(one, other);
        var moves = new ArrayList<MoveLine>();
        var conflict = new ArrayList<String>();
        String cost = null;
        if (!chosen && allowed) {
            switch (bench.forced(one, other)) {
                case Bench.Forced.Possible(var lost, var moved) -> {
                    cost = SolveRound.shown(lost);
                    moved.forEach(move -> moves.add(new MoveLine(
                            bench.city(move.city()).name(locale),
                            lines.partners(move.city(), move.now()),
                            lines.partners(move.city(), move.then()))));
                }
                case Bench.Forced.Impossible(var rules) ->
                    rules.stream().map(reasons::conflict).forEach(conflict::add);
            }
        } else if (chosen) {
            var lost = bench.cost(one, other);
            cost = lost.isEmpty() || lost.getAsLong() == Regrets.IMPOSSIBLE ? null : SolveRound.shown(lost.getAsLong());
        }
        return new Panel(
                Named.of(bench.city(one), locale),
                Named.of(bench.city(other), locale),
                allowed ? SolveRound.shown(bench.scoring().score(one, other)) : null,
                chosen,
                cost,
                allowed ? null : reasons.notAllowed(one, other),
                lock.orElse(null),
                lock.isEmpty()
                        ? null
                        : bench.run().result().lockCosts().stream()
                                .filter(known -> lock.get().isOf(known.a(), known.b()))
                                .findFirst()
                                .map(known -> SolveRound.shown(known.cost()))
                                .orElse(null),
                rank(bench, one, other),
                allowed ? reasons.explain(one, other) : null,
                moves.stream().limit(MOVES).toList(),
                Math.max(0, moves.size() - MOVES),
                conflict,
                lines.alternatives(one, true, ALTERNATIVES),
                lines.alternatives(other, false, ALTERNATIVES));
    }

    /** At which place the second city stands among what the first could get, by score. */
    private static int rank(Bench bench, int one, int other) {
        var score = bench.scoring().score(one, other);
        return 1
                + (int) java.util.stream.IntStream.range(
                                0, bench.scoring().cities().size())
                        .filter(city -> bench.scoring().score(one, city) > score)
                        .count();
    }

    private List<Known> known(Bench bench, List<RoundCities.KnownPair> pairs, Locale locale) {
        return pairs.stream()
                .filter(pair -> bench.scoring().has(pair.a()) && bench.scoring().has(pair.b()))
                .map(pair -> {
                    var one = bench.scoring().position(pair.a());
                    var other = bench.scoring().position(pair.b());
                    var first = Math.min(one, other);
                    var second = Math.max(one, other);
                    return new Known(
                            bench.city(first).name(locale),
                            bench.city(second).name(locale),
                            pair.partnership(),
                            pair.programme(),
                            bench.isChosen(one, other),
                            bench.scoring().allowed(one, other)
                                    ? SolveRound.shown(bench.scoring().score(one, other))
                                    : null);
                })
                .toList();
    }

    /** The proposed pairs whose places are known, as routes; each has the line of its place in the list. */
    private static List<RouteMap.Route> routes(Bench bench, Choice choice, Locale locale, String address) {
        var routes = new ArrayList<RouteMap.Route>();
        for (var pair : bench.pairs()) {
            var stops = new ArrayList<RouteMap.City>();
            for (var city : pair) {
                var known = bench.city(city);
                if (known.latitude() != null && known.longitude() != null) {
                    var shown = Named.of(known, locale);
                    stops.add(new RouteMap.City(
                            shown.id(),
                            shown.name(),
                            shown.local(),
                            shown.localLanguage(),
                            null,
                            new Position(known.longitude(), known.latitude())));
                }
            }
            if (stops.size() == 2) {
                routes.add(new RouteMap.Route(
                        null,
                        stops.getFirst().name() + " – " + stops.getLast().name(),
                        SolveRound.shown(bench.scoring().score(pair[0], pair[1])),
                        address
                                + choice.withView(null)
                                        .withPair(
                                                bench.city(pair[0]).id(),
                                                bench.city(pair[1]).id())
                                        .query(),
                        stops));
            }
        }
        return routes;
    }

    /** Makes the lines of the tables. */
    static final class Lines {

        private final Bench bench;
        private final Choice choice;
        private final Locale locale;
        private final String address;
        private final Map<Integer, Named> names = new LinkedHashMap<>();

        Lines(Bench bench, Choice choice, Locale locale, String address) {
            this.bench = bench;
            this.choice = choice;
            this.locale = locale;
            this.address = address;
        }

        private Named named(int city) {
            return names.computeIfAbsent(city, position -> Named.of(bench.city(position), locale));
        }

        PairLine line(int one, int other) {
            var cost = bench.cost(one, other);
            var impossible = cost.isPresent() && cost.getAsLong() == Regrets.IMPOSSIBLE;
            return new PairLine(
                    named(one),
                    named(other),
                    SolveRound.shown(bench.scoring().score(one, other)),
                    shown(cost),
                    impossible,
                    bench.isChosen(one, other),
                    named(one).id().equals(choice.a()) && named(other).id().equals(choice.b()),
                    bench.lock(one, other).map(lock -> lock.kind().code()).orElse(null),
                    Long.toString(Math.round(bench.scoring().confidence(one, other) / 10_000.0)),
                    address
                            + choice.withPair(named(one).id(), named(other).id())
                                    .query());
        }

        private static @Nullable String shown(OptionalLong cost) {
            return cost.isEmpty() || cost.getAsLong() == Regrets.IMPOSSIBLE ? null : SolveRound.shown(cost.getAsLong());
        }

        List<PairLine> chosen() {
            return bench.pairs().stream().map(pair -> line(pair[0], pair[1])).toList();
        }

        List<Named> unpaired() {
            return java.util.stream.IntStream.range(0, bench.scoring().cities().size())
                    .filter(city -> bench.partners(city).isEmpty())
                    .mapToObj(this::named)
                    .toList();
        }

        List<PairLine> alternatives(int city, boolean first, int most) {
            var others = new java.util.LinkedHashSet<>(
                    bench.alternatives(city).stream().limit(most).toList());
            // what is looked at is always among them
            var looked = first ? choice.b() : choice.a();
            if (looked != null && bench.scoring().has(looked)) {
                var position = bench.scoring().position(looked);
                if (bench.scoring().allowed(city, position)) {
                    others.add(position);
                }
            }
            return others.stream()
                    .map(other -> first ? line(city, other) : line(other, city))
                    .toList();
        }

        List<String> partners(int city, List<Integer> partners) {
            return partners.stream()
                    .map(partner -> named(partner).name() + " "
                            + SolveRound.shown(bench.scoring().score(city, partner)))
                    .toList();
        }
    }
}
