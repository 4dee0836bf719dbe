package org.interurban.platform.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
