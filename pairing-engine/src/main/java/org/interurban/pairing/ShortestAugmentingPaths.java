package org.interurban.pairing;

/**
 * Balances a flow along shortest paths, which keeps its prices fitting and so ends with a best flow.
 *
 * <p>N. Tomizawa, "On some techniques useful for solution of transportation network problems" (1971); J. Edmonds and R. M. Karp,
 * "Theoretical improvements in algorithmic efficiency for network flow problems" (1972). One search for each missing unit:
 * O(k m log n) for k units. Good starting prices, see {@link Auction}, leave few units and keep the searches short.
 */
final class ShortestAugmentingPaths {

    /** More units than this that only the hub can supply, and it is cheaper to start anew without the auction's prices. */
    private static final int LARGEST_DEBT = 64;

    private ShortestAugmentingPaths() {}

    /** A best flow, or one that is stuck: its prices then prove that the bounds cannot all be kept. */
    static Flow solve(Network network) {
        if (network.isAssignment()) {
            var flow = new Auction(network).scaled();
            return balanced(flow.excess[network.hub] <= LARGEST_DEBT ? flow : new Auction(network).exact());
        }
        return balanced(new Flow(network, rowPrices(network)));
    }

    /**
     * The same where nearly everything that is worth anything can be chosen together: begins with all of it, at prices only where a
     * column has no room for it.
     */
    static Flow mended(Network network) {
        var wanted = new int[network.columns];
        for (var edge = 0; edge < network.edges(); edge++) {
            if (network.weight.at(edge) > 0) {
                wanted[network.target[edge] - network.rows]++;
            }
        }
        var price = new long[network.hub + 1];
        for (var column = 0; column < network.columns; column++) {
            var node = network.rows + column;
            price[node] = wanted[column] > network.upper[node] ? network.largestWeight() : 0;
        }
        var flow = new Flow(network, price);
        for (var row = 0; row < network.rows; row++) {
            for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
                var node = network.target[edge];
                if (network.weight.at(edge) > 0 && flow.mates(node) < network.upper[node]) {
                    flow.choose(row, edge);
                }
            }
        }
        flow.settle();
        return balanced(flow);
    }

    /** Columns are free, and every row participant costs as much as its best edge. */
    private static long[] rowPrices(Network network) {
        var price = new long[network.hub + 1];
        for (var row = 0; row < network.rows; row++) {
            var best = 0L;
            for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
                best = Math.max(best, network.weight.at(edge));
            }
            for (var node = row; node < network.rows || node < network.groupsFrom; node = network.parent[node]) {
                price[node] = Math.max(price[node], best);
            }
        }
        return price;
    }

    private static Flow balanced(Flow flow) {
        var network = flow.network;
        var search = new Search(flow);
        for (var node = 0; node < network.hub; node++) {
            while (flow.excess[node] > 0) {
                if (!augment(search, node, Search.Goal.DEFICIT_OR_HUB)) {
                    return flow;
                }
            }
        }
        for (var node = 0; node < network.hub; node++) {
            while (flow.excess[node] < 0) {
                if (!augment(search, network.hub, Search.Goal.DEFICIT)) {
                    return flow;
                }
            }
        }
        return flow;
    }

    private static boolean augment(Search search, int source, Search.Goal goal) {
        var end = search.run(source, goal);
        search.reprice(source);
        if (end == Search.NOWHERE) {
            return false;
        }
        search.send(end);
        return true;
    }
}
