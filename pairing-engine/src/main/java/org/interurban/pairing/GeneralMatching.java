package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The largest total of pairs among participants that each have one partner or none.
 *
 * <p>V. Kolmogorov, "Blossom V: a new implementation of a minimum cost perfect matching algorithm" (2009), as JGraphT has it. It wants
 * everyone paired, so it works on two copies of the pool in which whoever may stay alone may be paired with its own copy. A best answer
 * is a best one of either copy.
 */
final class GeneralMatching {

    /** The chosen candidates, ascending, and why no others are worth more. */
    record Matching(int[] chosen, Proof.OddSets proof) {}

    /** Prices are multiples of one over a power of two; more than this many halvings would be a fault. */
    private static final int MOST_HALVINGS = 20;

    private final Problem problem;
    private final Candidates candidates;
    private final Decisions decisions;
    private final BitSet given;
    private final int size;

    GeneralMatching(Problem problem, Decisions decisions, BitSet given) {
        this.problem = problem;
        this.candidates = problem.candidates();
        this.decisions = decisions;
        this.given = given;
        this.size = problem.participants().size();
    }

    /** Nothing when not everyone who needs a partner can have one. */
    Optional<Matching> solve() {
        var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (var participant = 0; participant < size; participant++) {
            if (takesPart(participant)) {
                graph.addVertex(participant);
                graph.addVertex(participant + size);
                if (problem.participants().get(participant).min() == 0) {
                    connect(graph, participant, participant + size, 0);
                }
            }
        }
        forEachOpen((first, second, pair) -> {
            connect(graph, first, second, decisions.worth.at(pair));
            connect(graph, first + size, second + size, decisions.worth.at(pair));
        });
        if (graph.vertexSet().isEmpty()) {
            return Optional.of(matching(Set.of(), graph, Map.of()));
        }
        var algorithm = new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MINIMIZE);
        try {
            return Optional.of(matching(
                    algorithm.getMatching().getEdges(),
                    graph,
                    algorithm.getDualSolution().getDualVariables()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean takesPart(int participant) {
        return !given.get(participant)
                && problem.participants().get(participant).max() > 0;
    }

    private interface PairVisitor {
        void visit(int first, int second, int pair);
    }

    private void forEachOpen(PairVisitor visitor) {
        for (var first = 0; first < size; first++) {
            for (var pair = candidates.rowStart(first); pair < candidates.rowStart(first + 1); pair++) {
                var second = candidates.partner(pair);
                if (decisions.isOpen(pair) && takesPart(first) && takesPart(second)) {
                    visitor.visit(first, second, pair);
                }
            }
        }
    }

    private static void connect(Graph<Integer, DefaultWeightedEdge> graph, int one, int other, long worth) {
        graph.setEdgeWeight(graph.addEdge(one, other), -worth);
    }

    private Matching matching(
            Set<DefaultWeightedEdge> edges,
            Graph<Integer, DefaultWeightedEdge> graph,
            Map<Set<Integer>, Double> duals) {
        var chosen = (BitSet) decisions.must.clone();
        for (var edge : edges) {
            var one = graph.getEdgeSource(edge);
            var other = graph.getEdgeTarget(edge);
            if (one < size && other < size) {
                chosen.set(candidates.find(one, other));
            }
        }
        return new Matching(chosen.stream().toArray(), proof(duals));
    }

    private Proof.OddSets proof(Map<Set<Integer>, Double> duals) {
        var scale = scale(duals);
        var prices = new long[2 * size];
        var sets = new ArrayList<Proof.OddSet>();
        duals.forEach((members, dual) -> {
            var price = -Math.round(dual * scale);
            if (members.size() == 1) {
                prices[members.iterator().next()] = price;
            } else if (price != 0) {
                sets.add(new Proof.OddSet(
                        members.stream().mapToInt(Integer::intValue).sorted().toArray(), price));
            }
        });
        sets.sort((one, other) -> Arrays.compare(one.members(), other.members()));
        return new Proof.OddSets(scale, prices, List.copyOf(sets));
    }

    private static long scale(Map<Set<Integer>, Double> duals) {
        for (var halvings = 0; halvings < MOST_HALVINGS; halvings++) {
            var scale = 1L << halvings;
            if (duals.values().stream().allMatch(dual -> Math.rint(dual * scale) == dual * scale)) {
                return scale;
            }
        }
        throw new IllegalStateException("The prices of the matching are no fractions of a power of two");
    }
}
