package org.interurban.platform.participants;

import java.util.List;
import java.util.Map;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget.Repeat;
import org.interurban.platform.sheets.Vocabulary;

/** What the columns of a sheet of interests hold. */
final class InterestWords {

    private static final Map<String, String> KINDS =
            Vocabulary.values("interests", "kind", List.of("offer", "seek", "interest"));

    static final List<SheetField> FIELDS = List.of(
            SheetField.text("programme", 200).asRequired(),
            SheetField.text("organisation", 200).asRequired(),
            SheetField.choice("kind", KINDS),
            SheetField.text("topic", 300),
            SheetField.text("statement", 500),
            SheetField.whole("grade", 1, 3),
            SheetField.text("evidence", 500));

    /** One line a city: each such column holds a statement of its own. */
    static final List<Repeat> REPEATS =
            List.of(statements("offers", "offer"), statements("seeks", "seek"), statements("interests", "interest"));

    private static Repeat statements(String column, String kind) {
        return Repeat.alone(SheetField.text(column, 500), "statement", Map.of("kind", kind));
    }

    private InterestWords() {}
}
