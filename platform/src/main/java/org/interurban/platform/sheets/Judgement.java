package org.interurban.platform.sheets;

import java.util.List;
import java.util.Map;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sheets.SheetTarget.Reading.Unfit;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a row.
 *
 * @param record the record it is about, where one is known
 * @param values what its cells say, by field
 * @param differences what would change in the record
 * @param unfit what is wrong, by field
 * @param candidates the records it may be about
 * @param asked what tells the record that a doubtful row is about from others; null for other rows
 * @param names how values are called that are keys of records, by {@link #name}
 * @param aside why the row is no record at all, said by the message {@code sheets.aside.<aside>}; null where it is one
 */
record Judgement(
        State state,
        @Nullable String record,
        Map<String, String> values,
        List<Difference> differences,
        Map<String, Unfit> unfit,
        List<Candidate> candidates,
        @Nullable String asked,
        Map<String, String> names,
        @Nullable String aside) {

    Judgement {
        names = names == null ? Map.of() : names;
    }

    enum State implements Coded {
        NEW,
        CHANGED,
        SAME,
        DOUBTFUL,
        FAULTY,
        SKIPPED,
        ASIDE;

        public boolean isOpen() {
            return this == DOUBTFUL || this == FAULTY;
        }

        /** Whether the cells of such rows are read. */
        boolean isRead() {
            return this != SKIPPED && this != ASIDE;
        }
    }

    Judgement(
            State state,
            @Nullable String record,
            Map<String, String> values,
            List<Difference> differences,
            Map<String, Unfit> unfit,
            List<Candidate> candidates) {
        this(state, record, values, differences, unfit, candidates, null, Map.of(), null);
    }

    static Judgement aside(String why) {
        return new Judgement(State.ASIDE, null, Map.of(), List.of(), Map.of(), List.of(), null, Map.of(), why);
    }

    Judgement asking(String what) {
        return new Judgement(state, record, values, differences, unfit, candidates, what, names, aside);
    }

    Judgement called(Map<String, String> called) {
        return new Judgement(state, record, values, differences, unfit, candidates, asked, called, aside);
    }

    static String name(String field, String value) {
        return field + " " + value;
    }

    /** How the first thing is called that the row says: what it is about. */
    String about(Iterable<SheetField> fields) {
        for (var field : fields) {
            var value = values.get(field.name());
            if (value != null) {
                return names.getOrDefault(name(field.name(), value), value);
            }
        }
        return "";
    }

    /**
     * @param kept whether the record keeps what it has
     * @param open whether both stay, as an open question, since the record rests on another document
     */
    record Difference(String field, String before, String after, boolean kept, boolean open) {

        boolean comesIn() {
            return !kept && !open;
        }
    }

    record Candidate(String record, String label) {}

    boolean isOpen() {
        return state.isOpen();
    }
}
