package org.interurban.platform.delivery;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of work under way. */
public record JobId(UUID value) implements Identifier {

    static JobId next() {
        return new JobId(Identifier.next());
    }

    static JobId of(String text) {
        return new JobId(UUID.fromString(text));
    }

    /** As it stands in addresses. */
    @Override
    public String toString() {
        return value.toString();
    }
}
