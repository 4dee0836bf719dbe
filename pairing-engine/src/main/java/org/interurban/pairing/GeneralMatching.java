package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.blossom.v5.BlossomVOptions;
import org.jgrapht.alg.matching.blossom.v5.BlossomVOptions.DualUpdateStrategy;
import org.jgrapht.alg.matching.blossom.v5.BlossomVOptions.InitializationType;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The largest total of pairs in one pool.
 *
 * <p>V. Kolmogorov, "Blossom V: a new implementation of a minimum cost perfect matching algorithm" (2009), as JGraphT has it, on the
 * graph that {@link Proof.OddSets} describes: a place for each partner that a participant may have, a gate with two doors for each pair
 * whose two participants both have several places, and all of that twice, so that a place that may stay empty can be matched with
 * itself in the other copy. A best answer is a best one of either copy.
 *
 * <p>It begins with few pairs and adds those that the prices found so far do not cover, until they cover all: a pair that was left out
 * and is worth no more than the lowest prices of its two participants can be given doors at prices that add up to 0.
 */
final class GeneralMatching {

    /**
     * The chosen candidates, ascending, and why no others are worth more.
     *
     * @param proven whether the proof holds, to the last unit; else they are a choice that keeps all rules
     */
    record Matching(int[] chosen, Proof.OddSets proof, boolean proven) {}

    /** Numbers as large as this are left as they are, which is faster; larger ones are made small enough for the algorithm. */
    private static final long LARGEST_UNSCALED = 1_000_000_000;

    private static final int BITS_WHEN_SCALED = 24;

    /** All trees grow by the same from prices of 0: prices are then whole numbers or halves, so that nothing is ever rounded. */
    private static final BlossomVOptions EVENLY =
            new BlossomVOptions(InitializationType.NONE, DualUpdateStrategy.MULTIPLE_TREE_FIXED_DELTA, true, false);

    /** Prices are multiples of one over a power of two; more than this many halvings would be a fault. */
    private static final int MOST_HALVINGS = 20;

    /** So many pairs more than it has places are tried for each participant at first. */
    private static final int SPARE_PAIRS = 4;

    private final Candidates candidates;
    private final Decisions decisions;
    private final Scores worth;
    private final BitSet preferred;

    /** A power of two by which worths are divided, which is exact. */
    private final double unit;

    private final BitSet open = new BitSet();

    /** What each participant may have and needs beyond the pairs that must be. */
    private final int[] room;

    private final int[] need;

    /** A participant's places stand from its own first to before that of the next. */
    private final int[] firstPlace;

    /** The first door of a pair's gate; the second follows. */
    private final int[] door;

    /** Places and doors of one copy. */
    private final int nodes;

    /** The candidate that a door belongs to, by its number beyond the places. */
    private final int[] pairOfDoor;

    GeneralMatching(Problem problem, Decisions decisions) {
        this(problem, decisions, decisions.worth, new BitSet());
    }

    /**
     * @param worth what each candidate counts for
     * @param preferred candidates that are tried from the beginning
     */
    GeneralMatching(Problem problem, Decisions decisions, Scores worth, BitSet preferred) {
        this.candidates = problem.candidates();
        this.decisions = decisions;
        this.worth = worth;
        this.preferred = preferred;
        var largest = worth.largest();
        var bits = Long.SIZE - Long.numberOfLeadingZeros(largest);
        this.unit = largest <= LARGEST_UNSCALED ? 1 : 1L << bits - BITS_WHEN_SCALED;
        var size = problem.participants().size();
        room = problem.participants().stream().mapToInt(Participant::max).toArray();
        need = problem.participants().stream().mapToInt(Participant::min).toArray();
        decisions.must.stream().forEach(pair -> {
            for (var participant : List.of(candidates.first(pair), candidates.partner(pair))) {
                room[participant]--;
                need[participant]--;
            }
        });
        var degree = new int[size];
        forEachPair((first, second, pair) -> {
            if (decisions.isOpen(pair) && room[first] > 0 && room[second] > 0) {
                open.set(pair);
                degree[first]++;
                degree[second]++;
            }
        });
        firstPlace = new int[size + 1];
        for (var i = 0; i < size; i++) {
            firstPlace[i + 1] = firstPlace[i] + Math.max(0, Math.min(room[i], degree[i]));
        }
        door = new int[candidates.size()];
        var next = firstPlace[size];
        var pairs = new int[2 * open.cardinality()];
        for (var pair = open.nextSetBit(0); pair >= 0; pair = open.nextSetBit(pair + 1)) {
            if (places(candidates.first(pair)) > 1 && places(candidates.partner(pair)) > 1) {
                door[pair] = next;
                pairs[next - firstPlace[size]] = pair;
                pairs[next + 1 - firstPlace[size]] = pair;
                next += 2;
            }
        }
        nodes = next;
        pairOfDoor = Arrays.copyOf(pairs, next - firstPlace[size]);
    }

    private interface PairVisitor {
        void visit(int first, int second, int pair);
    }

    private void forEachPair(PairVisitor visitor) {
        for (var first = 0; first < candidates.participants(); first++) {
            for (var pair = candidates.rowStart(first); pair < candidates.rowStart(first + 1); pair++) {
                visitor.visit(first, candidates.partner(pair), pair);
            }
        }
    }

    private int places(int participant) {
        return firstPlace[participant + 1] - firstPlace[participant];
    }

    private boolean hasGate(int pair) {
        return door[pair] > 0;
    }

    /** How many gates a copy of the graph has: what makes it slow. */
    int gates() {
        return pairOfDoor.length / 2;
    }

    /**
     * @param halves prices of the participants, in halves, by which to choose the pairs to begin with
     * @return nothing when the locks and minimums cannot all be met
     */
    Optional<Matching> solve(long[] halves) {
        for (var i = 0; i < room.length; i++) {
            if (room[i] < 0 || need[i] > places(i)) {
                return Optional.empty();
            }
        }
        var active = promising(halves);
        active.or(preferred);
        active.and(open);
        while (true) {
            var found = matching(active);
            if (found.isEmpty() && active.equals(open)
                    || found.filter(matching -> !matching.proven).isPresent()) {
                return found;
            }
            var uncovered =
                    found.map(matching -> cover(matching.proof(), active)).orElse(open);
            if (uncovered.isEmpty()) {
                return found;
            }
            active.or(uncovered);
        }
    }

    /** For each participant the pairs that are worth most beyond the prices upon them, some more than it has places. */
    private BitSet promising(long[] halves) {
        var pairsOf = new ArrayList<List<Integer>>();
        Arrays.stream(room).forEach(_ -> pairsOf.add(new ArrayList<>()));
        var gain = new long[candidates.size()];
        forEachPair((first, second, pair) -> {
            if (open.get(pair)) {
                gain[pair] = 2 * worth.at(pair) - halves[first] - halves[second];
                pairsOf.get(first).add(pair);
                pairsOf.get(second).add(pair);
            }
        });
        var promising = new BitSet();
        for (var i = 0; i < room.length; i++) {
            pairsOf.get(i).stream()
                    .sorted(Comparator.comparingLong(pair -> -gain[pair]))
                    .limit(places(i) + SPARE_PAIRS)
                    .forEach(promising::set);
        }
        return promising;
    }

    private Optional<Matching> matching(BitSet active) {
        if (nodes == 0) {
            return Optional.of(new Matching(decisions.must.stream().toArray(), proof(Map.of(), 1), true));
        }
        var graph = graph(active);
        var algorithm = new KolmogorovWeightedPerfectMatching<>(
                graph, unit == 1 ? KolmogorovWeightedPerfectMatching.DEFAULT_OPTIONS : EVENLY, ObjectiveSense.MINIMIZE);
        try {
            var chosen = chosen(algorithm.getMatching().getEdges(), graph);
            var duals = algorithm.getDualSolution().getDualVariables();
            var proof = proof(duals, scale(duals));
            return Optional.of(
                    new Matching(chosen.stream().toArray(), proof, unit == 1 || proves(proof, chosen, graph)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Gives prices to the doors of pairs that were left out.
     *
     * @return the pairs for which that cannot be done
     */
    private BitSet cover(Proof.OddSets proof, BitSet active) {
        var outside = proof.nodes().clone();
        for (var set : proof.sets()) {
            for (var member : set.members()) {
                outside[member] += set.price();
            }
        }
        var uncovered = new BitSet();
        forEachPair((first, second, pair) -> {
            if (open.get(pair) && !active.get(pair)) {
                for (var copy = 0; copy < 2 * nodes; copy += nodes) {
                    var scaled = worth.at(pair) * proof.scale();
                    var ofFirst = lowest(outside, copy, first);
                    if (ofFirst + lowest(outside, copy, second) < scaled) {
                        uncovered.set(pair);
                    } else if (hasGate(pair)) {
                        proof.nodes()[copy + door[pair]] = scaled - ofFirst;
                        proof.nodes()[copy + door[pair] + 1] = ofFirst - scaled;
                    }
                }
            }
        });
        return uncovered;
    }

    private long lowest(long[] prices, int copy, int participant) {
        var lowest = Long.MAX_VALUE;
        for (var place = firstPlace[participant]; place < firstPlace[participant + 1]; place++) {
            lowest = Math.min(lowest, prices[copy + place]);
        }
        return lowest;
    }

    private Graph<Integer, DefaultWeightedEdge> graph(BitSet active) {
        var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (var copy = 0; copy < 2 * nodes; copy += nodes) {
            for (var place = 0; place < firstPlace[room.length]; place++) {
                graph.addVertex(copy + place);
            }
        }
        for (var i = 0; i < room.length; i++) {
            for (var place = firstPlace[i] + Math.max(0, need[i]); place < firstPlace[i + 1]; place++) {
                connect(graph, place, place + nodes, 0);
            }
        }
        forEachPair((first, second, pair) -> {
            if (active.get(pair)) {
                connect(graph, first, second, pair, 0);
                connect(graph, first, second, pair, nodes);
            }
        });
        return graph;
    }

    private void connect(Graph<Integer, DefaultWeightedEdge> graph, int first, int second, int pair, int copy) {
        var ofPair = worth.at(pair);
        if (hasGate(pair)) {
            var entry = copy + door[pair];
            graph.addVertex(entry);
            graph.addVertex(entry + 1);
            connect(graph, entry, entry + 1, 0);
            for (var place = firstPlace[first]; place < firstPlace[first + 1]; place++) {
                connect(graph, copy + place, entry, ofPair);
            }
            for (var place = firstPlace[second]; place < firstPlace[second + 1]; place++) {
                connect(graph, copy + place, entry + 1, 0);
            }
            return;
        }
        for (var one = firstPlace[first]; one < firstPlace[first + 1]; one++) {
            for (var other = firstPlace[second]; other < firstPlace[second + 1]; other++) {
                connect(graph, copy + one, copy + other, ofPair);
            }
        }
    }

    private void connect(Graph<Integer, DefaultWeightedEdge> graph, int one, int other, long ofPair) {
        graph.setEdgeWeight(graph.addEdge(one, other), -ofPair / unit);
    }

    private BitSet chosen(Set<DefaultWeightedEdge> edges, Graph<Integer, DefaultWeightedEdge> graph) {
        var places = firstPlace[room.length];
        var owner = new int[places];
        for (var i = 0; i < room.length; i++) {
            Arrays.fill(owner, firstPlace[i], firstPlace[i + 1], i);
        }
        var chosen = (BitSet) decisions.must.clone();
        for (var edge : edges) {
            var one = graph.getEdgeSource(edge);
            var other = graph.getEdgeTarget(edge);
            if (other < places) {
                chosen.set(candidates.find(owner[one], owner[other]));
            } else if (one < places && other < nodes) {
                chosen.set(pairOfDoor[other - places]);
            }
        }
        return chosen;
    }

    /** Whether these prices prove, in whole numbers, that no choice among the edges is worth more. */
    private boolean proves(Proof.OddSets proof, BitSet chosen, Graph<Integer, DefaultWeightedEdge> graph) {
        try {
            var sum = 0L;
            for (var price : proof.nodes()) {
                sum = Math.addExact(sum, price);
            }
            var setsOf = new ArrayList<List<Proof.OddSet>>();
            Arrays.stream(proof.nodes()).forEach(_ -> setsOf.add(new ArrayList<>()));
            for (var set : proof.sets()) {
                sum = Math.addExact(sum, set.price());
                for (var member : set.members()) {
                    setsOf.get(member).add(set);
                }
            }
            var value = 0L;
            for (var pair = chosen.nextSetBit(0); pair >= 0; pair = chosen.nextSetBit(pair + 1)) {
                value = Math.addExact(value, decisions.must.get(pair) ? 0 : worth.at(pair));
            }
            return sum == Math.multiplyExact(Math.multiplyExact(2, value), proof.scale())
                    && proof.sets().stream().allMatch(set -> set.price() <= 0)
                    && graph.edgeSet().stream().allMatch(edge -> isCovered(edge, graph, proof, setsOf));
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private boolean isCovered(
            DefaultWeightedEdge edge,
            Graph<Integer, DefaultWeightedEdge> graph,
            Proof.OddSets proof,
            List<List<Proof.OddSet>> setsOf) {
        var one = graph.getEdgeSource(edge);
        var other = graph.getEdgeTarget(edge);
        var prices = Math.addExact(proof.nodes()[one], proof.nodes()[other]);
        for (var set : setsOf.get(one)) {
            prices = Math.addExact(prices, setsOf.get(other).contains(set) ? 0 : set.price());
        }
        for (var set : setsOf.get(other)) {
            prices = Math.addExact(prices, setsOf.get(one).contains(set) ? 0 : set.price());
        }
        return prices >= Math.multiplyExact((long) (-graph.getEdgeWeight(edge) * unit), proof.scale());
    }

    private Proof.OddSets proof(Map<Set<Integer>, Double> duals, long scale) {
        var prices = new long[2 * nodes];
        var sets = new ArrayList<Proof.OddSet>();
        duals.forEach((members, dual) -> {
            var price = -Math.round(dual * unit * scale);
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

    private long scale(Map<Set<Integer>, Double> duals) {
        for (var halvings = 0; halvings < MOST_HALVINGS; halvings++) {
            var scale = 1L << halvings;
            if (duals.values().stream().allMatch(dual -> Math.rint(dual * unit * scale) == dual * unit * scale)) {
                return scale;
            }
        }
        throw new IllegalStateException("The prices of the matching are no fractions of a power of two");
    }
}
