package org.interurban.platform.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interurban.pairing.scoring.Meaning;
import org.junit.jupiter.api.Test;

class DirectionsTests {

    private final List<String> read = new ArrayList<>();
    private final Meaning model = new Meaning() {
        @Override
        public String name() {
            return "a model";
        }

        @Override
        public Optional<float[]> direction(String text) {
            read.add(text);
            return text.equals("순환경제") ? Optional.empty() : Optional.of(new float[] {0.6001f, -0.8f});
        }
    };

    @Test
    void asksTheModelOnlyForNewTexts() {
        var first = Directions.asking(model, Directions.none());
        first.direction("green roofs");
        first.direction("순환경제");

        var second = Directions.asking(model, Directions.unpacked(first.packed()));
        second.direction("순환경제");
        second.direction("bicycles");
        second.direction("green roofs");

        assertThat(read).containsExactly("green roofs", "순환경제", "bicycles");
    }

    @Test
    void saysAfterwardsWhatItSaidAtFirst() {
        var first = Directions.asking(model, Directions.none());
        var said = first.direction("green roofs").orElseThrow();
        first.direction("순환경제");

        var kept = Directions.unpacked(first.packed());

        assertThat(said[0]).isCloseTo(0.6f, within(0.001f));
        assertThat(kept.direction("green roofs").orElseThrow()).containsExactly(said);
        assertThat(kept.direction("순환경제")).isEmpty();
        assertThat(kept.direction("never read")).isEmpty();
    }

    @Test
    void forgetsWhatAnotherModelSaid() {
        var other = Directions.asking(Meaning.NONE, Directions.none());
        other.direction("green roofs");

        assertThat(Directions.asking(model, other).direction("green roofs")).isPresent();
    }
}
