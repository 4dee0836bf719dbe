package org.interurban.platform.sources;

/**
 * A part of a record of which documents may tell differently, and which follows the reading that a person chose; a bean of the
 * module that keeps the record.
 *
 * @param kind of the record, as questions call it
 * @param name as questions call the part
 * @param follow writes the reading into the record, in the transaction of the choice; a value that the record cannot hold is left
 */
public record Aspect(String kind, String name, Follow follow) {

    /** Writes what was chosen. */
    @FunctionalInterface
    public interface Follow {

        /** @param value as the record would hold it */
        void write(String code, String value, ReadingChosen chosen);
    }

    boolean isOf(ReadingChosen chosen) {
        return kind.equals(chosen.recordKind()) && name.equals(chosen.aspect());
    }
}
