package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Regrets;
import org.interurban.pairing.Rule;
import org.interurban.pairing.scoring.Evidence;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.pairing.scoring.Part;
import org.interurban.pairing.scoring.Reading;
import org.jspecify.annotations.Nullable;

/** A run laid out to be looked at: its scores, what each pair would cost the whole, and why. */
final class Bench {

    /** Where the costs of all pairs do not come from one proof, they are worked out for rounds of up to so many pairs. */
    private static final int PAIRS_TO_SOLVE_AGAIN = 400;

    private final Run run;
    private final Scoring scoring;
    private final Solving solving;
    private final Map<Integer, List<Integer>> partners = new HashMap<>();
    private final Map<List<Integer>, Long> chosen = new HashMap<>();
    private final Optional<Regrets> regrets;
    private Fit.@Nullable Marks marks;

    Bench(Run run, Solving solving) {
        this.run = run;
        this.scoring = solving.scoring();
        this.solving = solving;
        for (var pair : run.result().pairs()) {
            var one = scoring.position(pair.a());
            var other = scoring.position(pair.b());
            chosen.put(key(one, other), pair.score());
            partners.computeIfAbsent(one, city -> new ArrayList<>()).add(other);
            partners.computeIfAbsent(other, city -> new ArrayList<>()).add(one);
        }
        this.regrets = regrets();
    }

    private Optional<Regrets> regrets() {
        var problem = solving.asked();
        var byProof = run.rules().aim() == Rules.Aim.TOTAL && !scoring.isPool();
        var known = (byProof || problem.candidates().size() <= PAIRS_TO_SOLVE_AGAIN)
                        && Regrets.canBeFound(solving.solve())
                        && solving.solve() instanceof Outcome.Solved solved
                ? Optional.of(Regrets.of(problem, solved))
                : Optional.<Regrets>empty();
        if (byProof) {
            // all at once from the proof is far cheaper than one by one
            known.ifPresent(Regrets::all);
        }
        return known;
    }

    private static List<Integer> key(int one, int other) {
        return List.of(Math.min(one, other), Math.max(one, other));
    }

    Run run() {
        return run;
    }

    Scoring scoring() {
        return scoring;
    }

    Solving solving() {
        return solving;
    }

    RoundCity city(int position) {
        return scoring.city(position);
    }

    boolean isChosen(int one, int other) {
        return chosen.containsKey(key(one, other));
    }

    List<Integer> partners(int city) {
        return partners.getOrDefault(city, List.of());
    }

    Optional<RoundLock> lock(int one, int other) {
        return run.locks().stream()
                .filter(lock -> lock.isOf(city(one).id(), city(other).id()))
                .findFirst();
    }

    /** The pairs of the answer, by the first city's place. */
    List<int[]> pairs() {
        return chosen.keySet().stream()
                .sorted(Comparator.<List<Integer>>comparingInt(List::getFirst).thenComparingInt(List::getLast))
                .map(pair -> new int[] {pair.getFirst(), pair.getLast()})
                .toList();
    }

    long served() {
        return partners.size();
    }

    /** The pair of the answer that scores lowest. */
    Optional<int[]> weakest() {
        return pairs().stream().min(Comparator.comparingInt(pair -> scoring.score(pair[0], pair[1])));
    }

    /** By its score alone. */
    synchronized Fit fit(int one, int other) {
        var known = marks;
        if (known == null) {
            known = Fit.Marks.of(scoring);
            marks = known;
        }
        return known.of(scoring.score(one, other));
    }

    /** What choosing the pair, or for a chosen one losing it, costs the whole; empty where that is not known. */
    OptionalLong cost(int one, int other) {
        return scoring.allowed(one, other)
                ? regrets.map(known -> known.of(city(one).id(), city(other).id()))
                        .orElse(OptionalLong.empty())
                : OptionalLong.empty();
    }

    /** All cities the city could be paired with, the chosen first, then by what they cost the whole, then by score. */
    List<Integer> alternatives(int city) {
        return IntStream.range(0, scoring.cities().size())
                .filter(other -> scoring.allowed(city, other))
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(other -> !isChosen(city, other))
                        .thenComparingLong(other ->
                                isChosen(city, other) ? 0 : cost(city, other).orElse(0))
                        .thenComparingInt(other -> -scoring.score(city, other)))
                .toList();
    }

    /** What the city's partners were and would be. */
    record Move(int city, List<Integer> now, List<Integer> then) {}

    /** The answer if one pair had to be part of it. */
    sealed interface Forced {
        record Possible(long cost, List<Move> moves) implements Forced {}

        record Impossible(List<Rule> conflict) implements Forced {}
    }

    Forced forced(int one, int other) {
        return switch (solving.forcing(city(one).id(), city(other).id())) {
            case Outcome.Solved(var answer, var _) -> moved(answer.objective(), answer.pairs());
            case Outcome.Bounded(var answer, var _, var _) -> moved(answer.objective(), answer.pairs());
            case Outcome.Infeasible(var conflict, var _) -> new Forced.Impossible(conflict);
            case Outcome.Refused _ -> new Forced.Impossible(List.of());
        };
    }

    private Forced moved(long objective, List<org.interurban.pairing.Answer.Pair> pairs) {
        var then = new TreeMap<Integer, List<Integer>>();
        for (var pair : pairs) {
            var one = scoring.position(pair.a());
            var other = scoring.position(pair.b());
            then.computeIfAbsent(one, city -> new ArrayList<>()).add(other);
            then.computeIfAbsent(other, city -> new ArrayList<>()).add(one);
        }
        var moves = IntStream.range(0, scoring.cities().size())
                .filter(city -> scoring.isPool() || city < scoring.rows().length)
                .mapToObj(city -> new Move(city, sorted(partners(city)), sorted(then.getOrDefault(city, List.of()))))
                .filter(move -> !move.now().equals(move.then()))
                .toList();
        return new Forced.Possible(run.objective() - objective, moves);
    }

    private static List<Integer> sorted(List<Integer> cities) {
        return cities.stream().sorted().toList();
    }

    /** Two lines of profiles that met, and the part of the score they count in. */
    record Match(Part part, Evidence evidence) {}

    /** The lines that met, the best first; parts that the programme gave no weight are no reason. */
    List<Match> matches(PairScore score) {
        var weights = run.rules().scoring().values();
        return Stream.of(Part.SHARED_CHALLENGE, Part.A_HELPS_B, Part.B_HELPS_A)
                .filter(part -> weights.getOrDefault(part.criterion(), 0.0) > 0)
                .flatMap(part -> score.parts().get(part) instanceof Reading.Known known
                        ? known.evidence().stream().map(evidence -> new Match(part, evidence))
                        : Stream.of())
                .sorted(Comparator.comparingDouble(match -> -match.evidence().strength()))
                .toList();
    }

    /** The score with its parts, worked out from the kept profiles; seen from side A. */
    PairScore explained(int one, int other) {
        return scoring.scorer(run.rules()).score(city(one).id(), city(other).id());
    }

    /** Rows in the order asked for. */
    int[] ordered(int[] cities, Comparator<Integer> order) {
        return Arrays.stream(cities)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Columns so that the answer runs along the diagonal: each row's partners next, then whoever is left. */
    int[] alongDiagonal(int[] rows, int[] columns) {
        var placed = new java.util.LinkedHashSet<Integer>();
        for (var row : rows) {
            partners(row).stream().sorted().forEach(placed::add);
        }
        for (var column : columns) {
            placed.add(column);
        }
        return placed.stream().mapToInt(Integer::intValue).toArray();
    }
}
