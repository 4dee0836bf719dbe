package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Checks that what a certificate gives as the answer is allowed and keeps every rule. */
final class AnswerCheck {

    private final Claim claim;

    /** The worth of each allowed pair: its score, and the bonuses where it is preferred. */
    final long[] worth;

    final BitSet must = new BitSet();
    final BitSet mustNot = new BitSet();

    /** The allowed pairs that were agreed before, where as many as possible are to be kept. */
    final BitSet agreed = new BitSet();

    /** The allowed pairs that were chosen. */
    final BitSet chosen = new BitSet();

    final int[] partners;

    AnswerCheck(Claim claim) {
        this.claim = claim;
        this.worth = claim.score.clone();
        this.partners = new int[claim.participants.size()];
    }

    void run() {
        checkSides();
        readLocks();
        for (var pair : claim.agreed) {
            var at = claim.find(pair[0], pair[1]);
            if (at >= 0) {
                agreed.set(at);
            }
        }
        checkPairs();
        if (claim.form.equals("clusters")) {
            checkClusters();
        } else {
            checkCapacities();
        }
        checkLocks();
        for (var limit : claim.limits) {
            checkLimit(limit);
        }
    }

    private void checkSides() {
        var before = "A";
        for (var i = 0; i < claim.participants.size(); i++) {
            var side = claim.participants.get(i).side();
            var expected = claim.form.equals("two sides") ? List.of("A", "B") : List.of("POOL");
            if (!expected.contains(side) || side.compareTo(before) < 0) {
                throw fault("participant %d".formatted(i), "It stands on the wrong side, or in the wrong place");
            }
            before = side;
        }
        if (claim.form.equals("two sides")) {
            for (var pair = 0; pair < claim.first.length; pair++) {
                if (city(claim.first[pair])
                        .side()
                        .equals(city(claim.second[pair]).side())) {
                    throw fault(pairName(pair), "Both stand on the same side");
                }
            }
        }
    }

    private Claim.City city(int participant) {
        return claim.participants.get(participant);
    }

    private String pairName(int pair) {
        return "the pair of %s and %s"
                .formatted(
                        city(claim.first[pair]).id(), city(claim.second[pair]).id());
    }

    static CertificateReader.Fault fault(String where, String what) {
        return new CertificateReader.Fault(where, what);
    }

    private void readLocks() {
        for (var lock : claim.locks) {
            var pair = claim.find(lock.a(), lock.b());
            switch (lock.kind()) {
                case "must" -> {
                    if (pair < 0) {
                        throw fault("locks", "A pair that must be chosen is not allowed");
                    }
                    must.set(pair);
                }
                case "must-not" -> {
                    if (pair >= 0) {
                        mustNot.set(pair);
                    }
                }
                case "prefer" -> {
                    if (pair >= 0) {
                        worth[pair] = Math.addExact(worth[pair], lock.bonus());
                    }
                }
                default -> throw fault("locks", "There is no lock of the kind \"%s\"".formatted(lock.kind()));
            }
        }
    }

    private void checkPairs() {
        var sum = 0L;
        for (var i = 0; i < claim.chosenFirst.length; i++) {
            var where = "pair %d of the answer".formatted(i);
            var pair = claim.chosenFirst[i] < claim.chosenSecond[i]
                    ? claim.find(claim.chosenFirst[i], claim.chosenSecond[i])
                    : -1;
            if (pair < 0) {
                throw fault(where, "This pair is not allowed");
            }
            if (chosen.get(pair)) {
                throw fault(where, "This pair stands twice");
            }
            if (claim.chosenScore[i] != worth[pair]) {
                throw fault(where, "Its score is %d, not %d".formatted(worth[pair], claim.chosenScore[i]));
            }
            chosen.set(pair);
            partners[claim.first[pair]]++;
            partners[claim.second[pair]]++;
            sum = Math.addExact(sum, worth[pair]);
        }
        if (sum != claim.value) {
            throw fault("objective", "The pairs add up to %d, not %d".formatted(sum, claim.value));
        }
    }

    private void checkCapacities() {
        if (!claim.clusters.isEmpty()) {
            throw fault("clusters", "A round of pairs has none");
        }
        for (var i = 0; i < partners.length; i++) {
            var city = city(i);
            if (partners[i] < city.min() || partners[i] > city.max()) {
                throw fault(
                        "the answer",
                        "%s has %d partners instead of %d to %d"
                                .formatted(city.id(), partners[i], city.min(), city.max()));
            }
        }
    }

    private void checkClusters() {
        var clusterOf = new int[claim.participants.size()];
        Arrays.fill(clusterOf, -1);
        var within = 0L;
        for (var i = 0; i < claim.clusters.size(); i++) {
            var members = claim.clusters.get(i);
            if (members.length != claim.clusterSize) {
                throw fault("cluster %d".formatted(i), "It has %d members".formatted(members.length));
            }
            for (var member : members) {
                if (clusterOf[member] >= 0 || city(member).max() == 0) {
                    throw fault(
                            "cluster %d".formatted(i),
                            "%s cannot be in it".formatted(city(member).id()));
                }
                clusterOf[member] = i;
            }
            within += (long) members.length * (members.length - 1) / 2;
        }
        for (var pair = 0; pair < claim.first.length; pair++) {
            var inside =
                    clusterOf[claim.first[pair]] >= 0 && clusterOf[claim.first[pair]] == clusterOf[claim.second[pair]];
            if (inside != chosen.get(pair)) {
                throw fault(pairName(pair), "The pairs of the answer are not those inside its clusters");
            }
        }
        if (within != claim.chosenFirst.length) {
            throw fault("clusters", "Two members of a cluster are not allowed to be together");
        }
        for (var i = 0; i < partners.length; i++) {
            if (city(i).min() > 0 && clusterOf[i] < 0) {
                throw fault("the answer", "%s is in no cluster".formatted(city(i).id()));
            }
        }
    }

    private void checkLocks() {
        var missing = (BitSet) must.clone();
        missing.andNot(chosen);
        if (!missing.isEmpty()) {
            throw fault(pairName(missing.nextSetBit(0)), "It must be chosen but is not");
        }
        if (chosen.intersects(mustNot)) {
            var wrong = (BitSet) chosen.clone();
            wrong.and(mustNot);
            throw fault(pairName(wrong.nextSetBit(0)), "It must not be chosen but is");
        }
    }

    private void checkLimit(Claim.Bounding limit) {
        var counted = new ArrayList<Integer>();
        chosen.stream().filter(pair -> counts(limit, -1, pair)).forEach(counted::add);
        var where = "the limit \"%s\"".formatted(limit.name());
        if (limit.kind().equals("from")) {
            limit.one().stream().forEach(participant -> {
                var number = counted.stream()
                        .filter(pair -> counts(limit, participant, pair))
                        .count();
                if (number > limit.most()) {
                    throw fault(
                            where,
                            "%s has %d such partners"
                                    .formatted(city(participant).id(), number));
                }
            });
        } else if (counted.size() > limit.most()) {
            throw fault(where, "The answer has %d such pairs".formatted(counted.size()));
        }
    }

    /** Whether a pair counts against a limit, as a partner of this participant unless that is -1. */
    boolean counts(Claim.Bounding limit, int participant, int pair) {
        var first = claim.first[pair];
        var second = claim.second[pair];
        return switch (limit.kind()) {
            case "with" -> limit.one().get(first) || limit.one().get(second);
            case "from" ->
                limit.one().get(first) && limit.other().get(second) && (participant < 0 || participant == first)
                        || limit.one().get(second)
                                && limit.other().get(first)
                                && (participant < 0 || participant == second);
            case "between" ->
                limit.one().get(first) && limit.other().get(second)
                        || limit.one().get(second) && limit.other().get(first);
            default -> throw fault("limits", "There is no limit of the kind \"%s\"".formatted(limit.kind()));
        };
    }
}
