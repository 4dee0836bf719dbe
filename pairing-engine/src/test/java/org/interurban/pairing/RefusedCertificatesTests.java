package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Certificates whose digests all fit, but which claim what is not so. */
class RefusedCertificatesTests {

    private static final Proof.Prices NO_PRICES = new Proof.Prices(new long[4], List.of(), 0, 0);

    private static Problem.Builder round() {
        return Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(new Participant("Gent", Side.A, 1, 1))
                .participant(new Participant("Kyoto", Side.B, 0, 2))
                .participant(Participant.single("Busan", Side.B))
                .pair("Lyon", "Kyoto", 9, 9, 9)
                .pair("Gent", "Kyoto", 5, 5, 5)
                .pair("Gent", "Busan", 4, 4, 4);
    }

    private static Answer answer(Answer.Pair... pairs) {
        return Answer.ofPairs(List.of(pairs));
    }

    private static final Answer.Pair LYON_KYOTO = new Answer.Pair("Lyon", "Kyoto", 9);
    private static final Answer.Pair GENT_KYOTO = new Answer.Pair("Gent", "Kyoto", 5);
    private static final Answer.Pair GENT_BUSAN = new Answer.Pair("Gent", "Busan", 4);

    private static void isRefused(Problem problem, Answer answer, Proof proof, String where, String what) {
        var verdict = Certificates.check(new Certificate(problem, answer, proof), problem);

        assertThat(verdict).isInstanceOfSatisfying(Checker.Verdict.Invalid.class, invalid -> {
            assertThat(invalid.where()).contains(where);
            assertThat(invalid.what()).contains(what);
        });
    }

    @Test
    void refusesPairsThatAreNotAllowed() {
        isRefused(
                round().build(),
                answer(new Answer.Pair("Lyon", "Busan", 9), GENT_KYOTO),
                NO_PRICES,
                "pair 0",
                "not allowed");
    }

    @Test
    void refusesPairsThatStandTwice() {
        isRefused(round().build(), answer(GENT_KYOTO, GENT_KYOTO), NO_PRICES, "pair 1", "twice");
    }

    @Test
    void refusesOtherScores() {
        isRefused(round().build(), answer(new Answer.Pair("Gent", "Kyoto", 6)), NO_PRICES, "pair 0", "Its score is 5");
    }

    @Test
    void refusesAnotherSum() {
        isRefused(
                round().build(),
                new Answer(10, List.of(GENT_KYOTO), List.of()),
                NO_PRICES,
                "objective",
                "add up to 5, not 10");
    }

    @Test
    void refusesTooManyPartnersAndTooFew() {
        isRefused(round().build(), answer(GENT_KYOTO, GENT_BUSAN), NO_PRICES, "answer", "Gent has 2 partners");
        isRefused(round().build(), answer(LYON_KYOTO), NO_PRICES, "answer", "Gent has 0 partners");
    }

    @Test
    void refusesClustersInARoundOfPairs() {
        isRefused(
                round().build(),
                new Answer(5, List.of(GENT_KYOTO), List.of(List.of("Gent", "Kyoto"))),
                NO_PRICES,
                "clusters",
                "has none");
    }

    @Test
    void refusesAnswersThatBreakALock() {
        isRefused(
                round().lock(new Lock.Must("Lyon", "Kyoto", "", "")).build(),
                answer(GENT_KYOTO),
                NO_PRICES,
                "Lyon",
                "must be chosen");
        isRefused(
                round().lock(new Lock.MustNot("Gent", "Kyoto", "", "")).build(),
                answer(GENT_KYOTO),
                NO_PRICES,
                "Gent",
                "must not be chosen");
    }

    @Test
    void refusesAnswersThatBreakALimit() {
        var both = answer(LYON_KYOTO, GENT_KYOTO);
        isRefused(
                round().limit(new Limit.PairsWith("Japan", Set.of("Kyoto"), 1)).build(),
                both,
                NO_PRICES,
                "Japan",
                "2 such pairs");
        isRefused(
                round().limit(new Limit.PartnersFrom("from Europe", Set.of("Kyoto"), Set.of("Lyon", "Gent"), 1))
                        .build(),
                both,
                NO_PRICES,
                "from Europe",
                "Kyoto has 2");
        isRefused(
                round().limit(new Limit.PairsBetween("between", Set.of("Lyon", "Gent"), Set.of("Kyoto"), 1))
                        .build(),
                both,
                NO_PRICES,
                "between",
                "2 such pairs");
    }

    @Test
    void refusesProofsThatProveLess() {
        var problem = round().build();
        isRefused(problem, answer(GENT_KYOTO), NO_PRICES, "proof", "do not prove");
        isRefused(problem, answer(GENT_KYOTO), new Proof.NoneBlocks(), "proof", "needs a proof");
        isRefused(
                problem,
                answer(GENT_KYOTO),
                new Proof.Prices(new long[4], List.of(), 0, 3),
                "proof",
                "add up to 0, not 3");
        isRefused(
                problem, answer(GENT_KYOTO), new Proof.Prices(new long[4], List.of(), 5, 0), "proof", "positive price");
    }

    @Test
    void refusesNegativePricesWithoutAMinimum() {
        var problem = round().build();
        var prices = new long[4];
        prices[problem.positions().get("Lyon")] = -1;

        isRefused(
                problem,
                answer(GENT_KYOTO),
                new Proof.Prices(prices, List.of(), 0, 0),
                "proof",
                "Lyon has a negative price");
    }

    @Test
    void refusesPricesOfLimitsThatTheyCannotHave() {
        var problem = round().limit(new Limit.PartnersFrom("from Europe", Set.of("Kyoto"), Set.of("Lyon"), 2))
                .build();
        isRefused(
                problem,
                answer(GENT_KYOTO),
                new Proof.Prices(new long[4], List.of(new Proof.LimitPrice(0, -1, 1)), 0, 2),
                "proof",
                "does not bind");
        isRefused(
                problem,
                answer(GENT_KYOTO),
                new Proof.Prices(new long[4], List.of(new Proof.LimitPrice(0, 0, -1)), 0, -2),
                "proof",
                "negative");
    }

    @Test
    void refusesUnstableAnswers() {
        isRefused(
                round().objective(new Objective.Stable(Side.A)).build(),
                answer(GENT_BUSAN),
                new Proof.NoneBlocks(),
                "answer",
                "would both rather");
    }

    @Test
    void refusesFairAnswersWithAnotherLowestScore() {
        var problem = round().objective(new Objective.Fair()).build();
        var solved = (Outcome.Solved) Engine.solve(problem);
        var steps = (Proof.FairSteps) solved.certificate().proof();

        isRefused(
                problem,
                solved.answer(),
                new Proof.FairSteps(steps.most(), 4, steps.higher(), steps.total()),
                "proof",
                "lowest score");
        isRefused(
                problem,
                solved.answer(),
                new Proof.FairSteps(steps.total(), steps.lowest(), steps.higher(), steps.total()),
                "proof",
                "more pairs");
        isRefused(
                problem,
                solved.answer(),
                new Proof.FairSteps(steps.most(), steps.lowest(), steps.total(), steps.total()),
                "proof",
                "fewer pairs");
    }

    private static Problem pool(Form form) {
        var builder = Problem.builder(1).form(form);
        for (var i = 0; i < 5; i++) {
            builder.participant(Participant.single("p" + i, Side.POOL));
            for (var other = 0; other < i; other++) {
                builder.pair("p" + other, "p" + i, 10 + i);
            }
        }
        return builder.build();
    }

    @Test
    void refusesWrongPricesInOnePool() {
        var problem = pool(new Form.OnePool());
        var solved = (Outcome.Solved) Engine.solve(problem);
        var proof = (Proof.OddSets) solved.certificate().proof();
        var lower = proof.nodes().clone();
        lower[0] -= 2;

        isRefused(
                problem,
                solved.answer(),
                new Proof.OddSets(proof.scale(), lower, proof.sets()),
                "",
                "worth more than the prices");
        isRefused(problem, solved.answer(), new Proof.OddSets(0, proof.nodes(), proof.sets()), "proof", "does not fit");
        isRefused(
                problem,
                solved.answer(),
                new Proof.OddSets(proof.scale(), proof.nodes(), List.of(new Proof.OddSet(new int[] {0, 1, 2}, 4))),
                "proof",
                "positive price");
        isRefused(
                problem,
                solved.answer(),
                new Proof.OddSets(proof.scale(), proof.nodes(), List.of(new Proof.OddSet(new int[] {0, 1}, -4))),
                "proof",
                "even number");
        isRefused(
                problem,
                solved.answer(),
                new Proof.OddSets(proof.scale(), proof.nodes(), List.of(new Proof.OddSet(new int[] {0, 0, 1}, -4))),
                "proof",
                "twice");
    }

    @Test
    void refusesClustersThatAreNone() {
        var problem = pool(new Form.Clusters(3));
        var bound = new Proof.Bound(new long[5], 0, 0, 0);
        var pairs = List.of(
                new Answer.Pair("p0", "p1", 11), new Answer.Pair("p0", "p2", 12), new Answer.Pair("p1", "p2", 12));
        var ordered = Answers.pairs(problem, new Decisions(problem), candidates(problem, pairs));

        isRefused(problem, new Answer(35, ordered, List.of(List.of("p0", "p1"))), bound, "cluster 0", "2 members");
        isRefused(
                problem,
                new Answer(35, ordered, List.of(List.of("p0", "p1", "p2"), List.of("p2", "p3", "p4"))),
                bound,
                "cluster 1",
                "p2 cannot be in it");
        isRefused(problem, new Answer(35, ordered, List.of(List.of("p0", "p1", "p3"))), bound, "", "not those inside");
        isRefused(problem, new Answer(35, ordered, List.of(List.of("p0", "p1", "p2"))), bound, "proof", "the bound");
    }

    private static int[] candidates(Problem problem, List<Answer.Pair> pairs) {
        var positions = problem.positions();
        return pairs.stream()
                .mapToInt(pair -> problem.candidates().find(positions.get(pair.a()), positions.get(pair.b())))
                .sorted()
                .toArray();
    }
}
