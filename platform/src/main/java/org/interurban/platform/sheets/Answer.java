package org.interurban.platform.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person said that a cell means, wherever it stands in the column.
 *
 * @param field whose cell it is; empty where the answer is which record rows are about
 * @param cell as it stands in the sheet, else what tells the records that rows are about from others; without case and blanks around
 * @param meant the cell as it should be, or the decision about the rows
 * @param remembered whether it holds for later sheets too
 */
record Answer(String field, String cell, String meant, boolean remembered) {

    /** Longer texts hardly stand in two sheets. */
    private static final int LONGEST = 200;

    static final String RECORD = "";

    Answer {
        cell = key(cell);
    }

    /** As cells are compared. */
    static String key(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    boolean canBeRemembered() {
        return remembered && !cell.isEmpty() && cell.length() <= LONGEST && !meant.isEmpty();
    }

    /** All answers that hold for a sheet, the later before the earlier. */
    record Known(Map<String, Map<String, String>> byField) {

        static Known of(List<Answer> answers) {
            var byField = new HashMap<String, Map<String, String>>();
            for (var answer : answers) {
                byField.computeIfAbsent(answer.field(), key -> new HashMap<>()).put(answer.cell(), answer.meant());
            }
            return new Known(byField);
        }

        @Nullable
        String to(String field, String cell) {
            var answers = byField.get(field);
            return answers == null ? null : answers.get(key(cell));
        }
    }
}
