package org.interurban.pairing;

import java.util.Arrays;

/**
 * Finds starting prices for an assignment by letting rows bid for columns.
 *
 * <p>D. P. Bertsekas, "The auction algorithm: a distributed relaxation method for the assignment problem" (1988), in the Gauss-Seidel
 * order, with scaling of the least raise. Exactness is not its task: whatever prices it stops at, {@link ShortestAugmentingPaths}
 * completes them. A coarse-to-fine auction settles nearly all prices where participants compete for the same partners, which is
 * where shortest augmenting paths alone take long.
 */
final class Auction {

    /** The first least raise is the largest score over this. */
    private static final int COARSEST = 50;

    private static final int FINER = 10;

    /** The last least raise is the largest score over this. */
    private static final int FINEST = 50_000;

    /** Bids for each row before the auction is broken off: a war of prices is better ended by the exact method. */
    private static final int MOST_BIDS = 600;

    private static final int NONE = -1;

    private final Network network;
    private final long largest;
    private final long[] price;
    private final int[] edgeOfRow;
    private final int[] rowOfColumn;
    private final int[] waiting;
    private long bidsLeft;

    Auction(Network network) {
        this.network = network;
        this.largest = network.largestWeight();
        this.price = new long[network.hub + 1];
        this.edgeOfRow = new int[network.rows];
        this.rowOfColumn = new int[network.columns];
        this.waiting = new int[network.rows];
        Arrays.fill(edgeOfRow, NONE);
        Arrays.fill(rowOfColumn, NONE);
        bidsLeft = (long) MOST_BIDS * network.rows;
        freeUnsoldColumns();
    }

    /** Coarse to fine; leaves debts where a column's price rose although nobody takes it in the end. */
    Flow scaled() {
        var unit = unit();
        var range = largest / unit;
        var finest = Math.max(1, range / FINEST);
        for (var raise = Math.max(1, range / COARSEST); raise >= finest; raise /= FINER) {
            hold(raise * unit);
            freeUnsoldColumns();
        }
        return tightened();
    }

    /** What all scores are multiples of: raises below that would only draw out the bidding. */
    private long unit() {
        var unit = 0L;
        for (var edge = 0; edge < network.edges() && unit != 1; edge++) {
            unit = greatestCommonDivisor(unit, network.weight.at(edge));
        }
        return Math.max(1, unit);
    }

    private static long greatestCommonDivisor(long one, long other) {
        while (other != 0) {
            var rest = one % other;
            one = other;
            other = rest;
        }
        return one;
    }

    /** Without a least raise: nothing is ever sold too dear, so there are no debts, but rows may be left over. */
    Flow exact() {
        hold(0);
        return tightened();
    }

    private void hold(long raise) {
        var size = 0;
        for (var row = network.rows - 1; row >= 0; row--) {
            var best = best(row);
            if (edgeOfRow[row] != NONE && value(edgeOfRow[row]) < best - raise) {
                rowOfColumn[network.target[edgeOfRow[row]] - network.rows] = NONE;
                edgeOfRow[row] = NONE;
            }
            if (edgeOfRow[row] == NONE && best > 0 && network.upper[row] > 0) {
                waiting[size++] = row;
            }
        }
        while (size > 0 && bidsLeft-- > 0) {
            var outbid = bid(waiting[--size], raise);
            if (outbid != NONE) {
                waiting[size++] = outbid;
            }
        }
    }

    private long value(int edge) {
        return network.weight.at(edge) - price[network.target[edge]];
    }

    /** The value of a row's best edge, or 0 when staying alone is better. */
    private long best(int row) {
        var best = 0L;
        for (int edge = network.start[row], stop = network.start[row + 1]; edge < stop; edge++) {
            best = Math.max(best, value(edge));
        }
        return best;
    }

    /** Lets a row take its best column at the price at which its second best is worth as much; returns the row that lost it. */
    private int bid(int row, long raise) {
        var best = 0L;
        var second = 0L;
        var edgeOfBest = NONE;
        for (int edge = network.start[row], stop = network.start[row + 1]; edge < stop; edge++) {
            var value = value(edge);
            if (value > second) {
                if (value > best) {
                    second = best;
                    best = value;
                    edgeOfBest = edge;
                } else {
                    second = value;
                }
            }
        }
        if (edgeOfBest == NONE) {
            return NONE;
        }
        var column = network.target[edgeOfBest];
        var loser = rowOfColumn[column - network.rows];
        var increase = best - second + raise;
        price[column] += increase;
        rowOfColumn[column - network.rows] = row;
        edgeOfRow[row] = edgeOfBest;
        if (loser != NONE) {
            edgeOfRow[loser] = NONE;
        }
        return increase > 0 ? loser : NONE;
    }

    /** What nobody took costs nothing, and what is not for sale more than it is worth to anyone. */
    private void freeUnsoldColumns() {
        for (var column = 0; column < network.columns; column++) {
            if (rowOfColumn[column] == NONE) {
                price[network.rows + column] = network.upper[network.rows + column] > 0 ? 0 : largest;
            }
        }
    }

    /** Keeps the sales that are best at the prices of the end, to the last unit. */
    private Flow tightened() {
        for (var row = 0; row < network.rows; row++) {
            price[row] = best(row);
        }
        var flow = new Flow(network, price);
        for (var row = 0; row < network.rows; row++) {
            var edge = edgeOfRow[row];
            if (edge != NONE && value(edge) == price[row]) {
                flow.choose(row, edge);
                if (flow.excess[row] < 0) {
                    flow.setUnits(row, 1);
                }
                if (flow.excess[network.target[edge]] > 0) {
                    flow.setUnits(network.target[edge], 1);
                }
            }
        }
        return flow;
    }
}
