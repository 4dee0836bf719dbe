package org.interurban.platform.activities;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of an activity. */
record ActivityId(UUID value) implements Identifier {

    static ActivityId next() {
        return new ActivityId(Identifier.next());
    }
}
