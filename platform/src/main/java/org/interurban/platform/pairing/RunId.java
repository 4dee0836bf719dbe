package org.interurban.platform.pairing;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a run. */
record RunId(UUID value) implements Identifier {

    static RunId next() {
        return new RunId(Identifier.next());
    }
}
