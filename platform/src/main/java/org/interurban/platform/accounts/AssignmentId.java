package org.interurban.platform.accounts;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a role that an account holds somewhere. */
record AssignmentId(UUID value) implements Identifier {

    static AssignmentId next() {
        return new AssignmentId(Identifier.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
