package org.interurban.pairing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** A limit, for one participant where it is one on each of several, else for -1. */
    private record Limited(int limit, int participant) {}

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
        return bounds(List.of(prices), List.of(worth), usable, leastPairs)[0];
    }

    /**
     * The bound on what answers are worth in several respects, of which a later one counts only where all earlier ones are equal. A
     * price is then several numbers, and above 0 where the first of them that is not 0 is.
     */
    long[] bounds(List<Claim.PriceList> prices, List<Worth> worths, IntPredicate usable, long leastPairs) {
        var levels = prices.size();
        var bound = new long[levels];
        var each = new long[levels];
        for (var i = 0; i < claim.participants.size(); i++) {
            for (var level = 0; level < levels; level++) {
                each[level] = prices.get(level).participants()[i];
            }
            var city = claim.participants.get(i);
            if (sign(each) < 0 && city.min() == 0) {
                throw AnswerCheck.fault("proof", "%s has a negative price but no minimum".formatted(city.id()));
            }
            add(bound, each, sign(each) > 0 ? city.max() : city.min());
        }
        var limits = limits(prices);
        limits.forEach((limit, price) -> {
            if (sign(price) < 0) {
                throw AnswerCheck.fault("proof", "A limit has a negative price");
            }
            requireMember(limit);
            add(bound, price, claim.limits.get(limit.limit()).most());
        });
        var ofPair = prices.stream().mapToLong(Claim.PriceList::pairs).toArray();
        if (sign(ofPair) > 0) {
            throw AnswerCheck.fault("proof", "Being a pair has a positive price");
        }
        add(bound, ofPair, leastPairs);
        for (var level = 0; level < levels; level++) {
            if (bound[level] != prices.get(level).paid()) {
                throw AnswerCheck.fault(
                        "proof",
                        "The prices add up to %d, not %d"
                                .formatted(bound[level], prices.get(level).paid()));
            }
        }
        for (var pair = 0; pair < claim.first.length; pair++) {
            if (answer.mustNot.get(pair) || !answer.must.get(pair) && !usable.test(pair)) {
                continue;
            }
            for (var level = 0; level < levels; level++) {
                var participants = prices.get(level).participants();
                each[level] = Math.subtractExact(worths.get(level).of(pair), participants[claim.first[pair]]);
                each[level] = Math.subtractExact(each[level], participants[claim.second[pair]]);
                each[level] = Math.subtractExact(each[level], ofPair[level]);
            }
            for (var limit : limits.entrySet()) {
                var bounding = claim.limits.get(limit.getKey().limit());
                if (answer.counts(bounding, limit.getKey().participant(), pair)) {
                    add(each, limit.getValue(), -1);
                }
            }
            if (sign(each) > 0 || answer.must.get(pair)) {
                add(bound, each, 1);
            }
        }
        return bound;
    }

    /** What a limit costs in each respect. */
    private static Map<Limited, long[]> limits(List<Claim.PriceList> prices) {
        var limits = new LinkedHashMap<Limited, long[]>();
        for (var level = 0; level < prices.size(); level++) {
            for (var limit : prices.get(level).limits()) {
                var price = limits.computeIfAbsent(
                        new Limited(limit.limit(), limit.participant()), fresh -> new long[prices.size()]);
                price[level] = Math.addExact(price[level], limit.price());
            }
        }
        return limits;
    }

    private static int sign(long[] price) {
        for (var number : price) {
            if (number != 0) {
                return Long.signum(number);
            }
        }
        return 0;
    }

    private static void add(long[] sum, long[] price, long times) {
        for (var level = 0; level < sum.length; level++) {
            sum[level] = Math.addExact(sum[level], Math.multiplyExact(price[level], times));
        }
    }

    /** A limit for each of several participants has a price for each; any other has one price. */
    private void requireMember(Limited price) {
        var limit = claim.limits.get(price.limit());
        if (limit.kind().equals("from")
                && (price.participant() < 0 || !limit.one().get(price.participant()))) {
            throw AnswerCheck.fault("proof", "The limit \"%s\" does not bind this participant".formatted(limit.name()));
        }
    }
}
