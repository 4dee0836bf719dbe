package org.interurban.platform.pairing;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a scoring, which runs with other rules may share. */
record ScoringId(UUID value) implements Identifier {

    static ScoringId next() {
        return new ScoringId(Identifier.next());
    }
}
