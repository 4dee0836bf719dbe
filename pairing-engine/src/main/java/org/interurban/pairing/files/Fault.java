package org.interurban.pairing.files;

/**
 * Something wrong in an input file.
 *
 * @param line from 1; 0 when the whole file is meant
 * @param column the number and name of the column in a table, the number of the character elsewhere; empty when the whole line is meant
 */
public record Fault(String file, int line, String column, String what) {

    @Override
    public String toString() {
        return file
                + (line == 0 ? "" : ", line " + line)
                + (column.isEmpty() ? "" : ", column " + column)
                + ": "
                + what;
    }
}
