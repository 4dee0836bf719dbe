package org.interurban.pairing;

import java.util.Arrays;

/**
 * Shortest paths in what a {@link Flow} leaves open, at reduced costs that are never negative.
 *
 * <p>E. W. Dijkstra, "A note on two problems in connexion with graphs" (1959), with a binary heap: O(m log n) a search. Nodes at the
 * distance just reached wait in a queue beside the heap: tight edges make up most of a path, and breadth first keeps paths short.
 */
final class Search {

    static final long UNREACHED = Long.MAX_VALUE;
    static final int NOWHERE = -1;

    /** Where a search may stop. */
    enum Goal {
        /** At the nearest node that lacks units, or at the hub. */
        DEFICIT_OR_HUB,
        /** At the nearest node that lacks units. */
        DEFICIT,
        /** Nowhere: the distances of all nodes are wanted. */
        ALL
    }

    final long[] distance;

    private final Flow flow;
    private final Network network;
    private final int[] from;
    private final int[] via;
    private final int[] touched;
    private final int[] queue;
    private final NodeHeap heap;
    private int touchedSize;
    private int queueHead;
    private int queueTail;
    private Goal goal = Goal.ALL;
    private long now;
    private long limit;
    private int end;

    Search(Flow flow) {
        this.flow = flow;
        this.network = flow.network;
        var nodes = network.hub + 1;
        this.distance = new long[nodes];
        this.from = new int[nodes];
        this.via = new int[nodes];
        this.touched = new int[nodes];
        this.queue = new int[nodes];
        this.heap = new NodeHeap(distance);
        Arrays.fill(distance, UNREACHED);
    }

    /** Searches from a node and returns where it ended, or {@link #NOWHERE}. The previous search is forgotten. */
    int run(int source, Goal wanted) {
        forget();
        goal = wanted;
        limit = UNREACHED;
        end = NOWHERE;
        now = 0;
        reach(source, 0, NOWHERE, NOWHERE);
        while (true) {
            int node;
            if (queueHead < queueTail) {
                node = queue[queueHead++];
            } else if (!heap.isEmpty() && distance[heap.first()] < limit) {
                node = heap.removeFirst();
                now = distance[node];
            } else {
                break;
            }
            if (now >= limit) {
                break;
            }
            expand(node);
        }
        return end;
    }

    private void forget() {
        for (var i = 0; i < touchedSize; i++) {
            distance[touched[i]] = UNREACHED;
        }
        touchedSize = 0;
        queueHead = 0;
        queueTail = 0;
        heap.clear();
    }

    private void expand(int node) {
        if (node < network.rows) {
            expandRow(node);
        } else if (network.isColumn(node)) {
            expandColumn(node);
        } else if (node == network.hub) {
            expandHub();
        } else {
            for (var child : network.children(node)) {
                goDown(node, child);
            }
        }
        if (node != network.hub) {
            goUp(node);
        }
    }

    private void expandRow(int row) {
        var target = network.target;
        var weight = network.weight;
        var price = flow.price;
        var base = now + price[row];
        for (int edge = network.start[row], stop = network.start[row + 1]; edge < stop; edge++) {
            var column = target[edge];
            var reached = base + price[column] - weight.at(edge);
            if (reached < distance[column] && reached < limit && (reached > now || !flow.isChosen(edge))) {
                reach(column, reached, row, edge);
            }
        }
    }

    private void expandColumn(int column) {
        for (int which = 0, mates = flow.mates(column); which < mates; which++) {
            var row = flow.mateRow(column, which);
            var edge = flow.mateEdge(column, which);
            offer(row, now + flow.gain(row, edge), column, edge);
        }
    }

    private void expandHub() {
        for (var node = 0; node < network.hub; node++) {
            if (network.parent[node] == network.hub) {
                goDown(network.hub, node);
            }
        }
    }

    /** On the row side units flow from the hub, on the column side towards it; against the flow there must be one to take back. */
    private void goDown(int parent, int child) {
        if (network.isOnRowSide(child)) {
            if (flow.units[child] < network.upper[child]) {
                offer(child, now - flow.premium(child), parent, NOWHERE);
            }
        } else if (flow.units[child] > network.lower[child]) {
            offer(child, now + flow.premium(child), parent, NOWHERE);
        }
    }

    private void goUp(int node) {
        if (canGoUp(node)) {
            offer(network.parent[node], now + costUp(node), node, NOWHERE);
        }
    }

    boolean canGoUp(int node) {
        return network.isOnRowSide(node)
                ? flow.units[node] > network.lower[node]
                : flow.units[node] < network.upper[node];
    }

    long costUp(int node) {
        return network.isOnRowSide(node) ? flow.premium(node) : -flow.premium(node);
    }

    private void offer(int node, long reached, int before, int edge) {
        if (reached < distance[node] && reached < limit) {
            reach(node, reached, before, edge);
        }
    }

    private void reach(int node, long reached, int before, int edge) {
        if (distance[node] == UNREACHED) {
            touched[touchedSize++] = node;
        }
        distance[node] = reached;
        from[node] = before;
        via[node] = edge;
        if (goal != Goal.ALL) {
            if (flow.excess[node] < 0 || node == network.hub && goal == Goal.DEFICIT_OR_HUB) {
                limit = reached;
                end = node;
                return;
            }
            if (goal == Goal.DEFICIT_OR_HUB
                    && network.parent[node] == network.hub
                    && canGoUp(node)
                    && reached + costUp(node) < limit) {
                reach(network.hub, reached + costUp(node), node, NOWHERE);
            }
            if (reached >= limit) {
                return;
            }
        }
        if (reached == now && !heap.contains(node)) {
            queue[queueTail++] = node;
        } else {
            heap.fell(node);
        }
    }

    /**
     * Moves the prices so that the path found becomes tight; the hub's price stays 0.
     *
     * <p>When there was none, nothing open leads out of what was reached, and its prices may move as far as one likes: far enough that
     * the prices bound every answer below what any can be worth.
     */
    void reprice(int source) {
        if (limit == 0) {
            return;
        }
        var price = flow.price;
        if (limit == UNREACHED) {
            limit = farAway();
        }
        if (source == network.hub) {
            for (var node = 0; node < network.hub; node++) {
                var change = Math.min(distance[node], limit);
                price[node] += network.isOnRowSide(node) ? change : -change;
            }
            return;
        }
        for (var i = 0; i < touchedSize; i++) {
            var node = touched[i];
            if (distance[node] < limit) {
                var change = limit - distance[node];
                price[node] += network.isOnRowSide(node) ? -change : change;
            }
        }
    }

    private long farAway() {
        var farthest = 0L;
        for (var i = 0; i < touchedSize; i++) {
            farthest = Math.max(farthest, distance[touched[i]]);
        }
        return farthest + (network.largestWeight() + 1) * (network.hub + 1);
    }

    /** Sends one unit along the path that ends at a node, from its end to its source. */
    void send(int last) {
        for (int node = last, before = from[node]; before != NOWHERE; node = before, before = from[node]) {
            if (via[node] != NOWHERE) {
                if (node < network.rows) {
                    flow.drop(via[node]);
                } else {
                    flow.choose(before, via[node]);
                }
            } else if (before != network.hub && network.parent[before] == node) {
                flow.setUnits(before, flow.units[before] + (network.isOnRowSide(before) ? -1 : 1));
            } else {
                flow.setUnits(node, flow.units[node] + (network.isOnRowSide(node) ? 1 : -1));
            }
        }
    }
}
