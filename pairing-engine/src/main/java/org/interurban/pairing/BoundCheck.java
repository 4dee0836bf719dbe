package org.interurban.pairing;

/** Computes the bound that prices in halves prove for pairs in one pool, or for the pairs inside clusters. */
final class BoundCheck {

    private BoundCheck() {}

    /** As in {@link PriceCheck}; a member of a cluster has as many partners as the cluster has other members. */
    static long bound(Claim claim, AnswerCheck answer) {
        var halves = claim.proof.nodePrices();
        if (halves.length != claim.participants.size()) {
            throw AnswerCheck.fault("proof", "There are not as many prices as participants");
        }
        var clusters = claim.form.equals("clusters");
        var bound = 0L;
        for (var i = 0; i < halves.length; i++) {
            var city = claim.participants.get(i);
            var partners = clusters ? claim.clusterSize - 1 : 1;
            var most = clusters ? (city.max() == 0 ? 0 : partners) : city.max();
            var least = clusters ? (city.min() == 0 ? 0 : partners) : city.min();
            bound = Math.addExact(bound, Math.multiplyExact(halves[i], halves[i] > 0 ? most : least));
        }
        if (claim.proof.pairs() < 0 || claim.proof.pairs() > 0 && !clusters) {
            throw AnswerCheck.fault("proof", "Being a pair has a price that it cannot have");
        }
        bound = Math.addExact(bound, Math.multiplyExact(2 * mostPairs(claim), claim.proof.pairs()));
        if (bound != claim.proof.paid()) {
            throw AnswerCheck.fault("proof", "The prices add up to %d, not %d".formatted(bound, claim.proof.paid()));
        }
        for (var pair = 0; pair < claim.first.length; pair++) {
            if (answer.mustNot.get(pair)) {
                continue;
            }
            var gain = Math.multiplyExact(2L, answer.worth[pair]);
            gain = Math.subtractExact(gain, Math.multiplyExact(2L, claim.proof.pairs()));
            gain = Math.subtractExact(gain, halves[claim.first[pair]]);
            gain = Math.subtractExact(gain, halves[claim.second[pair]]);
            if (gain > 0 || answer.must.get(pair)) {
                bound = Math.addExact(bound, gain);
            }
        }
        return Math.floorDiv(bound, 2);
    }

    /** How many pairs lie inside clusters when all that can be formed are. */
    private static long mostPairs(Claim claim) {
        if (!claim.form.equals("clusters")) {
            return 0;
        }
        var members = claim.participants.stream().filter(city -> city.max() > 0).count();
        return members / claim.clusterSize * claim.clusterSize * (claim.clusterSize - 1) / 2;
    }
}
