package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.Graphs;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.alg.matching.SparseEdmondsMaximumCardinalityMatching;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Rounds of some size, solved by the engine and by two solvers that share nothing with it: JGraphT's flows and ojAlgo's programmes. */
class PeersTests {

    private static final int LARGEST_SCORE = 1_000;

    @Test
    void agreesWithMinimumCostFlowOnTwoSides() {
        SmallRounds.mediumSeeds(20).forEach(random -> {
            var problem = twoSides(random, random.nextInt(30, 201)).build();

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                    assertThat(answer.objective()).isEqualTo(byFlow(problem));
                }
                case Outcome.Infeasible infeasible ->
                    Conflicts.assertMinimal(
                            problem, infeasible, stripped -> byProgramme(stripped, true, _ -> true, 0) >= 0);
                case Outcome.Bounded _, Outcome.Refused _ -> throw new AssertionError("Two sides are exact");
            }
        });
    }

    @Test
    void agreesWithLinearProgrammesUnderNestedLimits() {
        SmallRounds.mediumSeeds(20).forEach(random -> {
            var size = random.nextInt(30, 101);
            var builder = twoSides(random, size);
            for (var country = 0; country < 4; country++) {
                builder.limit(new Limit.PairsWith("country " + country, every(4, country, size), size / 5));
            }
            builder.limit(new Limit.PairsWith("half", every(2, 0, size), size / 4));
            builder.limit(new Limit.PartnersFrom("from", every(3, 1, size), others(size), 1));
            var problem = builder.build();

            var expected = byProgramme(problem, true, _ -> true, 0);

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                    assertThat(answer.objective()).isEqualTo(expected);
                }
                case Outcome.Infeasible _ -> assertThat(expected).isNegative();
                case Outcome.Bounded _, Outcome.Refused _ -> throw new AssertionError("Nested limits are exact");
            }
        });
    }

    @Test
    void agreesOnEveryStepOfAFairAnswer() {
        SmallRounds.mediumSeeds(20).forEach(random -> {
            var problem = twoSides(random, random.nextInt(30, 101))
                    .objective(new Objective.Fair())
                    .build();
            if (!(Engine.solve(problem) instanceof Outcome.Solved solved)) {
                return;
            }
            var count = solved.answer().pairs().size();
            var lowest = solved.answer().pairs().stream()
                    .mapToLong(Answer.Pair::score)
                    .min()
                    .orElseThrow();

            assertThat(Certificates.check(solved.certificate(), problem)).isEqualTo(Certificates.VALID);
            assertThat(mostByFlow(problem)).isEqualTo(count);
            assertThat(byProgramme(problem, false, _ -> true, 0)).isEqualTo(count);
            assertThat(byProgramme(problem, false, score -> score > lowest, 0)).isLessThan(count);
            assertThat(byProgramme(problem, true, score -> score >= lowest, count))
                    .isEqualTo(solved.answer().objective());
        });
    }

    @Test
    void agreesWithIntegerProgrammesInOnePool() {
        SmallRounds.mediumSeeds(30).forEach(random -> {
            var problem = pool(random, random.nextInt(20, 61));

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                    assertThat(answer.objective()).isEqualTo(byProgramme(problem, true, _ -> true, 0));
                }
                case Outcome.Infeasible infeasible ->
                    Conflicts.assertMinimal(problem, infeasible, PeersTests::canHoldInOnePool);
                case Outcome.Bounded _, Outcome.Refused _ -> throw new AssertionError("A pool of this size is exact");
            }
        });
    }

    /** So many cities on each side, ten candidates each, places for one to three and here and there a minimum. */
    private static Problem.Builder twoSides(SplittableRandom random, int size) {
        var builder = Problem.builder(1);
        for (var i = 0; i < size; i++) {
            builder.participant(new Participant("a" + i, Side.A, random.nextInt(8) / 7, random.nextInt(1, 4)));
            builder.participant(new Participant("b" + i, Side.B, random.nextInt(8) / 7, random.nextInt(1, 4)));
            for (var j = 0; j < size; j++) {
                if (random.nextInt(size) < 10) {
                    builder.pair("a" + i, "b" + j, random.nextInt(LARGEST_SCORE));
                }
            }
        }
        return builder;
    }

    private static Problem pool(SplittableRandom random, int size) {
        var builder = Problem.builder(1).form(new Form.OnePool());
        var capacity = random.nextInt(1, 4);
        var density = random.nextInt(4, 20);
        for (var i = 0; i < size; i++) {
            var most = random.nextInt(1, capacity + 1);
            builder.participant(new Participant("p" + i, Side.POOL, random.nextInt(8) / 7, most));
            for (var j = 0; j < i; j++) {
                if (random.nextInt(size) < density) {
                    builder.pair("p" + j, "p" + i, random.nextInt(LARGEST_SCORE));
                    switch (random.nextInt(60)) {
                        case 0 -> builder.lock(new Lock.Must("p" + j, "p" + i, "agreed", "N"));
                        case 1 -> builder.lock(new Lock.MustNot("p" + j, "p" + i, "too far", "N"));
                        default -> {}
                    }
                }
            }
        }
        return builder.build();
    }

    private static Set<String> every(int step, int from, int size) {
        return IntStream.range(0, size)
                .filter(i -> i % step == from)
                .mapToObj(i -> "a" + i)
                .collect(Collectors.toSet());
    }

    private static Set<String> others(int size) {
        return IntStream.range(0, size / 2).mapToObj(i -> "b" + i).collect(Collectors.toSet());
    }

    private record Pair(String a, String b, long score) {}

    private static List<Pair> pairs(Problem problem) {
        var pairs = new ArrayList<Pair>();
        for (var pair = 0; pair < problem.candidates().size(); pair++) {
            pairs.add(new Pair(
                    problem.participants().get(problem.candidates().first(pair)).id(),
                    problem.participants()
                            .get(problem.candidates().partner(pair))
                            .id(),
                    problem.candidates().score(pair)));
        }
        return pairs;
    }

    /** The largest total of pairs by ojAlgo, or their largest number; -1 when the rules cannot hold. */
    private static long byProgramme(Problem problem, boolean scored, LongPredicate usable, int leastPairs) {
        var model = new ExpressionsBasedModel();
        var chosen = new HashMap<Pair, Variable>();
        for (var pair : pairs(problem)) {
            var variable = model.newVariable(pair.a() + pair.b())
                    .lower(0)
                    .upper(usable.test(pair.score()) ? 1 : 0)
                    .weight(scored ? pair.score() : 1);
            chosen.put(pair, problem.form() instanceof Form.OnePool ? variable.integer() : variable);
        }
        for (var participant : problem.participants()) {
            var partners = model.newExpression(participant.id())
                    .lower(participant.min())
                    .upper(participant.max());
            chosen.forEach((pair, variable) -> {
                if (pair.a().equals(participant.id()) || pair.b().equals(participant.id())) {
                    partners.set(variable, 1);
                }
            });
        }
        for (var lock : problem.locks()) {
            var given = lock instanceof Lock.Must ? 1 : 0;
            chosen.forEach((pair, variable) -> {
                if (Set.of(pair.a(), pair.b()).equals(Set.of(lock.a(), lock.b()))) {
                    variable.level(given);
                }
            });
        }
        for (var limit : problem.limits()) {
            switch (limit) {
                case Limit.PairsWith(var name, var members, var most) ->
                    limited(model, name, most, chosen, members, null);
                case Limit.PartnersFrom(var name, var of, var among, var most) ->
                    of.forEach(one -> limited(model, name + one, most, chosen, Set.of(one), among));
                case Limit.PairsBetween _ -> throw new AssertionError("None here");
            }
        }
        var all = model.newExpression("pairs").lower(leastPairs);
        chosen.values().forEach(variable -> all.set(variable, 1));
        var result = model.maximise();
        return result.getState().isOptimal() ? Math.round(result.getValue()) : notPossible(result);
    }

    private static long notPossible(Optimisation.Result result) {
        assertThat(result.getState()).isEqualTo(Optimisation.State.INFEASIBLE);
        return -1;
    }

    private static void limited(
            ExpressionsBasedModel model,
            String name,
            int most,
            Map<Pair, Variable> chosen,
            Set<String> members,
            Set<String> among) {
        var counted = model.newExpression(name).upper(most);
        chosen.forEach((pair, variable) -> {
            if (members.contains(pair.a()) && (among == null || among.contains(pair.b()))) {
                counted.set(variable, 1);
            }
        });
    }

    private static SimpleDirectedWeightedGraph<String, DefaultWeightedEdge> graph() {
        return new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    }

    /** The largest total by JGraphT's minimum-cost flow: a round trip from a source over side A and side B to a sink and back. */
    private static long byFlow(Problem problem) {
        var graph = graph();
        var least = new HashMap<DefaultWeightedEdge, Integer>();
        var most = new HashMap<DefaultWeightedEdge, Integer>();
        var places = 0;
        graph.addVertex("source");
        graph.addVertex("sink");
        for (var participant : problem.participants()) {
            graph.addVertex(participant.id());
            var edge = participant.side() == Side.A
                    ? graph.addEdge("source", participant.id())
                    : graph.addEdge(participant.id(), "sink");
            graph.setEdgeWeight(edge, 0);
            least.put(edge, participant.min());
            most.put(edge, participant.max());
            places += participant.side() == Side.A ? participant.max() : 0;
        }
        for (var pair : pairs(problem)) {
            var edge = graph.addEdge(pair.a(), pair.b());
            graph.setEdgeWeight(edge, -pair.score());
            most.put(edge, 1);
        }
        var unused = graph.addEdge("source", "sink");
        graph.setEdgeWeight(unused, 0);
        most.put(unused, places);
        var supply = Map.of("source", places, "sink", -places);
        var flow = new CapacityScalingMinimumCostFlow<String, DefaultWeightedEdge>()
                .getMinimumCostFlow(new MinimumCostFlowProblemImpl<>(
                        graph,
                        vertex -> supply.getOrDefault(vertex, 0),
                        most::get,
                        edge -> least.getOrDefault(edge, 0)));
        return -Math.round(flow.getCost());
    }

    /** The largest number of pairs by JGraphT's maximum flow; minimums never lower it, if they can be met. */
    private static long mostByFlow(Problem problem) {
        var graph = graph();
        graph.addVertex("source");
        graph.addVertex("sink");
        for (var participant : problem.participants()) {
            graph.addVertex(participant.id());
            var edge = participant.side() == Side.A
                    ? graph.addEdge("source", participant.id())
                    : graph.addEdge(participant.id(), "sink");
            graph.setEdgeWeight(edge, participant.max());
        }
        for (var pair : pairs(problem)) {
            graph.setEdgeWeight(graph.addEdge(pair.a(), pair.b()), 1);
        }
        return Math.round(new PushRelabelMFImpl<>(graph).getMaximumFlowValue("source", "sink"));
    }

    /**
     * Whether minimums, places and locks of a pool can all hold, by JGraphT's matching of most vertices: a pair is an edge with a
     * vertex for either city, which is matched to one of the city's places where the pair is chosen and to the other where not.
     * Places that may stay empty are matched among themselves. An integer programme can take years to say no.
     */
    private static boolean canHoldInOnePool(Problem problem) {
        var graph = new SimpleGraph<String, DefaultEdge>(DefaultEdge.class);
        var given = new HashMap<Set<String>, Boolean>();
        problem.locks().forEach(lock -> given.put(Set.of(lock.a(), lock.b()), lock instanceof Lock.Must));
        var places = new HashMap<String, List<String>>();
        var mayStayEmpty = new ArrayList<String>();
        for (var participant : problem.participants()) {
            var id = participant.id();
            var taken = (int) given.entrySet().stream()
                    .filter(lock -> lock.getValue() && lock.getKey().contains(id))
                    .count();
            if (taken > participant.max()) {
                return false;
            }
            for (var place = taken; place < participant.max(); place++) {
                var vertex = id + " " + place;
                graph.addVertex(vertex);
                places.computeIfAbsent(id, _ -> new ArrayList<>()).add(vertex);
                if (place >= participant.min()) {
                    mayStayEmpty.add(vertex);
                }
            }
        }
        for (var pair : pairs(problem)) {
            if (!given.containsKey(Set.of(pair.a(), pair.b()))) {
                var atA = pair.a() + " with " + pair.b();
                var atB = pair.b() + " with " + pair.a();
                Graphs.addEdgeWithVertices(graph, atA, atB);
                places.getOrDefault(pair.a(), List.of()).forEach(place -> graph.addEdge(atA, place));
                places.getOrDefault(pair.b(), List.of()).forEach(place -> graph.addEdge(atB, place));
            }
        }
        if (graph.vertexSet().size() % 2 == 1) {
            graph.addVertex("spare");
            mayStayEmpty.add("spare");
        }
        for (var one : mayStayEmpty) {
            for (var other : mayStayEmpty.subList(0, mayStayEmpty.indexOf(one))) {
                graph.addEdge(one, other);
            }
        }
        return new SparseEdmondsMaximumCardinalityMatching<>(graph)
                .getMatching()
                .isPerfect();
    }
}
