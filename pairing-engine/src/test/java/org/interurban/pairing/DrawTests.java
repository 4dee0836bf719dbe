package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTests {

    @Test
    void isTheSameOnEveryMachine() {
        assertThat(Draw.lot("Lyon", 2026)).isEqualTo(3_914_644_060_552_602_499L);
        assertThat(Draw.lot("京都", 2026)).isEqualTo(-3_109_693_785_056_301_581L);
        assertThat(Draw.lot("Lyon", 2027)).isEqualTo(6_502_561_737_677_745_937L);
    }

    @Test
    void putsSideAFirstAndFavoursNobody() {
        var cities = List.of(
                Participant.single("Kyoto", Side.B),
                Participant.single("Lyon", Side.A),
                Participant.single("Gent", Side.A));

        var lyonFirst = IntStream.range(0, 1_000)
                .filter(seed -> Draw.ordered(cities, seed).getFirst().id().equals("Lyon"))
                .count();

        assertThat(lyonFirst).isBetween(400L, 600L);
        assertThat(IntStream.range(0, 100))
                .allMatch(seed -> Draw.ordered(cities, seed).getLast().id().equals("Kyoto"));
    }
}
