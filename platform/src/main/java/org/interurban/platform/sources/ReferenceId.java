package org.interurban.platform.sources;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of the passage that a record rests on. */
record ReferenceId(UUID value) implements Identifier {

    static ReferenceId next() {
        return new ReferenceId(Identifier.next());
    }
}
