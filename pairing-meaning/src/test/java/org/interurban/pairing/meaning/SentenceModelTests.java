package org.interurban.pairing.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import org.interurban.pairing.scoring.Meaning;
import org.interurban.pairing.scoring.Topics;
import org.junit.jupiter.api.Test;

class SentenceModelTests {

    private final Meaning model = Meaning.installed();

    @Test
    void isFoundOnTheClassPath() {
        assertThat(model).isInstanceOf(SentenceModel.class);
    }

    @Test
    void putsTextsOfLikeMeaningCloserTogether() {
        assertThat(closeness("safer streets for bicycles", "protected lanes for cyclists"))
                .isGreaterThan(closeness("safer streets for bicycles", "treatment of sewage sludge") + 0.3);
    }

    @Test
    void givesVectorsOfLengthOne() {
        assertThat(closeness("green roofs", "green roofs")).isCloseTo(1, within(1e-3));
    }

    @Test
    void readsOnAfterItWasLetGo() {
        var before = model.direction("green roofs").orElseThrow();
        model.close();

        assertThat(model.direction("green roofs").orElseThrow()).containsExactly(before);
    }

    @Test
    void doesNotPretendToReadOtherScripts() {
        assertThat(model.direction("순환경제와 폐기물")).isEmpty();
        assertThat(model.direction("循环经济")).isEmpty();
        assertThat(model.direction("12 %")).isEmpty();
    }

    /** Where the scorer's zero of closeness comes from: topics of the shipped tree that have no common root. */
    @Test
    void findsUnrelatedTopicsAsFarApartAsTheScorerAssumes() {
        var topics = Topics.shipped();
        var roots = new ArrayList<String>();
        for (var topic = 0; topic < topics.size(); topic++) {
            if (topics.get(topic).parent() == null) {
                roots.add(topics.get(topic).label());
            }
        }
        var closeness = new ArrayList<Double>();
        for (var one : roots) {
            for (var other : roots) {
                if (!one.equals(other)) {
                    closeness.add(closeness(one, other));
                }
            }
        }
        Collections.sort(closeness);

        assertThat(closeness.get(closeness.size() / 2)).isCloseTo(0.25, within(0.05));
    }

    private double closeness(String one, String other) {
        var a = model.direction(one).orElseThrow();
        var b = model.direction(other).orElseThrow();
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
