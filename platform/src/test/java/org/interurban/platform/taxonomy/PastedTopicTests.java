package org.interurban.platform.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastedTopicTests {

    @Test
    void readsWhatStandsAboveATopicAndOtherWordsForIt() {
        assertThat(PastedTopic.read("Mobility > Cycling = bicycles, bike lanes"))
                .containsExactly(new PastedTopic(List.of("Mobility", "Cycling"), List.of("bicycles", "bike lanes")));
    }

    @Test
    void passesOverEmptyLinesAndTheMarksOfLists() {
        assertThat(PastedTopic.read("• Waste\n\n 2) Flood risk\n- Ports\n3.5 % of budgets"))
                .extracting(PastedTopic::label)
                .containsExactly("Waste", "Flood risk", "Ports", "3.5 % of budgets");
    }

    @Test
    void takesNamesThatDifferInCapitalsAccentsAndSignsForTheSame() {
        assertThat(PastedTopic.key("Énergie & Climat")).isEqualTo(PastedTopic.key("energie, climat"));
    }

    @Test
    void namesTopicsThatStandElsewhereThanIsSaidOfWhatIsToStandBelowThem() {
        var there = Map.of("mobility", "", "other", "mobility");

        assertThat(PastedTopic.misplaced(PastedTopic.read("Energy > Other > Heat pumps"), there))
                .containsExactly("Other");
        assertThat(PastedTopic.misplaced(PastedTopic.read("Mobility > Other > Ferries\nOther > Boats"), there))
                .isEmpty();
        assertThat(PastedTopic.misplaced(
                        PastedTopic.read("Mobility > Rest > Ferries\nEnergy > Rest > Heat pumps"), Map.of()))
                .containsExactly("Rest");
    }
}
