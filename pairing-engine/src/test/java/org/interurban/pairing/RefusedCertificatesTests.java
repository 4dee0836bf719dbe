package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
        isRefused(
                round().limit(new Limit.PairsBetween("turned", Set.of("Kyoto"), Set.of("Lyon", "Gent"), 1))
                        .build(),
                both,
                NO_PRICES,
                "turned",
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
    void asksWhatEachWouldRatherHaveByItsOwnBenefit() {
        var round = Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(Participant.single("Gent", Side.A))
                .participant(Participant.single("Kyoto", Side.B))
                .pair("Lyon", "Kyoto", 9, 7, 1)
                .pair("Gent", "Kyoto", 5, 1, 2)
                .objective(new Objective.Stable(Side.A));

        isRefused(round.build(), answer(LYON_KYOTO), new Proof.NoneBlocks(), "answer", "Gent and Kyoto");
        assertThat(Certificates.check(
                        new Certificate(round.build(), answer(GENT_KYOTO), new Proof.NoneBlocks()), round.build()))
                .isEqualTo(Certificates.VALID);
        isRefused(
                round.lock(new Lock.Prefer("Lyon", "Kyoto", 2, "", "")).build(),
                answer(GENT_KYOTO),
                new Proof.NoneBlocks(),
                "answer",
                "Lyon and Kyoto");
    }

    private static void isRefusedWith(String wrong, String right, String where, String what) {
        var problem = round().lock(new Lock.Must("Gent", "Kyoto", "", "")).build();
        var solved = (Outcome.Solved) Engine.solve(problem);
        var certificate = new String(Certificates.bytes(solved.certificate()), StandardCharsets.UTF_8);
        assertThat(certificate).contains(right);

        var verdict =
                Certificates.check(Certificates.digestedAgain(certificate.replaceFirst(Pattern.quote(right), wrong)));

        assertThat(verdict).isInstanceOfSatisfying(Checker.Verdict.Invalid.class, invalid -> {
            assertThat(invalid.where()).contains(where);
            assertThat(invalid.what()).contains(what);
        });
    }

    /** What no problem can say, so that no certificate of the engine does. */
    @Test
    void refusesRoundsThatCannotBe() {
        isRefusedWith("\"Lyon\",\"B\"", "\"Lyon\",\"A\"", "", "side");
        isRefusedWith("\"Busan\",\"A\"", "\"Busan\",\"B\"", "", "side");
        isRefusedWith("\"Lyon\",\"POOL\"", "\"Lyon\",\"A\"", "", "side");
        isRefusedWith("\"Lyon\",\"A\",2,1", "\"Lyon\",\"A\",0,1", "line", "no possible number of partners");
        isRefusedWith("\"Lyon\",\"A\",-1,1", "\"Lyon\",\"A\",0,1", "line", "no possible number of partners");
        isRefusedWith("\"Gent\",\"A\"", "\"Lyon\",\"A\"", "line", "Gent stands twice");
        isRefusedWith("[\"two halves\"]", "[\"two sides\"]", "", "side");
        isRefusedWith("[\"best\"]", "[\"total\"]", "rules", "no proof");
        isRefusedWith("\"shall\",0", "\"must\",0", "locks", "no lock of the kind");
        isRefusedWith("\"must\",0,\"Lyon\",\"Busan\"", "\"must\",0,\"Gent\",\"Kyoto\"", "locks", "not allowed");
        isRefusedWith("\"must\",0,\"Nice\"", "\"must\",0,\"Gent\"", "line", "no participant Nice");
        isRefusedWith("\"kind\":\"magic\"", "\"kind\":\"prices\"", "line", "no proof of the kind");
        isRefusedWith("certificate/2", "certificate/1", "line", "The format is not");
    }

    /** One that is of use to nobody here, so that nothing but its sign is wrong. */
    @Test
    void refusesNegativeBonusesAndLimits() {
        var problem = round().lock(new Lock.Prefer("Lyon", "Busan", 3, "friends", "N"))
                .limit(new Limit.PairsWith("from nowhere", Set.of(), 7))
                .build();
        var certificate = new String(
                Certificates.bytes(((Outcome.Solved) Engine.solve(problem)).certificate()), StandardCharsets.UTF_8);

        for (var change : List.of(
                List.of("\"prefer\",3", "\"prefer\",-3", "The bonus is negative"),
                List.of("\"from nowhere\",7", "\"from nowhere\",-7", "The limit \"from nowhere\" is negative"))) {
            assertThat(certificate).contains(change.get(0));

            var verdict =
                    Certificates.check(Certificates.digestedAgain(certificate.replace(change.get(0), change.get(1))));

            assertThat(verdict)
                    .isInstanceOfSatisfying(Checker.Verdict.Invalid.class, invalid -> assertThat(invalid.what())
                            .contains(change.get(2)));
        }
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
    void refusesWrongPricesOfPlacesAndGates() {
        var builder = Problem.builder(1).form(new Form.OnePool());
        for (var i = 0; i < 5; i++) {
            builder.participant(new Participant("p" + i, Side.POOL, i == 4 ? 2 : 0, 2));
            for (var other = 0; other < i; other++) {
                builder.pair("p" + other, "p" + i, 10 + i);
            }
        }
        builder.lock(new Lock.Must("p0", "p1", "", ""));
        var problem = builder.build();
        var solved = (Outcome.Solved) Engine.solve(problem);
        var proof = (Proof.OddSets) solved.certificate().proof();
        var fewer = Arrays.copyOf(proof.nodes(), proof.nodes().length - 2);

        for (var node = 0; node < proof.nodes().length; node++) {
            var lower = proof.nodes().clone();
            lower[node]--;
            lower[(node + 1) % lower.length]++;
            isRefused(
                    problem, solved.answer(), new Proof.OddSets(proof.scale(), lower, proof.sets()), "p", "worth more");
        }
        isRefused(
                problem,
                solved.answer(),
                new Proof.OddSets(proof.scale(), fewer, proof.sets()),
                "proof",
                "There are %d prices, not %d".formatted(fewer.length, fewer.length + 2));
        isRefused(
                problem,
                solved.answer(),
                new Proof.OddSets(
                        proof.scale(), proof.nodes(), List.of(new Proof.OddSet(new int[] {proof.nodes().length}, 0))),
                "proof",
                "not there");
    }

    private static Problem pool(int size, int places, long worth) {
        var builder = Problem.builder(1).form(new Form.OnePool());
        for (var i = 0; i < size; i++) {
            builder.participant(new Participant("p" + i, Side.POOL, 0, places));
            for (var other = 0; other < i; other++) {
                builder.pair("p" + other, "p" + i, worth);
            }
        }
        return builder.build();
    }

    /** Each of these would prove that no pairs at all are best, if one kind of edge were not looked at. */
    @Test
    void refusesProofsThatOverlookOneKindOfEdge() {
        var none = answer();
        var path = pool(3, 1, 5).withLocks(List.of(new Lock.MustNot("p0", "p2", "", "")));
        var middle = path.positions().get("p1");
        var alone = new long[] {-5, -5, -5, -5, -5, -5};
        alone[middle] = 10;
        alone[middle + 3] = 10;
        isRefused(path, none, new Proof.OddSets(1, alone, List.of()), "participant", "worth more than the prices");

        var gates = new long[40];
        for (var copy = 0; copy < 40; copy += 20) {
            Arrays.fill(gates, copy, copy + 8, 3);
            for (var door = copy + 8; door < copy + 20; door += 2) {
                gates[door] = -1;
                gates[door + 1] = -3;
            }
        }
        isRefused(pool(4, 2, 2), none, new Proof.OddSets(1, gates, List.of()), "pair", "worth more than the prices");

        var sets = List.of(new Proof.OddSet(new int[] {0}, -5), new Proof.OddSet(new int[] {2}, -5));
        isRefused(
                pool(2, 1, 5),
                none,
                new Proof.OddSets(1, new long[] {5, 0, 5, 0}, sets),
                "",
                "worth more than the prices");
        isRefused(pool(2, 1, 5), none, new Proof.OddSets(1, new long[] {5, 0, -5, 0}, List.of()), "pair", "worth more");
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
