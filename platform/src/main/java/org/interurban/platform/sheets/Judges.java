package org.interurban.platform.sheets;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings together what rows are judged by. */
@Component
class Judges {

    private final SheetRows allRows;
    private final SheetAnswers answers;
    private final SheetDocuments documents;

    Judges(SheetRows allRows, SheetAnswers answers, SheetDocuments documents) {
        this.allRows = allRows;
        this.answers = answers;
        this.documents = documents;
    }

    Judge of(SheetImport sheet, SheetTarget target, SheetTarget.Records records) {
        var kind = target.kind();
        var source = sheet.source();
        return new Judge(
                target,
                records,
                sheet,
                allRows.headings(sheet),
                answers.known(sheet.id()),
                kind == null || source == null ? Set.of() : documents.restingElsewhere(kind, source),
                kind == null || source == null ? Set.of() : documents.asked(kind),
                new DayOrders(column -> allRows.isDayFirst(sheet, column), answers.of(sheet.id())));
    }
}
