package org.interurban.platform.sheets;

import java.util.List;
import org.interurban.platform.sheets.Judgement.Candidate;
import org.interurban.platform.sheets.Judgement.Difference;
import org.interurban.platform.sheets.Judgement.State;
import org.interurban.platform.sheets.SheetQuestions.Question;
import org.interurban.platform.sheets.SheetTarget.Reading.Unfit;
import org.jspecify.annotations.Nullable;

/**
 * What is asked beside the rows: one question at a time, or what the chosen row changes.
 *
 * @param number of the question, from 1; 0 where the row changes a record
 * @param column the letter of the column that it stands in; null where it stands in none
 * @param cell as it stands in the sheet, whole
 */
record ReviewPanel(
        int number,
        int questions,
        @Nullable Question question,
        SheetRow row,
        Judgement judgement,
        @Nullable String column,
        String cell) {

    private static final int LINE = 100;

    static ReviewPanel of(Question question, int number, SheetRows.Judged asked, Part part, SheetTarget target) {
        var field = question.field();
        var cell = field.isEmpty()
                ? asked.judgement().about(target.fields())
                : asked.row().cell(field, part);
        var column = part.columns().get(field);
        return new ReviewPanel(
                number,
                question.all(),
                question,
                asked.row(),
                asked.judgement(),
                column == null ? null : SheetColumn.letter(column),
                cell);
    }

    static ReviewPanel of(SheetRows.Judged changed, int questions) {
        return new ReviewPanel(0, questions, null, changed.row(), changed.judgement(), null, "");
    }

    /** Whether the cell is longer than a line. */
    public boolean isLong() {
        return cell.length() > LINE || cell.contains("\n");
    }

    public @Nullable Unfit unfit() {
        return question == null ? null : judgement.unfit().get(question.field());
    }

    public List<Candidate> candidates() {
        return judgement.candidates();
    }

    public List<Difference> differences() {
        return judgement.differences();
    }

    public boolean isDoubtful() {
        return judgement.state() == State.DOUBTFUL;
    }
}
