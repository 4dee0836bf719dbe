package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What cannot be a round, and how that is said: all faults at once. */
class ProblemTests {

    private static Problem.Builder round() {
        return Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(Participant.single("Gent", Side.A))
                .participant(Participant.single("Kyoto", Side.B));
    }

    private static List<String> faults(Problem.Builder builder) {
        return catchThrowableOfType(InvalidProblemException.class, builder::build)
                .faults();
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(faults(round().pair("Lyon", "Kyoto", -1)
                        .lock(new Lock.Must("Lyon", "Nice", "", ""))
                        .lock(new Lock.MustNot("Gent", "Gent", "", ""))
                        .limit(new Limit.PairsWith("coast", Set.of("Nice", "Kyoto"), 1))
                        .limit(new Limit.PartnersFrom("from", Set.of("Lyon"), Set.of("Oslo"), 1))
                        .limit(new Limit.PairsBetween("between", Set.of("Bern"), Set.of("Kyoto"), 1))))
                .containsExactly(
                        "The score of Lyon and Kyoto is negative: -1",
                        "A lock names Nice, who does not take part",
                        "A lock pairs Gent with itself",
                        "The limit \"coast\" names Nice, who does not take part",
                        "The limit \"from\" names Oslo, who does not take part",
                        "The limit \"between\" names Bern, who does not take part");
    }

    @Test
    void namesBenefitsBelowZero() {
        assertThat(faults(round().pair("Lyon", "Kyoto", 5, -2, 5).pair("Gent", "Kyoto", 5, 5, -3)))
                .containsExactlyInAnyOrder(
                        "The score of Lyon and Kyoto is negative: -2", "The score of Gent and Kyoto is negative: -3");
    }

    @Test
    void namesPairsThatAreNone() {
        assertThat(faults(round().pair("Lyon", "Nice", 1)
                        .pair("Oslo", "Kyoto", 1)
                        .pair("Lyon", "Lyon", 1)
                        .pair("Lyon", "Kyoto", 1)
                        .pair("Kyoto", "Lyon", 2)))
                .containsExactly(
                        "A pair names Nice, who does not take part",
                        "A pair names Oslo, who does not take part",
                        "A pair names Lyon twice",
                        "The pair of Kyoto and Lyon stands twice");
        assertThat(faults(round().pair("Lyon", "Gent", 1)))
                .singleElement()
                .asString()
                .contains("Lyon", "Gent", "stand on the same side");
        assertThat(faults(
                        round().participant(Participant.single("Busan", Side.B)).pair("Kyoto", "Busan", 1)))
                .singleElement()
                .asString()
                .contains("Kyoto", "Busan", "stand on the same side");
    }

    @Test
    void namesParticipantsThatStandTwiceOrOnTheWrongSide() {
        assertThat(faults(round().participant(Participant.single("Gent", Side.B))))
                .containsExactly("The participant Gent stands twice");
        assertThat(faults(round().form(new Form.OnePool())))
                .containsExactlyInAnyOrder(
                        "Lyon stands on the wrong side for this form: A",
                        "Gent stands on the wrong side for this form: A",
                        "Kyoto stands on the wrong side for this form: B");
        assertThat(faults(round().participant(Participant.single("Nice", Side.POOL))))
                .containsExactly("Nice stands on the wrong side for this form: POOL");
        assertThatThrownBy(() -> new Problem(
                        new Form.TwoSides(),
                        new Objective.Total(),
                        List.of(Participant.single("Kyoto", Side.B), Participant.single("Lyon", Side.A)),
                        Candidates.among(2).build(),
                        List.of(),
                        List.of(),
                        1))
                .hasMessageContaining("Lyon of side A stands after side B");
        assertThatThrownBy(
                        () -> round().build().withCandidates(Candidates.among(2).build()))
                .hasMessageContaining("The pairs are among 2 participants, but there are 3");
    }

    @Test
    void refusesScoresWhoseSumsCouldOverflow() {
        var most = Problem.LARGEST_SUM / (4 * 3 + 4);

        assertThat(round().pair("Lyon", "Kyoto", most).build().candidates().score(0))
                .isEqualTo(most);
        assertThat(faults(round().pair("Lyon", "Kyoto", most + 1)))
                .containsExactly("Scores up to %d are too large to be added up exactly for 3 participants: at most %d"
                        .formatted(most + 1, most));
        assertThat(faults(round().pair("Lyon", "Kyoto", most).lock(new Lock.Prefer("Lyon", "Kyoto", 1, "", ""))))
                .singleElement()
                .asString()
                .contains("too large");
        assertThat(faults(round().pair("Lyon", "Kyoto", 5)
                        .lock(new Lock.Prefer("Lyon", "Kyoto", Long.MAX_VALUE, "", ""))))
                .singleElement()
                .asString()
                .contains("Scores up to " + Long.MAX_VALUE);
    }

    @Test
    void refusesCapacitiesAndBonusesBelowZero() {
        assertThatThrownBy(() -> new Participant("Lyon", Side.A, -1, 1)).hasMessageContaining("Lyon is negative: -1");
        assertThatThrownBy(() -> new Participant("Lyon", Side.A, 2, 1))
                .hasMessageContaining("Lyon may have at most 1 partners but needs 2");
        assertThatThrownBy(() -> Participant.single(" ", Side.A)).hasMessageContaining("needs an id");
        assertThatThrownBy(() -> new Lock.Prefer("Lyon", "Kyoto", -1, "", "")).hasMessageContaining("negative");
        assertThatThrownBy(() -> new Limit.PairsWith("coast", Set.of("Lyon"), -1))
                .hasMessageContaining("The limit \"coast\" is negative: -1");
        assertThatThrownBy(() -> new Form.Clusters(2)).hasMessageContaining("3 to 8 members, not 2");
        assertThatThrownBy(() -> new Form.Clusters(9)).hasMessageContaining("3 to 8 members, not 9");
        assertThatThrownBy(() -> new Objective.Stable(Side.POOL)).hasMessageContaining("side A or side B");
    }

    @Test
    void standsInTheOrderDrawnFromTheSeed() {
        var drawn = round().build().participants();

        assertThat(Problem.drawn(drawn.reversed(), 1)).isEqualTo(drawn);
        assertThat(round().build().sizeOfA()).isEqualTo(2);
    }

    @Test
    void namesContradictingLocksAsTheConflict() {
        var must = new Lock.Must("Lyon", "Kyoto", "agreed", "N");
        var mustNot = new Lock.MustNot("Lyon", "Kyoto", "too far", "N");
        var both = round().pair("Lyon", "Kyoto", 5)
                .lock(new Lock.Prefer("Lyon", "Kyoto", 1, "", ""))
                .lock(must)
                .lock(mustNot)
                .build();

        assertThat(Engine.solve(both))
                .isEqualTo(new Outcome.Infeasible(List.of(new Rule.Locked(must), new Rule.Locked(mustNot)), true));
        assertThat(Engine.solve(both.withLocks(List.of(new Lock.Must("Gent", "Kyoto", "", "")))))
                .isInstanceOfSatisfying(Outcome.Infeasible.class, infeasible -> assertThat(infeasible.conflict())
                        .extracting(Rule::sentence)
                        .containsExactly("Gent must be paired with Kyoto"));
    }

    @Test
    void saysEveryRuleInASentence() {
        assertThat(new Rule.Minimum(new Participant("Lyon", Side.A, 1, 1)).sentence())
                .isEqualTo("Lyon needs at least 1 partner");
        assertThat(new Rule.Minimum(new Participant("Lyon", Side.A, 2, 2)).sentence())
                .isEqualTo("Lyon needs at least 2 partners");
        assertThat(new Rule.Locked(new Lock.MustNot("Lyon", "Kyoto", "", "")).sentence())
                .isEqualTo("Lyon must not be paired with Kyoto");
        assertThat(new Rule.Locked(new Lock.Prefer("Lyon", "Kyoto", 1, "", "")).sentence())
                .isEqualTo("Lyon should be paired with Kyoto");
        assertThat(new Rule.Limited(new Limit.PairsWith("coast", Set.of("Lyon"), 2)).sentence())
                .isEqualTo("the limit \"coast\" allows at most 2");
    }
}
