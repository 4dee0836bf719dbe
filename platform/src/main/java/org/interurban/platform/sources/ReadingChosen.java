package org.interurban.platform.sources;

import org.jspecify.annotations.Nullable;

/**
 * A person decided which reading of a question the record follows from now on; its {@link Aspect}, where it has one, has been
 * written.
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
