package org.interurban.platform.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of an organisation; cities are organisations too. */
public record OrganisationId(UUID value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationId {}

    static OrganisationId next() {
        return new OrganisationId(Identifier.next());
    }
}
