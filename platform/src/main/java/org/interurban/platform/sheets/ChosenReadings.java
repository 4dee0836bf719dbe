package org.interurban.platform.sheets;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a reading into its record that a person chose where a sheet and another document disagreed. */
@Component
public class ChosenReadings {

    private final SheetTargets targets;

    ChosenReadings(SheetTargets targets) {
        this.targets = targets;
    }

    /** @param kind of the record, as its target calls it */
    public void write(String kind, String code, String field, String value) {
        targets.all().stream().filter(target -> kind.equals(target.kind())).forEach(target -> {
            var records = target.records();
            records.keys().stream()
                    .filter(record -> records.code(record).equals(code))
                    .forEach(record -> target.update(records, Map.of(record, Map.of(field, value))));
        });
    }
}
