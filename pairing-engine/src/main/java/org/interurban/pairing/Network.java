package org.interurban.pairing;

import java.util.Arrays;

/**
 * A round on two sides as a flow network, the form in which it is solved exactly.
 *
 * <p>Every allowed pair is an edge from a row (a participant of side A, or a part of one) to a column (of side B). Rows and columns
 * hang, directly or by inner nodes, from one hub: the arc between a node and its parent carries as many units as pairs are chosen
 * below it, and has a lower and an upper bound. A participant's capacity is such an arc; limits that nest on one side are inner nodes.
 *
 * <p>Nodes are numbered: rows, columns, inner nodes of the row side, inner nodes of the column side, hub.
 */
final class Network {

    final int rows;
    final int columns;
    final int innerRowSide;
    final int groupsFrom;
    final int hub;
    final int[] start;
    final int[] target;
    final Scores weight;
    final int[] parent;
    final int[] lower;
    final int[] upper;
    private final int[] candidate;
    private final int[][] children;

    /**
     * @param groupsFrom the first inner node on the row side that bounds more than one participant
     * @param candidate the position of each edge in the problem's candidates; empty when these are the same
     * @param parent by node, without the hub
     */
    Network(
            int rows,
            int columns,
            int innerRowSide,
            int groupsFrom,
            int[] start,
            int[] target,
            Scores weight,
            int[] candidate,
            int[] parent,
            int[] lower,
            int[] upper) {
        this.rows = rows;
        this.columns = columns;
        this.innerRowSide = innerRowSide;
        this.groupsFrom = groupsFrom;
        this.hub = parent.length;
        this.start = start;
        this.target = target;
        this.weight = weight;
        this.candidate = candidate;
        this.parent = parent;
        this.lower = lower;
        this.upper = upper;
        this.children = childrenOfInnerNodes();
    }

    private int[][] childrenOfInnerNodes() {
        var inner = rows + columns;
        var counts = new int[hub - inner];
        for (var up : parent) {
            if (up != hub) {
                counts[up - inner]++;
            }
        }
        var lists = new int[hub - inner][];
        Arrays.setAll(lists, i -> new int[counts[i]]);
        for (var node = 0; node < hub; node++) {
            if (parent[node] != hub) {
                lists[parent[node] - inner][--counts[parent[node] - inner]] = node;
            }
        }
        return lists;
    }

    int edges() {
        return start[rows];
    }

    int candidate(int edge) {
        return candidate.length == 0 ? edge : candidate[edge];
    }

    boolean isColumn(int node) {
        return node >= rows && node < rows + columns;
    }

    boolean isOnRowSide(int node) {
        return node < rows || node >= rows + columns && node < rows + columns + innerRowSide;
    }

    /** The children of an inner node. */
    int[] children(int inner) {
        return children[inner - rows - columns];
    }

    /** The row of an edge. */
    int row(int edge) {
        var at = Arrays.binarySearch(start, 0, rows + 1, edge);
        if (at < 0) {
            return -at - 2;
        }
        while (start[at + 1] == edge) {
            at++;
        }
        return at;
    }

    /** True when the network is a plain assignment: at most one unit a participant, no minimum, no limits. */
    boolean isAssignment() {
        if (hub != rows + columns) {
            return false;
        }
        for (var node = 0; node < hub; node++) {
            if (lower[node] != 0 || upper[node] > 1) {
                return false;
            }
        }
        return true;
    }

    long largestWeight() {
        var largest = 0L;
        for (var edge = 0; edge < edges(); edge++) {
            largest = Math.max(largest, weight.at(edge));
        }
        return largest;
    }
}
