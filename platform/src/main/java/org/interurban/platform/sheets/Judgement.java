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
 * @param aside why the row is no record at all, said by the message {@code sheets.aside.<aside>}; null where it is one
 */
record Judgement(
        State state,
        @Nullable String record,
        Map<String, String> values,
        List<Difference> differences,
        Map<String, Unfit> unfit,
        List<Candidate> candidates,
        @Nullable String aside) {

    enum State implements Coded {
        NEW,
        CHANGED,
        SAME,
        DOUBTFUL,
        FAULTY,
        SKIPPED,
        ASIDE
    }

    Judgement(
            State state,
            @Nullable String record,
            Map<String, String> values,
            List<Difference> differences,
            Map<String, Unfit> unfit,
            List<Candidate> candidates) {
        this(state, record, values, differences, unfit, candidates, null);
    }

    static Judgement aside(String why) {
        return new Judgement(State.ASIDE, null, Map.of(), List.of(), Map.of(), List.of(), why);
    }

    record Difference(String field, String before, String after) {}

    record Candidate(String record, String label) {}

    boolean isOpen() {
        return state == State.DOUBTFUL || state == State.FAULTY;
    }
}
