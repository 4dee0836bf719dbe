package org.interurban.platform.sources;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a question. */
record QuestionId(UUID value) implements Identifier {

    static QuestionId next() {
        return new QuestionId(Identifier.next());
    }
}
