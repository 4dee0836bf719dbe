package org.interurban.pairing;

import java.util.Arrays;

/**
 * Chosen edges, units on the arcs and prices in a {@link Network}; not yet balanced while some node has excess.
 *
 * <p>At all times the prices fit the choice: with {@code gain(e) = weight - price(row) - price(column)} no edge left out has a
 * positive gain and no chosen one a negative; and an arc whose node costs more than its parent is full, one whose node costs less
 * carries its minimum. A balanced flow with such prices is a best one: that is complementary slackness of the linear programme.
 */
final class Flow {

    final Network network;
    final long[] price;
    final int[] units;
    final int[] excess;

    private final long[] chosen;
    private final int[] slot;
    private final int[] mates;
    private final int[] slotEdge;
    private final int[] slotRow;

    /** Nothing chosen and every arc at the number of units that its prices ask for. */
    Flow(Network network, long[] price) {
        this.network = network;
        this.price = price;
        this.units = new int[network.hub];
        this.excess = new int[network.hub + 1];
        this.chosen = new long[(network.edges() + 63) >>> 6];
        this.slot = slots(network);
        this.mates = new int[network.columns];
        this.slotEdge = new int[slot[network.columns]];
        this.slotRow = new int[slot[network.columns]];
        for (var node = 0; node < network.hub; node++) {
            var premium = premium(node);
            setUnits(node, premium > 0 ? network.upper[node] : network.lower[node]);
        }
    }

    private static int[] slots(Network network) {
        var slot = new int[network.columns + 1];
        Arrays.fill(slot, 1, slot.length, 1);
        var many = false;
        for (var column = network.rows; column < network.rows + network.columns; column++) {
            many |= network.upper[column] > 1;
        }
        if (many) {
            Arrays.fill(slot, 0);
            for (var edge = 0; edge < network.edges(); edge++) {
                slot[network.target[edge] - network.rows + 1]++;
            }
            for (var column = 0; column < network.columns; column++) {
                slot[column + 1] = Math.min(slot[column + 1], network.upper[network.rows + column]);
            }
        }
        for (var column = 0; column < network.columns; column++) {
            slot[column + 1] += slot[column];
        }
        return slot;
    }

    /** What a unit of this node costs beyond a unit of its parent. */
    long premium(int node) {
        return price[node] - price[network.parent[node]];
    }

    /** How much a choice of this edge would add beyond the prices of its ends. */
    long gain(int row, int edge) {
        return network.weight.at(edge) - price[row] - price[network.target[edge]];
    }

    void setUnits(int node, int number) {
        var change = network.isOnRowSide(node) ? number - units[node] : units[node] - number;
        units[node] = number;
        excess[node] += change;
        excess[network.parent[node]] -= change;
    }

    /** Gives every arc whose node costs nothing beyond its parent as many units as are chosen below it, within its bounds. */
    void settle() {
        for (var node = 0; node < network.hub; node++) {
            if (premium(node) == 0) {
                var below = units[node] + (network.isOnRowSide(node) ? -excess[node] : excess[node]);
                setUnits(node, Math.clamp(below, network.lower[node], network.upper[node]));
            }
        }
    }

    boolean isBalanced() {
        return Arrays.stream(excess).allMatch(units -> units == 0);
    }

    boolean isChosen(int edge) {
        return (chosen[edge >>> 6] & 1L << edge) != 0;
    }

    void choose(int row, int edge) {
        var column = network.target[edge] - network.rows;
        var at = slot[column] + mates[column]++;
        slotEdge[at] = edge;
        slotRow[at] = row;
        chosen[edge >>> 6] |= 1L << edge;
        excess[row]--;
        excess[network.target[edge]]++;
    }

    void drop(int edge) {
        var column = network.target[edge] - network.rows;
        var at = slot[column];
        while (slotEdge[at] != edge) {
            at++;
        }
        excess[slotRow[at]]++;
        excess[network.target[edge]]--;
        var last = slot[column] + --mates[column];
        slotEdge[at] = slotEdge[last];
        slotRow[at] = slotRow[last];
        chosen[edge >>> 6] &= ~(1L << edge);
    }

    /** The number of edges chosen at a column. */
    int mates(int column) {
        return mates[column - network.rows];
    }

    int mateEdge(int column, int which) {
        return slotEdge[slot[column - network.rows] + which];
    }

    int mateRow(int column, int which) {
        return slotRow[slot[column - network.rows] + which];
    }

    /** The chosen edges as positions in the problem's candidates, ascending. */
    int[] chosenCandidates() {
        var found = new int[Arrays.stream(chosen).mapToInt(Long::bitCount).sum()];
        var count = 0;
        for (var word = 0; word < chosen.length; word++) {
            for (var bits = chosen[word]; bits != 0; bits &= bits - 1) {
                found[count++] = network.candidate((word << 6) + Long.numberOfTrailingZeros(bits));
            }
        }
        Arrays.sort(found);
        return found;
    }
}
