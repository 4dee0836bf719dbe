package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One side of a {@link Network} while it is being wired: its leaves, and above them the nodes that bound them.
 *
 * <p>Nodes are numbered leaves first, children before parents; -1 is the hub.
 */
final class SideTree {

    static final int HUB = -1;

    /** The node of a limit: for one participant, or for all of a group when {@code participant} is -1. */
    record LimitNode(int limit, int participant, int node) {}

    final int leaves;
    final List<LimitNode> limitNodes = new ArrayList<>();

    private final Nesting nesting;
    private final int begin;
    private final int[] firstLeaf;
    private final int[] top;
    private int size;
    private int[] parent;
    private int[] lower;
    private int[] upper;
    private boolean overdrawn;
    private int groupsFrom;
    private final BitSet clamped = new BitSet();

    SideTree(Problem problem, int begin, int end, Nesting nesting, List<Nesting.Bound> groups) {
        this.nesting = nesting;
        this.begin = begin;
        firstLeaf = new int[end - begin];
        top = new int[end - begin];
        var count = 0;
        for (var participant = begin; participant < end; participant++) {
            firstLeaf[participant - begin] = count;
            var parts = nesting.parts(participant).size();
            count += 1 + parts;
        }
        leaves = count;
        size = count;
        parent = new int[count];
        lower = new int[count];
        upper = new int[count];
        Arrays.fill(parent, HUB);
        for (var participant = begin; participant < end; participant++) {
            addParticipant(participant, problem.participants().get(participant));
        }
        groupsFrom = size;
        addGroups(groups);
    }

    private void addParticipant(int participant, Participant facts) {
        var leaf = firstLeaf[participant - begin];
        var parts = nesting.parts(participant);
        if (parts.isEmpty()) {
            lower[leaf] = facts.min();
            upper[leaf] = facts.max();
            top[participant - begin] = leaf;
            return;
        }
        Arrays.fill(upper, leaf, leaf + 1 + parts.size(), Integer.MAX_VALUE);
        var nodes = new int[parts.size()];
        for (var i = 0; i < nodes.length; i++) {
            nodes[i] = add(parts.get(i).least(), parts.get(i).most());
            parent[leaf + 1 + i] = nodes[i];
            limitNodes.add(new LimitNode(parts.get(i).limit(), participant, nodes[i]));
        }
        var whole = add(facts.min(), facts.max());
        parent[leaf] = whole;
        for (var i = 0; i < nodes.length; i++) {
            var wider = widerThan(parts, i);
            parent[nodes[i]] = wider < 0 ? whole : nodes[wider];
        }
        top[participant - begin] = whole;
    }

    private void addGroups(List<Nesting.Bound> groups) {
        var nodes = new int[groups.size()];
        for (var i = 0; i < nodes.length; i++) {
            nodes[i] = add(groups.get(i).least(), groups.get(i).most());
            limitNodes.add(new LimitNode(groups.get(i).limit(), HUB, nodes[i]));
            for (var member = groups.get(i).members().nextSetBit(0);
                    member >= 0;
                    member = groups.get(i).members().nextSetBit(member + 1)) {
                if (parent[top[member - begin]] == HUB) {
                    parent[top[member - begin]] = nodes[i];
                }
            }
        }
        for (var i = 0; i < nodes.length; i++) {
            var wider = widerThan(groups, i);
            parent[nodes[i]] = wider < 0 ? HUB : nodes[wider];
        }
    }

    /** The narrowest of the later bounds that holds this one, or -1. */
    private static int widerThan(List<Nesting.Bound> bounds, int which) {
        for (var wider = which + 1; wider < bounds.size(); wider++) {
            if (Nesting.isWithin(bounds.get(which), bounds.get(wider))) {
                return wider;
            }
        }
        return -1;
    }

    /** Demands so many units of the whole side. */
    void addRoot(int least) {
        var root = add(least, Integer.MAX_VALUE);
        for (var node = 0; node < root; node++) {
            if (parent[node] == HUB) {
                parent[node] = root;
            }
        }
    }

    private int add(int least, int most) {
        if (size == parent.length) {
            var capacity = size + (size >> 1) + 4;
            parent = Arrays.copyOf(parent, capacity);
            lower = Arrays.copyOf(lower, capacity);
            upper = Arrays.copyOf(upper, capacity);
        }
        parent[size] = HUB;
        lower[size] = least;
        upper[size] = most;
        return size++;
    }

    /** The leaf of a participant under which its pair with this partner stands. */
    int leaf(int participant, int partner) {
        var leaf = firstLeaf[participant - begin];
        var parts = nesting.parts(participant);
        for (var i = 0; i < parts.size(); i++) {
            if (parts.get(i).members().get(partner)) {
                return leaf + 1 + i;
            }
        }
        return leaf;
    }

    /** The node whose arc is the participant's capacity. */
    int top(int participant) {
        return top[participant - begin];
    }

    /** The first node that bounds more than one participant. */
    int groupsFrom() {
        return groupsFrom;
    }

    int nodes() {
        return size;
    }

    /** Counts a pair that is chosen already against every bound above its leaf. */
    void take(int leaf) {
        for (var node = leaf; node != HUB; node = parent[node]) {
            lower[node] = Math.max(0, lower[node] - 1);
            if (upper[node] == 0) {
                overdrawn = true;
            } else if (upper[node] != Integer.MAX_VALUE) {
                upper[node]--;
            }
        }
    }

    boolean isOverdrawn() {
        return overdrawn;
    }

    /** Lowers upper bounds to the number of edges below: a bound that wide binds only when every one of them is chosen. */
    void clamp(int[] edgesOfLeaf) {
        var below = Arrays.copyOf(edgesOfLeaf, size);
        for (var node = 0; node < size; node++) {
            if (upper[node] > below[node]) {
                clamped.set(node);
                upper[node] = Math.max(lower[node], below[node]);
            }
            if (parent[node] != HUB) {
                below[parent[node]] += below[node];
            }
        }
    }

    /** What the price of a node says about its rule: nothing when it is not the rule that binds but the lack of edges. */
    long meant(int node, long premium) {
        return premium > 0 && clamped.get(node) || premium < 0 && lower[node] == 0 ? 0 : premium;
    }

    /** Writes leaves and inner nodes to their places in the arrays of the whole network. */
    void copyTo(int[] allParents, int[] allLower, int[] allUpper, int leafOffset, int innerOffset) {
        for (var node = 0; node < size; node++) {
            var place = place(node, leafOffset, innerOffset);
            allParents[place] = parent[node] == HUB ? allParents.length : place(parent[node], leafOffset, innerOffset);
            allLower[place] = lower[node];
            allUpper[place] = upper[node];
        }
    }

    int place(int node, int leafOffset, int innerOffset) {
        return node < leaves ? leafOffset + node : innerOffset + node - leaves;
    }
}
