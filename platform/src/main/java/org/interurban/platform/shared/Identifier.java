package org.interurban.platform.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The identity of a record; each kind of record has its own type. */
public interface Identifier {

    @JsonValue
    UUID value();

    /** From a column that may be empty. */
    static <T extends Identifier> @Nullable T ofNullable(@Nullable UUID value, Function<UUID, T> kind) {
        return value == null ? null : kind.apply(value);
    }

    /** A new identity that sorts by the time of its making (UUID version 7, RFC 9562). */
    static UUID next() {
        var random = UUID.randomUUID();
        var millis = System.currentTimeMillis();
        var high = (millis << 16) | 0x7000 | (random.getMostSignificantBits() & 0x0FFF);
        return new UUID(high, random.getLeastSignificantBits());
    }
}
