package org.interurban.platform.sheets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.interurban.platform.web.ListQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the rows of a sheet can become that are each a filled form: its columns are the components of the form's record, and what a row
 * says goes through the form and the deed of the pages. Pages name it by the messages {@code sheets.target.<name>}, and its fields by
 * those of the form; what else people write above a column stands in {@code sheets.field.<name>.<component>}, between semicolons.
 *
 * @param <F> the form's record
 * @param <T> what becomes of it
 * @param name as in the address of the list
 * @param words the beginning of the messages that name the fields of the form
 * @param calledBy the component by whose words a record is recognised where a row has no code
 * @param listed the codes of the records in the list that is asked for, line by line
 * @param desk for a language of names and other words that are looked up
 */
public record SheetForm<F extends Record, T>(
        String name,
        Class<F> form,
        String words,
        String calledBy,
        Function<ListQuery, List<String>> listed,
        Function<Locale, Desk<F, T>> desk) {

    /** Where rows of one sheet are held against the records: what was looked up once is known. */
    public interface Desk<F extends Record, T> {

        /** The records that the current person sees, by code. */
        Map<String, T> records();

        /** What people write for the values of a component whose choices are records themselves, and the value each stands for. */
        default Map<String, Map<String, String>> choices() {
            return Map.of();
        }

        /**
         * Which record a row without a code is about by what it says in the components; empty where the words by which records are
         * recognised decide.
         */
        default Optional<SheetTarget.Match> match(Map<String, String> values) {
            return Optional.empty();
        }

        /** As the form opens to change the record. */
        F filled(T record);

        /** As the form opens for a new one, whose row says these values by component. */
        F blank(Map<String, String> values);

        /** Codes given to new records are used up. */
        String nextCode(F form);

        /**
         * What the form says, once its fields were validated one by one.
         *
         * @param before null for a new one
         */
        Optional<T> read(@Nullable T before, String code, F form, Errors errors);

        /** Whether the current person may keep the record as it is said to be. */
        boolean mayKeep(T record);

        void add(T record);

        /** @return the code of the new record, where it is known once the record is there */
        default String added(T record, String code) {
            add(record);
            return code;
        }

        /** Whether it was changed, which it is not where somebody else was faster. */
        boolean change(T before, T wanted);

        /** Takes a record back that came in with a sheet. */
        void remove(T record);
    }
}
