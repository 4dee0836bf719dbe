package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the prices of the two copies of a pool's graph, which it draws anew as {@link Proof.OddSets} describes it. */
final class OddSetCheck {

    private final Claim claim;
    private final AnswerCheck answer;
    private final long[] price;

    /** What each pair counts for: its worth, and where agreed pairs are to be kept first, more than any answer for each of these. */
    private final long[] worth;

    /** How many partners more than the locks give a participant may have, and must have. */
    private final int[] room;

    private final int[] need;

    /** Where the places of each participant begin; they end where those of the next begin. */
    private final int[] begin;

    /** Nodes of one copy, counted as the pairs with gates are met. */
    private int nodes;

    private final List<Set<Integer>> setsOf = new ArrayList<>();

    OddSetCheck(Claim claim, AnswerCheck answer) {
        this.claim = claim;
        this.answer = answer;
        this.price = claim.proof.nodePrices();
        this.worth = answer.worth.clone();
        var size = claim.participants.size();
        room = new int[size];
        need = new int[size];
        begin = new int[size + 1];
    }

    void run() {
        require(claim.limits.isEmpty() && claim.proof.number() > 0, "This proof does not fit the round");
        var first = answer.agreed.isEmpty() ? 0 : moreThanAnyAnswer();
        answer.agreed.stream().forEach(pair -> worth[pair] = Math.addExact(worth[pair], first));
        drawPlaces();
        for (var pair = 0; pair < claim.first.length; pair++) {
            nodes += isOpen(pair) && hasGate(pair) ? 2 : 0;
        }
        require(price.length == 2 * nodes, "There are %d prices, not %d".formatted(price.length, 2 * nodes));
        var sum = addSets();
        for (var one : price) {
            sum = Math.addExact(sum, one);
        }
        checkPlaces();
        checkPairs();
        var fixed = answer.must.stream().mapToLong(pair -> worth[pair]).sum();
        var value = answer.chosen.stream().mapToLong(pair -> worth[pair]).reduce(0, Math::addExact);
        var twice = Math.multiplyExact(Math.multiplyExact(2L, value - fixed), claim.proof.number());
        require(sum == twice, "The prices do not prove the objective");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw AnswerCheck.fault("proof", what);
        }
    }

    private long moreThanAnyAnswer() {
        var places = claim.participants.stream().mapToLong(Claim.City::max).sum();
        var largest = Arrays.stream(worth).max().orElse(0);
        return Math.addExact(1, Math.multiplyExact(largest, Math.min(places / 2, claim.first.length)));
    }

    private void drawPlaces() {
        for (var i = 0; i < room.length; i++) {
            room[i] = Math.toIntExact(claim.participants.get(i).max());
            need[i] = Math.toIntExact(claim.participants.get(i).min());
        }
        answer.must.stream().forEach(pair -> {
            for (var end : ends(pair)) {
                room[end]--;
                need[end] = Math.max(0, need[end] - 1);
            }
        });
        var pairsOf = new int[room.length];
        for (var pair = 0; pair < claim.first.length; pair++) {
            if (isOpen(pair)) {
                for (var end : ends(pair)) {
                    pairsOf[end]++;
                }
            }
        }
        for (var i = 0; i < room.length; i++) {
            begin[i + 1] = begin[i] + Math.min(room[i], pairsOf[i]);
        }
        nodes = begin[room.length];
    }

    private int[] ends(int pair) {
        return new int[] {claim.first[pair], claim.second[pair]};
    }

    private boolean isOpen(int pair) {
        return !answer.must.get(pair)
                && !answer.mustNot.get(pair)
                && room[claim.first[pair]] > 0
                && room[claim.second[pair]] > 0;
    }

    private boolean hasGate(int pair) {
        return placesOf(claim.first[pair]) > 1 && placesOf(claim.second[pair]) > 1;
    }

    private int placesOf(int participant) {
        return begin[participant + 1] - begin[participant];
    }

    /** The sum of the sets' prices. */
    private long addSets() {
        var sum = 0L;
        for (var i = 0; i < price.length; i++) {
            setsOf.add(new HashSet<>());
        }
        for (var number = 0; number < claim.proof.sets().size(); number++) {
            var set = claim.proof.sets().get(number);
            for (var member : set.members()) {
                require(
                        member >= 0
                                && member < price.length
                                && setsOf.get(member).add(number),
                        "A set names a place that is not there, or names it twice");
            }
            require(
                    set.price() <= 0 && set.members().length % 2 == 1,
                    "A set of the proof has a positive price, or an even number of members");
            sum = Math.addExact(sum, set.price());
        }
        return sum;
    }

    private void checkPlaces() {
        for (var i = 0; i < room.length; i++) {
            var where = "participant %s".formatted(claim.participants.get(i).id());
            for (var place = begin[i] + need[i]; place < begin[i + 1]; place++) {
                checkEdge(place, place + nodes, 0, where);
            }
        }
    }

    private void checkPairs() {
        var door = begin[room.length];
        for (var pair = 0; pair < claim.first.length; pair++) {
            if (isOpen(pair)) {
                checkPair(pair, door, 0);
                checkPair(pair, door, nodes);
                door += hasGate(pair) ? 2 : 0;
            }
        }
    }

    private void checkPair(int pair, int door, int copy) {
        var first = claim.first[pair];
        var second = claim.second[pair];
        var where = "the pair of %s and %s"
                .formatted(
                        claim.participants.get(first).id(),
                        claim.participants.get(second).id());
        if (hasGate(pair)) {
            checkEdge(copy + door, copy + door + 1, 0, where);
            for (var place = begin[first]; place < begin[first + 1]; place++) {
                checkEdge(copy + place, copy + door, worth[pair], where);
            }
            for (var place = begin[second]; place < begin[second + 1]; place++) {
                checkEdge(copy + place, copy + door + 1, 0, where);
            }
            return;
        }
        for (var one = begin[first]; one < begin[first + 1]; one++) {
            for (var other = begin[second]; other < begin[second + 1]; other++) {
                checkEdge(copy + one, copy + other, worth[pair], where);
            }
        }
    }

    private void checkEdge(int one, int other, long worth, String where) {
        var prices = Math.addExact(price[one], price[other]);
        prices = Math.addExact(prices, left(one, other));
        prices = Math.addExact(prices, left(other, one));
        if (prices < Math.multiplyExact(worth, claim.proof.number())) {
            throw AnswerCheck.fault(where, "It is worth more than the prices upon it");
        }
    }

    /** The prices of the sets that one node is in and the other is not. */
    private long left(int one, int other) {
        var prices = 0L;
        for (var set : setsOf.get(one)) {
            if (!setsOf.get(other).contains(set)) {
                prices = Math.addExact(prices, claim.proof.sets().get(set).price());
            }
        }
        return prices;
    }
}
