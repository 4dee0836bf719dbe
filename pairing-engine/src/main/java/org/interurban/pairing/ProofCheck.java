package org.interurban.pairing;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** Checks that the proof of a certificate proves what its objective asks. */
final class ProofCheck {

    private final Claim claim;
    private final AnswerCheck answer;
    private final PriceCheck prices;

    ProofCheck(Claim claim, AnswerCheck answer) {
        this.claim = claim;
        this.answer = answer;
        this.prices = new PriceCheck(claim, answer);
    }

    void run() {
        var expected =
                switch (claim.form + ", " + claim.objective) {
                    case "two sides, total" -> "prices";
                    case "two sides, fair" -> "fair";
                    case "two sides, stable" -> "none blocks";
                    case "two sides, keeping" -> "kept";
                    case "one pool, keeping" -> "odd sets";
                    case "one pool, total" -> claim.proof.kind().equals("bound") ? "bound" : "odd sets";
                    case "clusters, total" -> "bound";
                    default -> throw AnswerCheck.fault("rules", "There is no proof for this form and objective");
                };
        if (!claim.proof.kind().equals(expected)) {
            throw AnswerCheck.fault("proof", "This round needs a proof of the kind \"%s\"".formatted(expected));
        }
        switch (expected) {
            case "prices" -> checkTotal();
            case "fair" -> checkFair();
            case "kept" -> checkKept();
            case "none blocks" -> new BlockingCheck(claim, answer).run();
            case "odd sets" -> new OddSetCheck(claim, answer).run();
            default -> checkBound();
        }
    }

    private void checkTotal() {
        require(
                prices.bound(claim.proof.prices().getFirst(), this::worth, pair -> true, 0) == claim.value,
                "The prices do not prove the objective");
    }

    private long worth(int pair) {
        return answer.worth[pair];
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw AnswerCheck.fault("proof", what);
        }
    }

    private void checkKept() {
        var bounds = prices.bounds(
                claim.proof.prices(), List.of(pair -> answer.agreed.get(pair) ? 1 : 0, this::worth), pair -> true, 0);
        require(bounds[0] == kept(), "The prices do not prove that no more of the agreed pairs can be kept");
        require(
                bounds[1] == claim.value,
                "The prices do not prove that the sum cannot be larger with as many agreed pairs");
    }

    private int kept() {
        var kept = (BitSet) answer.agreed.clone();
        kept.and(answer.chosen);
        return kept.cardinality();
    }

    private void checkFair() {
        var count = answer.chosen.cardinality();
        var lists = claim.proof.prices();
        require(
                prices.bound(lists.get(0), pair -> 1, pair -> true, 0) == count,
                "The prices do not prove that there cannot be more pairs");
        var lowest = claim.proof.number();
        require(
                lowest
                        == answer.chosen.stream()
                                .filter(pair -> !answer.must.get(pair))
                                .mapToLong(this::worth)
                                .min()
                                .orElse(0),
                "The lowest score of the answer is another");
        IntPredicate higher = pair -> answer.worth[pair] > lowest;
        if (count > answer.must.cardinality()) {
            require(
                    prices.bound(lists.get(1), pair -> 1, higher, 0) < count,
                    "The prices do not prove that there would be fewer pairs if all scored higher");
        }
        require(
                prices.bound(lists.get(2), this::worth, pair -> answer.worth[pair] >= lowest, count) == claim.value,
                "The prices do not prove that the sum cannot be larger");
    }

    private void checkBound() {
        require(
                BoundCheck.bound(claim, answer) == claim.proof.number() && claim.proof.number() >= claim.value,
                "The prices do not prove the bound");
    }
}
