package org.interurban.platform.participants;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a body's part in a programme. */
public record ParticipantId(UUID value) implements Identifier {

    static ParticipantId next() {
        return new ParticipantId(Identifier.next());
    }
}
