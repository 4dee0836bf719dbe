package org.interurban.platform.sources;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a document. */
record DocumentId(UUID value) implements Identifier {

    static DocumentId next() {
        return new DocumentId(Identifier.next());
    }
}
