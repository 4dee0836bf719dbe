package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WiringTests {

    private static Network network(Problem problem) {
        return new Wiring(problem, new Decisions(problem), new Nesting(problem), Wiring.ALL, 0)
                .network(problem.candidates().scores());
    }

    private static Problem.Builder round(int sizeOfA, int sizeOfB) {
        var builder = Problem.builder(1);
        for (var i = 0; i < sizeOfA; i++) {
            builder.participant(new Participant("a" + i, Side.A, 0, 9));
        }
        for (var i = 0; i < sizeOfB; i++) {
            builder.participant(new Participant("b" + i, Side.B, 0, 9));
        }
        return builder;
    }

    private static Problem complete(int sizeOfA, int sizeOfB) {
        var builder = round(sizeOfA, sizeOfB);
        for (var a = 0; a < sizeOfA; a++) {
            for (var b = 0; b < sizeOfB; b++) {
                builder.pair("a" + a, "b" + b, 1);
            }
        }
        return builder.build();
    }

    @Test
    void letsRowsStandForTheSideWithFewerWhoHaveCandidates() {
        assertThat(network(complete(5, 2)).rows).isEqualTo(2);
        assertThat(network(complete(2, 5)).rows).isEqualTo(2);
        assertThat(network(round(5, 2).pair("a3", "b0", 1).pair("a3", "b1", 1).build()).rows)
                .isEqualTo(5);
        assertThat(network(round(2, 5).pair("a0", "b3", 1).pair("a1", "b3", 1).build()).rows)
                .isEqualTo(5);
    }

    @Test
    void sharesTheCandidatesOfARoundWithoutLocks() {
        var problem = complete(3, 4);

        assertThat(network(problem).target).isSameAs(problem.candidates().partners());
        assertThat(network(problem.withLocks(List.of(new Lock.MustNot("a0", "b0", "", ""))))
                        .edges())
                .isEqualTo(problem.candidates().size() - 1);
    }

    @Test
    void boundsEveryoneByTheirCandidates() {
        var network = network(round(2, 3)
                .pair("a0", "b0", 1)
                .pair("a0", "b1", 1)
                .pair("a1", "b1", 1)
                .build());

        assertThat(network.upper).containsExactlyInAnyOrder(2, 1, 1, 2, 0);
        assertThat(network.isAssignment()).isFalse();
    }

    @Test
    void knowsAPlainAssignment() {
        var builder = Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(Participant.single("Kyoto", Side.B))
                .pair("Lyon", "Kyoto", 7);
        var needy = builder.build()
                .withParticipants(List.of(new Participant("Lyon", Side.A, 1, 1), Participant.single("Kyoto", Side.B)));

        assertThat(network(builder.build()).isAssignment()).isTrue();
        assertThat(network(builder.build()).largestWeight()).isEqualTo(7);
        assertThat(network(needy).isAssignment()).isFalse();
    }
}
