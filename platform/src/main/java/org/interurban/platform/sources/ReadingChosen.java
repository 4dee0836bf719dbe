package org.interurban.platform.sources;

import org.jspecify.annotations.Nullable;

/**
 * A person decided which reading of a question the record follows from now on. The record's module writes the value into the
 * aspect and may do so again without harm.
 *
 * @param value as the record's attribute would hold it; null where the reading has none
 */
public record ReadingChosen(
        String question,
        String recordKind,
        String recordCode,
        @Nullable String aspect,
        String reading,
        @Nullable String value) {}
