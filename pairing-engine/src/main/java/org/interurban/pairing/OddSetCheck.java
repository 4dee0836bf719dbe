package org.interurban.pairing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the prices of two copies of a pool, as {@link Proof.OddSets} describes them. */
final class OddSetCheck {

    private final Claim claim;
    private final AnswerCheck answer;
    private final int size;
    private final long[] price;
    private final BitSet given = new BitSet();
    private final List<Set<Integer>> setsOf = new ArrayList<>();

    OddSetCheck(Claim claim, AnswerCheck answer) {
        this.claim = claim;
        this.answer = answer;
        this.size = claim.participants.size();
        this.price = claim.proof.participants();
        answer.must.stream().forEach(pair -> {
            given.set(claim.first[pair]);
            given.set(claim.second[pair]);
        });
    }

    void run() {
        if (!claim.limits.isEmpty() || price.length != 2 * size || claim.proof.number() <= 0) {
            throw AnswerCheck.fault("proof", "This proof does not fit the round");
        }
        var sum = 0L;
        for (var i = 0; i < price.length; i++) {
            setsOf.add(new HashSet<>());
            if (!isGiven(i)) {
                sum = Math.addExact(sum, price[i]);
            }
        }
        for (var number = 0; number < claim.proof.sets().size(); number++) {
            var set = claim.proof.sets().get(number);
            var members = new HashSet<Integer>();
            for (var member : set.members()) {
                if (member < 0 || member >= price.length || isGiven(member) || !members.add(member)) {
                    throw AnswerCheck.fault("proof", "A set names a participant that is not there, or names it twice");
                }
                setsOf.get(member).add(number);
            }
            if (set.price() > 0 || members.size() % 2 == 0) {
                throw AnswerCheck.fault(
                        "proof", "A set of the proof has a positive price, or an even number of members");
            }
            sum = Math.addExact(sum, set.price());
        }
        checkEdges();
        var fixed = answer.must.stream().mapToLong(pair -> answer.worth[pair]).sum();
        var twice = Math.multiplyExact(Math.multiplyExact(2L, claim.value - fixed), claim.proof.number());
        if (sum != twice) {
            throw AnswerCheck.fault("proof", "The prices do not prove the objective");
        }
    }

    /** Whoever was paired by a lock takes no part in the rest. */
    private boolean isGiven(int copy) {
        return given.get(copy % size);
    }

    private void checkEdges() {
        for (var i = 0; i < size; i++) {
            var city = claim.participants.get(i);
            if (city.max() > 1) {
                throw AnswerCheck.fault("proof", "It is for one partner each");
            }
            if (city.min() == 0 && !isGiven(i)) {
                checkEdge(i, i + size, 0);
            }
        }
        for (var pair = 0; pair < claim.first.length; pair++) {
            var first = claim.first[pair];
            var second = claim.second[pair];
            if (answer.mustNot.get(pair)
                    || isGiven(first)
                    || isGiven(second)
                    || claim.participants.get(first).max() == 0
                    || claim.participants.get(second).max() == 0) {
                continue;
            }
            checkEdge(first, second, answer.worth[pair]);
            checkEdge(first + size, second + size, answer.worth[pair]);
        }
    }

    private void checkEdge(int one, int other, long worth) {
        var prices = Math.addExact(price[one], price[other]);
        for (var set : setsOf.get(one)) {
            if (!setsOf.get(other).contains(set)) {
                prices = Math.addExact(prices, claim.proof.sets().get(set).price());
            }
        }
        for (var set : setsOf.get(other)) {
            if (!setsOf.get(one).contains(set)) {
                prices = Math.addExact(prices, claim.proof.sets().get(set).price());
            }
        }
        if (prices < Math.multiplyExact(worth, claim.proof.number())) {
            throw AnswerCheck.fault(
                    "the pair of %s and %s"
                            .formatted(
                                    claim.participants.get(one % size).id(),
                                    claim.participants.get(other % size).id()),
                    "It is worth more than the prices upon it");
        }
    }
}
