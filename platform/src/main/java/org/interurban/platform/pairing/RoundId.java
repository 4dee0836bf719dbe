package org.interurban.platform.pairing;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a round. */
public record RoundId(UUID value) implements Identifier {

    static RoundId next() {
        return new RoundId(Identifier.next());
    }

    /** Where its pages stand. */
    String address() {
        return "/rounds/" + value;
    }
}
