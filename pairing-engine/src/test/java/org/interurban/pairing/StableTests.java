package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StableTests {

    @Test
    void leavesNoTwoParticipantsThatWouldRatherHaveEachOther() {
        SmallRounds.seeds(4_000).forEach(seed -> {
            var problem = SmallRounds.ruled(seed)
                    .withLimits(List.of())
                    .withObjective(new Objective.Stable(seed.nextBoolean() ? Side.A : Side.B));

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                    assertThat(new BruteForce(problem).answers().contains(new BruteForce.Trial(answer.pairs())))
                            .isTrue();
                }
                case Outcome.Infeasible(var conflict, var _) ->
                    assertThat(new BruteForce(problem).answers().isEmpty())
                            .isEqualTo(conflict.stream().noneMatch(Rule.Stability.class::isInstance));
                case Outcome.Refused _, Outcome.Bounded _ -> throw new AssertionError("A stable answer is exact");
            }
        });
    }

    @Test
    void namesRulesInConflictOfWhichAllAreNeeded() {
        SmallRounds.seeds(20_000).forEach(seed -> {
            var problem = SmallRounds.ruled(seed).withLimits(List.of()).withObjective(new Objective.Stable(Side.A));

            if (Engine.solve(problem) instanceof Outcome.Infeasible infeasible
                    && new BruteForce(problem).answers().isEmpty()) {
                Conflicts.assertMinimal(problem, infeasible);
            }
        });
    }

    @Test
    void namesStabilityInAConflictOfWhichAllRulesAreNeeded() {
        var withLocks = new AtomicInteger();
        var notOfAll = new AtomicInteger();
        SmallRounds.seeds(20_000).forEach(seed -> {
            var problem = SmallRounds.ruled(seed)
                    .withLimits(List.of())
                    .withObjective(new Objective.Stable(seed.nextBoolean() ? Side.A : Side.B));

            if (Engine.solve(problem) instanceof Outcome.Infeasible(var conflict, var minimal)
                    && conflict.getLast() instanceof Rule.Stability(var shortfalls, var ofAll)) {
                var rules = conflict.subList(0, conflict.size() - 1);
                assertThat(new StableByForce(Conflicts.only(problem, rules), !ofAll).answers())
                        .as("%s of %s", conflict, problem)
                        .isEmpty();
                for (var dropped : rules) {
                    var rest = new ArrayList<>(rules);
                    rest.remove(dropped);
                    assertThat(new StableByForce(Conflicts.only(problem, rest), false).answers())
                            .as("%s without %s", conflict, dropped)
                            .isNotEmpty();
                }
                assertThat(minimal).isTrue();
                assertThat(new BruteForce(problem).answers()).isNotEmpty();
                assertShort(problem, shortfalls, ofAll);
                withLocks.addAndGet(rules.size() > 1 ? 1 : 0);
                notOfAll.addAndGet(ofAll ? 0 : 1);
            }
        });

        assertThat(withLocks).hasPositiveValue();
        assertThat(notOfAll).hasPositiveValue();
    }

    /** Every stable answer, minimums aside, leaves exactly these short, and by as much. */
    private static void assertShort(Problem problem, List<Rule.Shortfall> shortfalls, boolean ofAll) {
        var anyNumber = problem.withParticipants(problem.participants().stream()
                .map(one -> new Participant(one.id(), one.side(), 0, one.max()))
                .toList());
        for (var answer : new StableByForce(anyNumber, !ofAll).answers()) {
            assertThat(problem.participants().stream()
                            .map(one -> new Rule.Shortfall(one, answer.partners(one.id())))
                            .filter(one -> one.partners() < one.participant().min()))
                    .as("%s of %s", answer, problem)
                    .isEqualTo(shortfalls);
        }
    }

    @Test
    void isTheBestStableAnswerForTheSideThatProposes() {
        var problem = Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(Participant.single("Gent", Side.A))
                .participant(Participant.single("Kyoto", Side.B))
                .participant(Participant.single("Busan", Side.B))
                .pair("Lyon", "Kyoto", 10, 9, 1)
                .pair("Lyon", "Busan", 10, 1, 9)
                .pair("Gent", "Kyoto", 10, 1, 9)
                .pair("Gent", "Busan", 10, 9, 1)
                .build();

        var forA = (Outcome.Solved) Engine.solve(problem.withObjective(new Objective.Stable(Side.A)));
        var forB = (Outcome.Solved) Engine.solve(problem.withObjective(new Objective.Stable(Side.B)));

        assertThat(forA.answer().pairs())
                .containsExactlyInAnyOrder(new Answer.Pair("Lyon", "Kyoto", 10), new Answer.Pair("Gent", "Busan", 10));
        assertThat(forB.answer().pairs())
                .containsExactlyInAnyOrder(new Answer.Pair("Lyon", "Busan", 10), new Answer.Pair("Gent", "Kyoto", 10));
    }

    @Test
    void saysWhomEveryStableAnswerLeavesShort() {
        var gent = new Participant("Gent", Side.A, 1, 1);
        var problem = Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(gent)
                .participant(Participant.single("Kyoto", Side.B))
                .participant(Participant.single("Busan", Side.B))
                .pair("Lyon", "Kyoto", 9)
                .pair("Gent", "Kyoto", 5)
                .pair("Gent", "Busan", 1)
                .objective(new Objective.Stable(Side.A))
                .build();
        var tooFar = new Lock.MustNot("Gent", "Busan", "too far", "N");

        var locked = (Outcome.Infeasible) Engine.solve(problem.withLocks(List.of(tooFar)));

        assertThat(Engine.solve(problem)).isInstanceOf(Outcome.Solved.class);
        assertThat(locked)
                .isEqualTo(new Outcome.Infeasible(
                        List.of(
                                new Rule.Minimum(gent),
                                new Rule.Locked(tooFar),
                                new Rule.Stability(List.of(new Rule.Shortfall(gent, 0)), true)),
                        true));
        assertThat(locked.conflict().getLast().sentence())
                .isEqualTo("the answer must be stable, and every stable answer gives too few partners (Gent 0 of 1);"
                        + " other objectives can keep all rules, and so might stable answers with more allowed pairs");
    }
}
