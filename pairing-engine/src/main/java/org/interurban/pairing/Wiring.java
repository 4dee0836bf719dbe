package org.interurban.pairing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Wires a problem on two sides into a {@link Network}.
 *
 * <p>Rows stand for the smaller side, which leaves fewer of them unserved. A limit is an inner node above the rows or columns it bounds;
 * a participant with a limit on some of its partners becomes an inner node itself, with a row or column for each part of its candidates.
 */
final class Wiring {

    static final IntPredicate ALL = pair -> true;

    private final Problem problem;
    private final Decisions decisions;
    private final IntPredicate usable;
    private final int sizeOfA;
    private final boolean swapped;
    private final int leastPairs;
    private final SideTree rowTree;
    private final SideTree columnTree;

    /**
     * @param usable which candidates may be chosen, besides what the locks say; those that must be chosen are taken as given
     * @param leastPairs how many pairs there must be in all, those that must be chosen included
     */
    Wiring(Problem problem, Decisions decisions, Nesting nesting, IntPredicate usable, int leastPairs) {
        this.problem = problem;
        this.decisions = decisions;
        this.usable = usable;
        var all = problem.participants().size();
        sizeOfA = problem.sizeOfA();
        swapped = hasMoreOnA(problem);
        var treeOfA = new SideTree(problem, 0, sizeOfA, nesting, nesting.groupsOfA);
        var treeOfB = new SideTree(problem, sizeOfA, all, nesting, nesting.groupsOfB);
        rowTree = swapped ? treeOfB : treeOfA;
        columnTree = swapped ? treeOfA : treeOfB;
        this.leastPairs = leastPairs;
        if (leastPairs > 0) {
            rowTree.addRoot(leastPairs);
        }
        decisions.must.stream().forEach(pair -> {
            var first = problem.candidates().first(pair);
            var second = problem.candidates().partner(pair);
            rowTree.take(row(first, second));
            columnTree.take(column(first, second));
        });
    }

    /** Whether more of side A than of side B have candidates; who has none is no reason to see the round differently. */
    private static boolean hasMoreOnA(Problem problem) {
        var candidates = problem.candidates();
        var sizeOfB = problem.participants().size() - problem.sizeOfA();
        var wanted = new BitSet();
        var ofB = 0;
        for (var pair = 0; pair < candidates.size() && ofB < sizeOfB; pair++) {
            if (!wanted.get(candidates.partner(pair))) {
                wanted.set(candidates.partner(pair));
                ofB++;
            }
        }
        var ofA = 0;
        for (var row = 0; row < candidates.participants(); row++) {
            ofA += candidates.rowStart(row) < candidates.rowStart(row + 1) ? 1 : 0;
        }
        return ofA > ofB;
    }

    private int row(int first, int second) {
        return swapped ? rowTree.leaf(second, first) : rowTree.leaf(first, second);
    }

    private int column(int first, int second) {
        return swapped ? columnTree.leaf(first, second) : columnTree.leaf(second, first);
    }

    /** True when the pairs that must be chosen alone break a bound. */
    boolean isImpossible() {
        return rowTree.isOverdrawn() || columnTree.isOverdrawn();
    }

    /** The network with each candidate at its worth. */
    Network network(Scores worth) {
        return isAsItStands() ? asItStands(worth) : rearranged(worth);
    }

    private boolean isAsItStands() {
        return !swapped
                && usable == ALL
                && decisions.must.isEmpty()
                && decisions.mustNot.isEmpty()
                && rowTree.nodes() == rowTree.leaves
                && rowTree.nodes() + columnTree.nodes()
                        == problem.participants().size();
    }

    /** Shares the arrays of the candidates: participants are rows and columns in their own order. */
    private Network asItStands(Scores worth) {
        var start = problem.candidates().starts();
        var target = problem.candidates().partners();
        return finished(start, target, worth, new int[0]);
    }

    private Network rearranged(Scores worth) {
        var start = new int[rowTree.leaves + 1];
        forEachOpen((first, second, pair) -> start[row(first, second) + 1]++);
        for (var row = 0; row < rowTree.leaves; row++) {
            start[row + 1] += start[row];
        }
        var next = Arrays.copyOf(start, rowTree.leaves);
        var edges = start[rowTree.leaves];
        var target = new int[edges];
        var origin = new int[edges];
        var weight = new long[edges];
        forEachOpen((first, second, pair) -> {
            var edge = next[row(first, second)]++;
            target[edge] = rowTree.leaves + column(first, second);
            origin[edge] = pair;
            weight[edge] = worth.at(pair);
        });
        return finished(start, target, Scores.of(weight), origin);
    }

    private interface PairVisitor {
        void visit(int first, int second, int pair);
    }

    private void forEachOpen(PairVisitor visitor) {
        var candidates = problem.candidates();
        for (var first = 0; first < candidates.participants(); first++) {
            for (var pair = candidates.rowStart(first); pair < candidates.rowStart(first + 1); pair++) {
                if (decisions.isOpen(pair) && usable.test(pair)) {
                    visitor.visit(first, candidates.partner(pair), pair);
                }
            }
        }
    }

    private Network finished(int[] start, int[] target, Scores weight, int[] origin) {
        var edgesOfRow = new int[rowTree.leaves];
        Arrays.setAll(edgesOfRow, row -> start[row + 1] - start[row]);
        rowTree.clamp(edgesOfRow);
        var edgesOfColumn = new int[columnTree.leaves];
        for (var edge = 0; edge < start[rowTree.leaves]; edge++) {
            edgesOfColumn[target[edge] - rowTree.leaves]++;
        }
        columnTree.clamp(edgesOfColumn);
        var nodes = rowTree.nodes() + columnTree.nodes();
        var parent = new int[nodes];
        var lower = new int[nodes];
        var upper = new int[nodes];
        rowTree.copyTo(parent, lower, upper, 0, innerOffset(rowTree));
        columnTree.copyTo(parent, lower, upper, rowTree.leaves, innerOffset(columnTree));
        return new Network(
                rowTree.leaves,
                columnTree.leaves,
                rowTree.nodes() - rowTree.leaves,
                rowTree.place(rowTree.groupsFrom(), 0, innerOffset(rowTree)),
                start,
                target,
                weight,
                origin,
                parent,
                lower,
                upper);
    }

    private int innerOffset(SideTree tree) {
        var leaves = rowTree.leaves + columnTree.leaves;
        return tree == rowTree ? leaves : leaves + rowTree.nodes() - rowTree.leaves;
    }

    /** The prices of the rules, as a flow in this network leaves them. */
    Proof.Prices prices(Flow flow) {
        var paid = 0L;
        var participants = new long[problem.participants().size()];
        for (var participant = 0; participant < participants.length; participant++) {
            var tree = participant < sizeOfA != swapped ? rowTree : columnTree;
            var price = price(flow, tree, tree.top(participant));
            var facts = problem.participants().get(participant);
            participants[participant] = price;
            paid += price * (price > 0 ? facts.max() : facts.min());
        }
        var limits = Stream.of(rowTree, columnTree)
                .flatMap(tree -> tree.limitNodes.stream()
                        .map(node ->
                                new Proof.LimitPrice(node.limit(), node.participant(), price(flow, tree, node.node()))))
                .filter(price -> price.price() != 0)
                .toList();
        for (var limit : limits) {
            paid += limit.price() * problem.limits().get(limit.limit()).most();
        }
        var pairs = leastPairs > 0 ? price(flow, rowTree, rowTree.nodes() - 1) : 0;
        return new Proof.Prices(participants, limits, pairs, paid + pairs * leastPairs);
    }

    /** What else must be chosen, and what else must not, in every answer that is best at the prices of this flow. */
    Decisions decided(Flow flow) {
        var network = flow.network;
        var price = new long[network.hub + 1];
        for (var tree : List.of(rowTree, columnTree)) {
            for (var node = 0; node < tree.nodes(); node++) {
                price[place(tree, node)] = price(flow, tree, node);
            }
        }
        for (var node = network.hub - 1; node >= 0; node--) {
            price[node] += price[network.parent[node]];
        }
        var must = new BitSet();
        var mustNot = new BitSet();
        for (var row = 0; row < network.rows; row++) {
            for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
                var gain = network.weight.at(edge) - price[row] - price[network.target[edge]];
                if (gain != 0) {
                    (gain > 0 ? must : mustNot).set(network.candidate(edge));
                }
            }
        }
        return decisions.and(must, mustNot);
    }

    /** The balanced flow that belongs to these prices and this choice. */
    Flow restored(Network network, Proof.Prices prices, BitSet chosen) {
        var premium = new long[network.hub];
        for (var participant = 0; participant < prices.participants().length; participant++) {
            premium[node(participant)] = prices.participants()[participant];
        }
        for (var tree : List.of(rowTree, columnTree)) {
            for (var node : tree.limitNodes) {
                prices.limits().stream()
                        .filter(price -> price.limit() == node.limit() && price.participant() == node.participant())
                        .forEach(price -> premium[place(tree, node.node())] = price.price());
            }
        }
        var price = new long[network.hub + 1];
        for (var node = network.hub - 1; node >= 0; node--) {
            price[node] = premium[node] + price[network.parent[node]];
        }
        var flow = new Flow(network, price);
        for (var row = 0; row < network.rows; row++) {
            for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
                if (chosen.get(network.candidate(edge))) {
                    flow.choose(row, edge);
                }
            }
        }
        flow.settle();
        return flow;
    }

    private long price(Flow flow, SideTree tree, int node) {
        return tree.meant(node, flow.premium(place(tree, node)));
    }

    /** The node of the network whose arc is this participant's capacity. */
    int node(int participant) {
        var tree = participant < sizeOfA != swapped ? rowTree : columnTree;
        return place(tree, tree.top(participant));
    }

    private int place(SideTree tree, int node) {
        return tree.place(node, tree == rowTree ? 0 : rowTree.leaves, innerOffset(tree));
    }
}
