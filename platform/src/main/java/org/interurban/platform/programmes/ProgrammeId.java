package org.interurban.platform.programmes;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a programme. */
public record ProgrammeId(UUID value) implements Identifier {

    static ProgrammeId next() {
        return new ProgrammeId(Identifier.next());
    }
}
