package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.shared.MergedRows.Row;
import org.junit.jupiter.api.Test;

class MergedRowsTests {

    record Id(UUID value) implements Identifier {}

    private static final Id WATER = new Id(new UUID(0, 1));
    private static final Id WASTE = new Id(new UUID(0, 2));
    private static final Id HEAT = new Id(new UUID(0, 3));

    private final SeenRows seen =
            SeenRows.parse(SeenRows.of(Map.of(WATER, "water", WASTE, "waste")).toString());

    private MergedRows<Id, String> merged(List<Row<Id, String>> mine, Map<Id, String> theirs) {
        return MergedRows.of(seen, mine, theirs);
    }

    private static Map<Id, String> rows(Object... idsAndValues) {
        var rows = new LinkedHashMap<Id, String>();
        for (var i = 0; i < idsAndValues.length; i += 2) {
            rows.put((Id) idsAndValues[i], (String) idsAndValues[i + 1]);
        }
        return rows;
    }

    @Test
    void keepsWhatEachOfTwoAddedAndChanged() {
        var merged = merged(
                List.of(new Row<>(WATER, "clean water"), new Row<>(WASTE, "waste"), new Row<>(null, "parks")),
                rows(WATER, "water", WASTE, "less waste", HEAT, "heat"));

        assertThat(merged.rows())
                .containsExactly(
                        new Row<>(WATER, "clean water"),
                        new Row<>(WASTE, "less waste"),
                        new Row<>(null, "parks"),
                        new Row<>(HEAT, "heat"));
        assertThat(merged.disputed()).isFalse();
    }

    @Test
    void takesAwayWhatEitherTookAwayAndTheOtherLeftAlone() {
        var merged = merged(List.of(new Row<>(WASTE, "waste")), rows(WATER, "water"));

        assertThat(merged.rows()).isEmpty();
        assertThat(merged.disputed()).isFalse();
    }

    @Test
    void asksAboutARowThatBothChanged() {
        var mine = List.of(new Row<>(WATER, "my water"), new Row<>(WASTE, "waste"));
        var theirs = rows(WATER, "their water", WASTE, "waste");

        var merged = merged(mine, theirs);

        assertThat(merged.rows()).first().isEqualTo(new Row<>(WATER, "my water"));
        assertThat(merged.disputed()).isTrue();
        assertThat(MergedRows.of(SeenRows.of(theirs), merged.rows(), theirs).disputed())
                .as("sent once more, by somebody who has seen both")
                .isFalse();
    }

    @Test
    void asksWhereOneChangedWhatTheOtherTookAway() {
        var they = merged(List.of(new Row<>(WATER, "my water"), new Row<>(WASTE, "waste")), rows(WASTE, "waste"));
        var me = merged(List.of(new Row<>(WASTE, "waste")), rows(WATER, "their water", WASTE, "waste"));

        assertThat(they.rows()).contains(new Row<>(null, "my water"));
        assertThat(they.disputed()).isTrue();
        assertThat(me.rows()).contains(new Row<>(WATER, "their water"));
        assertThat(me.disputed()).isTrue();
    }

    @Test
    void addsOnceWhatBothAdded() {
        var merged = merged(
                List.of(new Row<>(WATER, "water"), new Row<>(WASTE, "waste"), new Row<>(null, "heat")),
                rows(WATER, "water", WASTE, "waste", HEAT, "heat"));

        assertThat(merged.rows()).hasSize(3).last().isEqualTo(new Row<>(HEAT, "heat"));
    }

    @Test
    void takesNothingAwayThatNobodySaysToHaveSeen() {
        assertThat(MergedRows.of(SeenRows.parse(null), List.of(), rows(WATER, "water"))
                        .rows())
                .containsExactly(new Row<>(WATER, "water"));
    }
}
