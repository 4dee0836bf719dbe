package org.interurban.pairing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds regrets from the prices of a best flow.
 *
 * <p>Forcing an edge sends one unit round the cheapest cycle through it in what the flow leaves open: its own reduced cost, and the
 * shortest way from its column back to its row. One search from a column finds the regrets of all its edges that were not chosen. A
 * chosen edge is left round the cheapest cycle the other way, which begins with another edge of its row, whose column was searched
 * from, or upwards. So all regrets take one search for each column and few more: O(n m log n).
 */
final class PricedRegrets implements Regrets.Source {

    private static final int TASKS = 16;

    private final Network network;
    private final Flow flow;
    private final int[] edgeOf;
    private final int candidates;
    private final int[] columnStart;
    private final int[] columnEdge;
    private final int[] columnRow;
    private final int[] chosenStart;
    private final int[] chosenEdge;

    PricedRegrets(Flow flow, int candidates) {
        this.flow = flow;
        this.network = flow.network;
        this.candidates = candidates;
        edgeOf = new int[candidates];
        Arrays.fill(edgeOf, -1);
        columnStart = new int[network.columns + 1];
        for (var edge = 0; edge < network.edges(); edge++) {
            edgeOf[network.candidate(edge)] = edge;
            columnStart[network.target[edge] - network.rows + 1]++;
        }
        for (var column = 0; column < network.columns; column++) {
            columnStart[column + 1] += columnStart[column];
        }
        chosenStart = new int[network.rows + 1];
        for (var row = 0; row < network.rows; row++) {
            chosenStart[row + 1] = chosenStart[row];
            for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
                chosenStart[row + 1] += flow.isChosen(edge) ? 1 : 0;
            }
        }
        chosenEdge = IntStream.range(0, network.edges()).filter(flow::isChosen).toArray();
        columnEdge = new int[network.edges()];
        columnRow = new int[network.edges()];
        var next = columnStart.clone();
        for (var row = 0; row < network.rows; row++) {
            for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
                var at = next[network.target[edge] - network.rows]++;
                columnEdge[at] = edge;
                columnRow[at] = row;
            }
        }
    }

    /** A pair that a lock demands or forbids has no edge, and cannot be otherwise. */
    @Override
    public long regret(int pair) {
        var edge = edgeOf[pair];
        if (edge < 0) {
            return Regrets.IMPOSSIBLE;
        }
        var row = network.row(edge);
        var search = new Search(flow);
        search.run(flow.isChosen(edge) ? row : network.target[edge], Search.Goal.ALL);
        return regret(search, row, edge);
    }

    /** After a search from the edge's row if it is chosen, else from its column. */
    private long regret(Search search, int row, int edge) {
        var chosen = flow.isChosen(edge);
        var back = search.distance[chosen ? network.target[edge] : row];
        if (back == Search.UNREACHED) {
            return Regrets.IMPOSSIBLE;
        }
        return chosen ? flow.gain(row, edge) + back : back - flow.gain(row, edge);
    }

    @Override
    public long[] all() {
        var regrets = new long[candidates];
        Arrays.fill(regrets, Regrets.IMPOSSIBLE);
        if (DenseRegrets.suits(network)) {
            new DenseRegrets(flow).fill(regrets);
        } else {
            search(regrets);
        }
        return regrets;
    }

    private void search(long[] regrets) {
        IntStream.range(0, TASKS)
                .parallel()
                .mapToObj(task -> task < TASKS - 1 ? throughColumns(task, regrets) : throughParents())
                .forEachOrdered(detours -> {
                    for (var which = 0; which < chosenEdge.length; which++) {
                        var pair = network.candidate(chosenEdge[which]);
                        regrets[pair] = Math.min(regrets[pair], detours[which]);
                    }
                });
    }

    /** Fills in the regrets of edges not chosen, and returns what leaving each chosen edge for one of these columns costs. */
    private long[] throughColumns(int task, long[] regrets) {
        var search = new Search(flow);
        var detours = new long[chosenEdge.length];
        Arrays.fill(detours, Regrets.IMPOSSIBLE);
        for (var column = task; column < network.columns; column += TASKS - 1) {
            search.run(network.rows + column, Search.Goal.ALL);
            for (var at = columnStart[column]; at < columnStart[column + 1]; at++) {
                var edge = columnEdge[at];
                var row = columnRow[at];
                if (!flow.isChosen(edge)) {
                    regrets[network.candidate(edge)] = regret(search, row, edge);
                    detour(search, row, -flow.gain(row, edge), detours);
                }
            }
        }
        return detours;
    }

    /** What leaving each chosen edge upwards costs. */
    private long[] throughParents() {
        var search = new Search(flow);
        var detours = new long[chosenEdge.length];
        Arrays.fill(detours, Regrets.IMPOSSIBLE);
        for (var parent = network.rows + network.columns; parent <= network.hub; parent++) {
            var searched = false;
            for (var row = 0; row < network.rows; row++) {
                if (network.parent[row] == parent && search.canGoUp(row)) {
                    if (!searched) {
                        search.run(parent, Search.Goal.ALL);
                        searched = true;
                    }
                    detour(search, row, search.costUp(row), detours);
                }
            }
        }
        return detours;
    }

    /** Ways round the chosen edges of a row that begin at this cost and go on from where the search began. */
    private void detour(Search search, int row, long cost, long[] detours) {
        for (var which = chosenStart[row]; which < chosenStart[row + 1]; which++) {
            var edge = chosenEdge[which];
            var onwards = search.distance[network.target[edge]];
            if (onwards != Search.UNREACHED) {
                detours[which] = Math.min(detours[which], cost + onwards + flow.gain(row, edge));
            }
        }
    }
}
