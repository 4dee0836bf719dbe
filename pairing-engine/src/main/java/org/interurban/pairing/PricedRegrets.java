package org.interurban.pairing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds regrets from the prices of a best flow.
 *
 * <p>Forcing an edge sends one unit round the cheapest cycle through it in what the flow leaves open: its own reduced cost, and the
 * shortest way from its column back to its row. One search from a column finds the regrets of all its edges, so all regrets take one
 * search for each column and, for the chosen ones, for each row: O(n m log n).
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

    PricedRegrets(TwoSides sides) {
        flow = sides.best().flow();
        network = flow.network;
        candidates = sides.problem.candidates().size();
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
        IntStream.range(0, TASKS).parallel().forEach(task -> {
            var search = new Search(flow);
            for (var column = task; column < network.columns; column += TASKS) {
                ofColumn(column, search, regrets);
            }
        });
        return regrets;
    }

    private void ofColumn(int column, Search search, long[] regrets) {
        search.run(network.rows + column, Search.Goal.ALL);
        for (var at = columnStart[column]; at < columnStart[column + 1]; at++) {
            if (!flow.isChosen(columnEdge[at])) {
                regrets[network.candidate(columnEdge[at])] = regret(search, columnRow[at], columnEdge[at]);
            }
        }
        for (int which = 0, mates = flow.mates(network.rows + column); which < mates; which++) {
            var edge = flow.mateEdge(network.rows + column, which);
            var row = flow.mateRow(network.rows + column, which);
            search.run(row, Search.Goal.ALL);
            regrets[network.candidate(edge)] = regret(search, row, edge);
        }
    }
}
