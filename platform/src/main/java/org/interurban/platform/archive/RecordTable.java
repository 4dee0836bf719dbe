package org.interurban.platform.archive;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One file of the platform's own format, read and written, implemented by the module that owns its records.
 *
 * <p>Rows are stored by their code, so that importing the same file twice changes nothing. Everything runs in one transaction
 * that is taken back if any row of any file has a fault; a table may therefore look up records of earlier tables by SQL.
 */
public interface RecordTable {

    /** The file's name without its ending: {@code cities} reads {@code cities.csv}. */
    String name();

    /** Tables load by rising order; a table refers only to tables before it. Floors of the house times ten are a good start. */
    int order();

    Set<String> requiredColumns();

    /**
     * Columns that may be left out; {@code name_xx} stands for the translations of {@code name} and for {@code name_language}, the
     * language in which it is written. Any other column is a fault.
     */
    Set<String> optionalColumns();

    /** Columns that tell the file's rows apart, so that none says the same twice; empty where rows add up. */
    default List<String> key() {
        return requiredColumns().contains("code") ? List.of("code") : List.of();
    }

    /**
     * SQL that gives the file's rows as they are stored, always in the same order. It names its columns as the file does; a list
     * is an array, {@code name_xx} holds the translations as JSON. Empty where another table writes the file.
     */
    Optional<String> stored();

    /** Stores the rows; what is wrong with a row is said through the row and its accessors, and the row is then left out. */
    void load(List<Row> rows);
}
