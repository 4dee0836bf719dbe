package org.interurban.pairing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The limits of a problem on two sides, sorted into sets that nest.
 *
 * <p>Limits can be met exactly where, seen from each side, their sets of pairs are disjoint or one lies within the other: parts of one
 * participant's candidates below that participant, groups of participants above them. Everything else is reported by name.
 */
final class Nesting {

    /**
     * A limit on the pairs with some participants: of one participant with them, or of all with them.
     *
     * @param least how many there have to be; 0 but where only full ones are asked for
     */
    record Bound(int limit, BitSet members, int least, int most) {
        Bound filled() {
            return new Bound(limit, members, most, most);
        }
    }

    /** Bounds on some of one participant's candidates, the narrowest first. */
    final List<List<Bound>> parts;

    /** Bounds on groups of side A and of side B, the narrowest first. */
    final List<Bound> groupsOfA = new ArrayList<>();

    final List<Bound> groupsOfB = new ArrayList<>();

    /** The names of limits that do not nest. */
    final Set<String> overlapping = new LinkedHashSet<>();

    private final Problem problem;
    private final int sizeOfA;
    private final Map<String, Integer> positions;

    Nesting(Problem problem) {
        this.problem = problem;
        sizeOfA = problem.sizeOfA();
        if (problem.limits().isEmpty()) {
            parts = List.of();
            positions = Map.of();
            return;
        }
        positions = problem.positions();
        parts = new ArrayList<>();
        problem.participants().forEach(participant -> parts.add(new ArrayList<>()));
        for (var i = 0; i < problem.limits().size(); i++) {
            sort(i, problem.limits().get(i));
        }
        parts.forEach(this::nest);
        nest(groupsOfA);
        nest(groupsOfB);
    }

    private Nesting(Nesting other, List<Proof.LimitPrice> full) {
        problem = other.problem;
        sizeOfA = other.sizeOfA;
        positions = other.positions;
        parts = new ArrayList<>();
        for (var participant = 0; participant < other.parts.size(); participant++) {
            parts.add(filled(other.parts.get(participant), participant, full));
        }
        groupsOfA.addAll(filled(other.groupsOfA, SideTree.HUB, full));
        groupsOfB.addAll(filled(other.groupsOfB, SideTree.HUB, full));
        overlapping.addAll(other.overlapping);
    }

    /** The same limits, of which those that cost something have to be used up. */
    Nesting filled(List<Proof.LimitPrice> prices) {
        return new Nesting(this, prices);
    }

    private static List<Bound> filled(List<Bound> bounds, int participant, List<Proof.LimitPrice> prices) {
        return bounds.stream()
                .map(bound -> prices.stream()
                                .anyMatch(price -> price.limit() == bound.limit && price.participant() == participant)
                        ? bound.filled()
                        : bound)
                .toList();
    }

    private void sort(int index, Limit limit) {
        switch (limit) {
            case Limit.PartnersFrom(var _, var of, var among, var most) -> addParts(index, set(of), set(among), most);
            case Limit.PairsWith(var name, var members, var most) -> {
                var group = set(members);
                var onA = group.nextSetBit(0) >= 0 && group.nextSetBit(0) < sizeOfA;
                if (onA && group.nextSetBit(sizeOfA) >= 0) {
                    overlapping.add(name);
                } else {
                    (onA ? groupsOfA : groupsOfB).add(new Bound(index, group, 0, most));
                }
            }
            case Limit.PairsBetween(var name, var one, var other, var most) -> {
                if (one.size() == 1) {
                    addParts(index, set(one), set(other), most);
                } else if (other.size() == 1) {
                    addParts(index, set(other), set(one), most);
                } else {
                    overlapping.add(name);
                }
            }
        }
    }

    private void addParts(int index, BitSet of, BitSet among, int most) {
        of.stream().forEach(participant -> parts.get(participant).add(new Bound(index, among, 0, most)));
    }

    private BitSet set(Set<String> ids) {
        var set = new BitSet();
        ids.forEach(id -> set.set(positions.getOrDefault(id, 0)));
        return set;
    }

    private void nest(List<Bound> bounds) {
        bounds.sort(Comparator.comparingInt(bound -> bound.members.cardinality()));
        for (var wider = 1; wider < bounds.size(); wider++) {
            for (var narrower = 0; narrower < wider; narrower++) {
                if (!isNested(bounds.get(narrower), bounds.get(wider))) {
                    overlapping.add(name(bounds.get(narrower)));
                    overlapping.add(name(bounds.get(wider)));
                }
            }
        }
    }

    private static boolean isNested(Bound narrower, Bound wider) {
        return !narrower.members.intersects(wider.members) || isWithin(narrower, wider);
    }

    static boolean isWithin(Bound narrower, Bound wider) {
        var outside = (BitSet) narrower.members.clone();
        outside.andNot(wider.members);
        return outside.isEmpty();
    }

    private String name(Bound bound) {
        return problem.limits().get(bound.limit).name();
    }

    List<Bound> parts(int participant) {
        return parts.isEmpty() ? List.of() : parts.get(participant);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }
}
