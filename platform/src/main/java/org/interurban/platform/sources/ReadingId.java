package org.interurban.platform.sources;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a reading. */
record ReadingId(UUID value) implements Identifier {

    static ReadingId next() {
        return new ReadingId(Identifier.next());
    }
}
