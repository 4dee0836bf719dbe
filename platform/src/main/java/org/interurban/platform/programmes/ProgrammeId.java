package org.interurban.platform.programmes;

import java.util.UUID;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.shared.Identifier;

/** Identity of a programme. */
public record ProgrammeId(UUID value) implements Identifier {

    public static final Scope.Kind SCOPE = new Scope.Kind("PROGRAMME", "programmes.scope");

    static ProgrammeId next() {
        return new ProgrammeId(Identifier.next());
    }

    /** It as a place in which roles are held. */
    public Scope scope() {
        return new Scope(SCOPE, new Scope.Id(value));
    }
}
