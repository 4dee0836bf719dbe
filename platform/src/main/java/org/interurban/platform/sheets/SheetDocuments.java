package org.interurban.platform.sheets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.shared.PartialPeriod;

/**
 * The documents that sheets can be, and what records rest on. Implemented by the module that keeps documents; records are named by the
 * kind of their target and their code.
 */
public interface SheetDocuments {

    record Document(String code, String title) {}

    /**
     * What a sheet says otherwise than a record that rests on another document.
     *
     * @param record its code
     * @param known and {@code given}: what the record has and the sheet says, in words
     * @param before and {@code after}: the same as the field's values
     */
    record Disagreement(
            String record,
            String field,
            String subject,
            String known,
            String given,
            String before,
            String after,
            int row) {}

    List<Document> all();

    /** @return the code of the document, which is on record from now on */
    String add(String title, PartialPeriod dated);

    /** The codes of the records that rest on other documents than this one. */
    Set<String> restingElsewhere(String kind, String document);

    /** What is asked of the records already, each as {@link #asked}. */
    Set<String> asked(String kind);

    static String asked(String record, String field, String value) {
        return "%s %s %s".formatted(record, field, value);
    }

    /** Keeps both readings of each as an open question. @param file of the sheet */
    void ask(SheetId sheet, String kind, String document, String file, Collection<Disagreement> disagreements);

    /** Records rest on the sheet. @param rows by the code of the record */
    void cite(String kind, String document, String file, Map<String, Integer> rows);

    /** Takes back what came in with the sheet; a question that a person has answered stays. */
    void takeBack(SheetId sheet, String document, String file);
}
