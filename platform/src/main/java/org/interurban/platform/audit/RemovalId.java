package org.interurban.platform.audit;

import java.util.UUID;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;

/** Identity of a removal. */
record RemovalId(UUID value) implements Identifier {

    /** A scope as it is kept with a removal. */
    record Held(String kind, @Nullable UUID id) {

        static Held of(Scope scope) {
            return new Held(
                    scope.kind().name(), scope.id() == null ? null : scope.id().value());
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
