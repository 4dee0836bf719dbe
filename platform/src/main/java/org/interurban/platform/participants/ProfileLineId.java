package org.interurban.platform.participants;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a line of a profile. */
public record ProfileLineId(UUID value) implements Identifier {

    static ProfileLineId next() {
        return new ProfileLineId(Identifier.next());
    }
}
