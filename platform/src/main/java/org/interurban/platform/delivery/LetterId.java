package org.interurban.platform.delivery;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a letter. */
public record LetterId(UUID value) implements Identifier {

    static LetterId next() {
        return new LetterId(Identifier.next());
    }

    /** As it stands in addresses and in the header of the message. */
    @Override
    public String toString() {
        return value.toString();
    }
}
