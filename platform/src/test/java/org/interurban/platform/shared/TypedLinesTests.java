package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.shared.MergedRows.Row;
import org.junit.jupiter.api.Test;

class TypedLinesTests {

    private static final TypedLines.Id WATER = new TypedLines.Id(new UUID(0, 1));
    private static final TypedLines.Id ROOFS = new TypedLines.Id(new UUID(0, 2));

    private static Map<TypedLines.Id, String> rows(String water, String roofs) {
        var rows = new LinkedHashMap<TypedLines.Id, String>();
        rows.put(WATER, water);
        rows.put(ROOFS, roofs);
        return rows;
    }

    private final Map<TypedLines.Id, String> stand = rows("Clean water for all", "Green roofs");
    private final SeenRows seen = SeenRows.of(stand);

    @Test
    void knowsALineAgainInWhichAWordWasCorrected() {
        assertThat(TypedLines.merged(List.of("Green rooves", "Clear water for all"), seen, stand)
                        .rows())
                .containsExactly(new Row<>(ROOFS, "Green rooves"), new Row<>(WATER, "Clear water for all"));
    }

    @Test
    void takesAnotherLineForAnother() {
        assertThat(TypedLines.merged(List.of("Clean water for all", "Night buses"), seen, stand)
                        .rows())
                .containsExactly(new Row<>(WATER, "Clean water for all"), new Row<>(null, "Night buses"));
    }

    @Test
    void leavesAsTheyStandTheLinesThatOnlyAnotherChanged() {
        var merged = TypedLines.merged(
                List.of("Clean water for all", "Green roofs", "Night buses"),
                seen,
                rows("Clean water for everybody", "Green roofs"));

        assertThat(TypedLines.text(merged)).isEqualTo("Clean water for everybody\nGreen roofs\nNight buses");
        assertThat(merged.disputed()).isFalse();
    }

    @Test
    void asksAboutALineThatBothCorrected() {
        var merged = TypedLines.merged(
                List.of("Cleaner water for all", "Green roofs"), seen, rows("Clean waters for all", "Green roofs"));

        assertThat(TypedLines.text(merged)).isEqualTo("Cleaner water for all\nGreen roofs");
        assertThat(merged.disputed()).isTrue();
    }

    @Test
    void keepsEveryRowOfOneWording() {
        var twice = rows("Energy", "Energy");

        assertThat(TypedLines.merged(List.of("Energy"), SeenRows.of(twice), twice)
                        .rows())
                .hasSize(2);
    }
}
