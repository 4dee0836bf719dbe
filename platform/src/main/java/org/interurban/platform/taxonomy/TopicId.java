package org.interurban.platform.taxonomy;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a topic. */
public record TopicId(UUID value) implements Identifier {

    static TopicId next() {
        return new TopicId(Identifier.next());
    }
}
