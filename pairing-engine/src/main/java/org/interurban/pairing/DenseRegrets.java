package org.interurban.pairing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * All regrets at once where most pairs are allowed and there are no limits, as in a workbench.
 *
 * <p>R. W. Floyd, "Algorithm 97: shortest path" (1962), over the columns and the hub, with every row folded into the ways through it:
 * O(n^3) steps of a kind that the processor does several at a time, which beats a search from each column.
 */
final class DenseRegrets {

    private static final long FAR = Long.MAX_VALUE / 4;
    private static final int MOST_COLUMNS = 2_000;
    private static final int LEAST_DENSITY = 16;

    private final Flow flow;
    private final Network network;
    private final int hub;
    private final long[][] distance;

    DenseRegrets(Flow flow) {
        this.flow = flow;
        this.network = flow.network;
        this.hub = network.columns;
        this.distance = new long[hub + 1][hub + 1];
    }

    static boolean suits(Network network) {
        return network.hub == network.rows + network.columns
                && network.columns <= MOST_COLUMNS
                && network.edges() >= (long) network.columns * network.columns / LEAST_DENSITY;
    }

    /** Lowers the regrets of all candidates that have an edge. */
    void fill(long[] regrets) {
        connect();
        for (var via = 0; via <= hub; via++) {
            for (var from = 0; from <= hub; from++) {
                if (distance[from][via] < FAR) {
                    shorten(distance[from], distance[from][via], distance[via]);
                }
            }
        }
        for (var row = 0; row < network.rows; row++) {
            fillRow(row, regrets);
        }
    }

    private static void shorten(long[] from, long toVia, long[] fromVia) {
        for (var to = 0; to < from.length; to++) {
            from[to] = Math.min(from[to], toVia + fromVia[to]);
        }
    }

    /** The ways of one step: from a column or the hub through a row to another, or straight between column and hub. */
    private void connect() {
        for (var from = 0; from <= hub; from++) {
            Arrays.fill(distance[from], FAR);
            distance[from][from] = 0;
        }
        for (var row = 0; row < network.rows; row++) {
            if (canEnterFromHub(row)) {
                leave(row, hub, -flow.premium(row));
            }
        }
        for (var column = 0; column < network.columns; column++) {
            var node = network.rows + column;
            for (int which = 0, mates = flow.mates(node); which < mates; which++) {
                var row = flow.mateRow(node, which);
                leave(row, column, flow.gain(row, flow.mateEdge(node, which)));
            }
            if (flow.units[node] < network.upper[node]) {
                distance[column][hub] = Math.min(distance[column][hub], -flow.premium(node));
            }
            if (flow.units[node] > network.lower[node]) {
                distance[hub][column] = Math.min(distance[hub][column], flow.premium(node));
            }
        }
    }

    private boolean canEnterFromHub(int row) {
        return flow.units[row] < network.upper[row];
    }

    private boolean canLeaveToHub(int row) {
        return flow.units[row] > network.lower[row];
    }

    private void leave(int row, int from, long reached) {
        var ways = distance[from];
        for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
            if (!flow.isChosen(edge)) {
                var column = network.target[edge] - network.rows;
                ways[column] = Math.min(ways[column], reached - flow.gain(row, edge));
            }
        }
        if (canLeaveToHub(row)) {
            ways[hub] = Math.min(ways[hub], reached + flow.premium(row));
        }
    }

    private void fillRow(int row, long[] regrets) {
        var chosen = IntStream.range(network.start[row], network.start[row + 1])
                .filter(flow::isChosen)
                .toArray();
        for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
            var column = network.target[edge] - network.rows;
            var gain = flow.gain(row, edge);
            var way = flow.isChosen(edge) ? gain + onwards(row, column) : back(row, column, chosen) - gain;
            if (way < FAR) {
                regrets[network.candidate(edge)] = way;
            }
        }
    }

    /** The shortest way from a column to a row. */
    private long back(int row, int column, int[] chosen) {
        var shortest = canEnterFromHub(row) ? distance[column][hub] - flow.premium(row) : FAR;
        for (var edge : chosen) {
            shortest = Math.min(shortest, distance[column][network.target[edge] - network.rows] + flow.gain(row, edge));
        }
        return shortest;
    }

    /** The shortest way from a row to a column. */
    private long onwards(int row, int column) {
        var shortest = canLeaveToHub(row) ? flow.premium(row) + distance[hub][column] : FAR;
        for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
            if (!flow.isChosen(edge)) {
                shortest = Math.min(
                        shortest, distance[network.target[edge] - network.rows][column] - flow.gain(row, edge));
            }
        }
        return shortest;
    }
}
