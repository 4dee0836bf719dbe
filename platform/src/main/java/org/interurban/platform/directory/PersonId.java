package org.interurban.platform.directory;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;

/** Identity of a person. */
public record PersonId(UUID value) implements Identifier {

    /** Of what a row may leave empty. */
    static @Nullable PersonId of(@Nullable UUID value) {
        return value == null ? null : new PersonId(value);
    }
}
