package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which limits an exact method covers together. */
class NestingTests {

    private static final Set<String> ALL_OF_A = Set.of("a0", "a1", "a2", "a3");
    private static final Set<String> ALL_OF_B = Set.of("b0", "b1", "b2", "b3");

    private static List<String> refused(Limit... limits) {
        var builder = Problem.builder(1);
        for (var i = 0; i < 4; i++) {
            builder.participant(new Participant("a" + i, Side.A, 0, 4));
            builder.participant(new Participant("b" + i, Side.B, 0, 4));
        }
        for (var a : ALL_OF_A) {
            for (var b : ALL_OF_B) {
                builder.pair(a, b, 1);
            }
        }
        List.of(limits).forEach(builder::limit);
        return Engine.solve(builder.build()) instanceof Outcome.Refused refused ? refused.names() : List.of();
    }

    private static Limit with(String name, String... members) {
        return new Limit.PairsWith(name, Set.of(members), 3);
    }

    private static Limit from(String name, Set<String> of, Set<String> among) {
        return new Limit.PartnersFrom(name, of, among, 1);
    }

    @Test
    void coversGroupsThatAreApartOrWithinEachOther() {
        assertThat(refused(
                        with("wide", "a0", "a1", "a2"),
                        with("narrow", "a0", "a1"),
                        with("apart", "a3"),
                        with("same", "a0", "a1"),
                        with("other side", "b0", "b1")))
                .isEmpty();
    }

    @Test
    void namesGroupsThatOverlap() {
        assertThat(refused(with("one", "a0", "a1"), with("apart", "a3"), with("other", "a1", "a2")))
                .containsExactlyInAnyOrder("one", "other");
        assertThat(refused(with("one", "b0", "b1", "b2"), with("within", "b0"), with("other", "b1", "b3")))
                .containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void namesAGroupOfBothSides() {
        assertThat(refused(with("both", "a0", "b0"), with("one", "a0"))).containsExactly("both");
    }

    @Test
    void coversPartsOfOneParticipantsCandidatesBesideGroups() {
        assertThat(refused(
                        from("wide", ALL_OF_A, Set.of("b0", "b1", "b2")),
                        from("narrow", Set.of("a0"), Set.of("b0")),
                        with("group", "a0", "a1"),
                        from("other side", Set.of("b3"), Set.of("a0", "a1"))))
                .isEmpty();
    }

    @Test
    void namesPartsThatOverlapForSomeone() {
        assertThat(refused(from("one", ALL_OF_A, Set.of("b0", "b1")), from("other", Set.of("a2"), Set.of("b1", "b2"))))
                .containsExactlyInAnyOrder("one", "other");
        assertThat(refused(
                        from("one", Set.of("a1"), Set.of("b0", "b1")), from("other", Set.of("a2"), Set.of("b1", "b2"))))
                .isEmpty();
    }

    @Test
    void coversPairsBetweenGroupsOnlyWhereOneGroupIsASingleParticipant() {
        assertThat(refused(new Limit.PairsBetween("between", Set.of("a0"), ALL_OF_B, 2)))
                .isEmpty();
        assertThat(refused(new Limit.PairsBetween("between", ALL_OF_B, Set.of("a0"), 2)))
                .isEmpty();
        assertThat(refused(new Limit.PairsBetween("between", Set.of("a0", "a1"), ALL_OF_B, 2)))
                .containsExactly("between");
    }
}
