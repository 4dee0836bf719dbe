package org.interurban.platform.sheets;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of any sheet can become: cities, contacts, interests. Implemented by the module that owns the records; pages
 * name it by the messages {@code sheets.target.<name>} and {@code sheets.field.<name>.<field>}.
 *
 * <p>Values are plain text by field, in the form that {@link SheetField} gives them. A field without a value is left out, and
 * an empty cell never takes a value away.
 */
public interface SheetTarget {

    String name();

    List<SheetField> fields();

    /** What documents call such a record; null where no sheet of them can be a document. */
    default @Nullable String kind() {
        return null;
    }

    /** Columns that may stand in a row more than once, since each further one tells of a record more. */
    default List<Repeat> repeats() {
        return List.of();
    }

    /**
     * @param column what people choose for the column; the field itself where the first column of that kind is nothing special
     * @param field that its cells hold
     * @param says what else such a column says of its record, by field
     * @param alone whether each such column is a record by itself; else the second column of each field tells of the second record
     */
    record Repeat(SheetField column, String field, Map<String, String> says, boolean alone) {

        public static Repeat alone(SheetField column, String field, Map<String, String> says) {
            return new Repeat(column, field, says, true);
        }

        public static Repeat together(SheetField field) {
            return new Repeat(field, field.name(), Map.of(), false);
        }
    }

    /** Columns that hold a part of a field, as {@link SheetField#given} and {@link SheetField#family} name them. */
    default List<SheetField> pieces() {
        return List.of();
    }

    /** The beginning of the messages that name the values of a choice; null where no messages do. */
    default @Nullable String words(String field) {
        return null;
    }

    /** As a reader is shown a value that no message names. */
    default String shown(String field, String value, Locale reader) {
        return value;
    }

    /** What a column can be chosen to hold: the fields, and the columns that make records of their own, with what people call them. */
    default List<SheetField> columns() {
        return Stream.of(
                        fields().stream(),
                        pieces().stream(),
                        repeats().stream().filter(Repeat::alone).map(Repeat::column))
                .flatMap(columns -> columns)
                .map(field -> field.calledAlso(Vocabulary.headings(name(), field.name())))
                .toList();
    }

    /** Whether {@link #records} are only those within the scopes of the current person, who then needs no role for the network. */
    default boolean isScoped() {
        return false;
    }

    /** Everything that rows are compared with, read at once for a whole sheet. */
    Records records();

    /** @return the new records' keys, in the order of the values */
    List<String> create(List<Map<String, String>> values);

    /** @param changes the fields that change, by record; an empty value clears its field */
    void update(Map<String, Map<String, String>> changes);

    /**
     * The same where the records have versions.
     *
     * @param seen the records as the changes were made from
     * @return those that somebody else has changed or removed since, so that nothing of the sheet may be kept
     */
    default Set<String> update(Records seen, Map<String, Map<String, String>> changes) {
        update(changes);
        return Set.of();
    }

    /**
     * Where a person says what is still open of new records.
     *
     * @param words message with the number of records
     */
    record Open(String address, String words, int records) {}

    /** What is still open of records that {@link #create} made; null where nothing is. */
    default @Nullable Open open(Collection<String> made) {
        return null;
    }

    /**
     * Takes records back that {@link #create} made.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException where other records refer to one of them by now
     */
    void remove(Collection<String> records);

    /** The records as they are now. */
    interface Records {

        /** Reads a cell; for fields whose values depend on records, such as the city of a contact. */
        default Reading read(SheetField field, String cell) {
            return field.read(cell);
        }

        /** What is wrong with values that are each in order, by field; such as a city that takes no part in the programme. */
        default Map<String, Reading.Unfit> check(Map<String, String> values) {
            return Map.of();
        }

        /** The same where it depends on the record that they are about. */
        default Map<String, Reading.Unfit> check(Match about, Map<String, String> values) {
            return check(values);
        }

        /** The cells of a row that tell anything new, where the sheet is a list of the records as it is read. */
        default List<String> changed(List<String> headings, List<String> cells) {
            return cells;
        }

        /** Which record the values are about. */
        Match match(Map<String, String> values);

        /** What the values say about a record that is known: another spelling of its name need not be a new name. */
        default Map<String, String> about(String record, Map<String, String> values) {
            return values;
        }

        /** What tells one new record from another; two rows with the same cannot both be imported. */
        String identity(Map<String, String> values);

        /** What two new records share that are probably one although their identities differ; nothing where only these count. */
        default Set<String> nearly(Map<String, String> values) {
            return Set.of();
        }

        /** Whether two new records with one identity are two all the same, by what else is said of them. */
        default boolean areApart(Map<String, String> one, Map<String, String> other) {
            return false;
        }

        /** By which documents name the record. */
        default String code(String record) {
            return record;
        }

        /** The keys of all records, in the order in which a sheet of them has its rows. */
        Collection<String> keys();

        /** The record's values; null where there is no such record. */
        @Nullable
        Map<String, String> values(String record);

        /** How people call what a value stands for that is the key of a record. */
        default String called(String field, String value) {
            return value;
        }

        /** How people know the record: its name and country. */
        String label(String record);
    }

    /** Which record a row is about. */
    sealed interface Match {
        record Known(String record) implements Match {}

        /** Similar ones, best first: a person must choose. */
        record Doubtful(List<String> records) implements Match {}

        record Unknown() implements Match {}

        /**
         * @param same the records that the row may be about by what it says
         * @param closest those among them that fit in everything
         * @param alike similar ones, asked for where there are no others
         */
        static Match among(Collection<String> same, List<String> closest, Supplier<List<String>> alike) {
            if (closest.size() == 1) {
                return new Known(closest.getFirst());
            }
            if (same.size() == 1) {
                return new Known(same.iterator().next());
            }
            var doubtful = same.isEmpty() ? alike.get() : List.copyOf(same);
            return doubtful.isEmpty() ? new Unknown() : new Doubtful(doubtful);
        }
    }

    /** A cell as a value, or what is wrong with it. */
    sealed interface Reading {
        record Value(String text) implements Reading {}

        /**
         * @param reason said by the message {@code sheets.unfit.<reason>}, with the cell's text and the expectation; or a message of a form
         * @param suggestions what may have been meant
         * @param arguments of the message of a form; null for others
         */
        record Unfit(
                String reason,
                String expected,
                List<String> suggestions,
                @Nullable List<String> arguments) implements Reading {

            public Unfit(String reason, String expected) {
                this(reason, expected, List.of());
            }

            public Unfit(String reason, String expected, List<String> suggestions) {
                this(reason, expected, suggestions, null);
            }

            public String words() {
                return arguments == null ? "sheets.unfit." + reason : reason;
            }

            public Object[] arguments(String cell) {
                return arguments == null ? new Object[] {cell, expected} : arguments.toArray();
            }
        }
    }
}
