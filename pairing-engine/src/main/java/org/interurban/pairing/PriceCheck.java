package org.interurban.pairing;

import java.util.function.IntPredicate;

/**
 * Computes the bound that a list of prices proves.
 *
 * <p>Whatever the prices are, no answer is worth more than the sum of: each positive price times the most units it may be paid for, each
 * negative price times the least, and what each open pair is worth beyond the prices upon it (weak duality of linear programmes). So it
 * need not be asked where the prices come from.
 */
final class PriceCheck {

    /** What a pair is worth. */
    interface Worth {
        long of(int pair);
    }

    private final Claim claim;
    private final AnswerCheck answer;

    PriceCheck(Claim claim, AnswerCheck answer) {
        this.claim = claim;
        this.answer = answer;
    }

    /**
     * @param usable the pairs that may be chosen, besides those that must be
     * @param leastPairs how many pairs every answer in question has at least
     */
    long bound(Claim.PriceList prices, Worth worth, IntPredicate usable, long leastPairs) {
        var bound = 0L;
        for (var i = 0; i < prices.participants().length; i++) {
            var price = prices.participants()[i];
            var city = claim.participants.get(i);
            if (price < 0 && city.min() == 0) {
                throw AnswerCheck.fault("proof", "%s has a negative price but no minimum".formatted(city.id()));
            }
            bound = Math.addExact(bound, Math.multiplyExact(price, price > 0 ? city.max() : city.min()));
        }
        for (var limit : prices.limits()) {
            if (limit.price() < 0) {
                throw AnswerCheck.fault("proof", "A limit has a negative price");
            }
            requireMember(limit);
            var most = claim.limits.get(limit.limit()).most();
            bound = Math.addExact(bound, Math.multiplyExact(limit.price(), most));
        }
        if (prices.pairs() > 0) {
            throw AnswerCheck.fault("proof", "Being a pair has a positive price");
        }
        bound = Math.addExact(bound, Math.multiplyExact(prices.pairs(), leastPairs));
        if (bound != prices.paid()) {
            throw AnswerCheck.fault("proof", "The prices add up to %d, not %d".formatted(bound, prices.paid()));
        }
        for (var pair = 0; pair < claim.first.length; pair++) {
            if (answer.mustNot.get(pair) || !answer.must.get(pair) && !usable.test(pair)) {
                continue;
            }
            var gain = worth.of(pair);
            gain = Math.subtractExact(gain, prices.participants()[claim.first[pair]]);
            gain = Math.subtractExact(gain, prices.participants()[claim.second[pair]]);
            gain = Math.subtractExact(gain, prices.pairs());
            for (var limit : prices.limits()) {
                if (answer.counts(claim.limits.get(limit.limit()), limit.participant(), pair)) {
                    gain = Math.subtractExact(gain, limit.price());
                }
            }
            if (gain > 0 || answer.must.get(pair)) {
                bound = Math.addExact(bound, gain);
            }
        }
        return bound;
    }

    /** A limit for each of several participants has a price for each; any other has one price. */
    private void requireMember(Claim.LimitPrice price) {
        var limit = claim.limits.get(price.limit());
        if (limit.kind().equals("from")
                && (price.participant() < 0 || !limit.one().get(price.participant()))) {
            throw AnswerCheck.fault("proof", "The limit \"%s\" does not bind this participant".formatted(limit.name()));
        }
    }
}
