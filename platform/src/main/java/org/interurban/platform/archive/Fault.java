package org.interurban.platform.archive;

/**
 * One thing wrong in a file.
 *
 * @param line line of the file, counted from 1; 0 where the whole file is meant
 * @param column the column's name, empty where the whole line is meant
 */
public record Fault(String file, long line, String column, String message) implements Comparable<Fault> {

    @Override
    public int compareTo(Fault other) {
        var byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Long.compare(line, other.line);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (column.isEmpty() ? "" : " " + column) + ": " + message;
    }
}
