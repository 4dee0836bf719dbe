package org.interurban.platform.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;

/** Identity of an organisation; cities are organisations too. */
public record OrganisationId(UUID value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationId {}

    static OrganisationId next() {
        return new OrganisationId(Identifier.next());
    }

    /** Of what a row may leave empty. */
    public static @Nullable OrganisationId of(@Nullable UUID value) {
        return value == null ? null : new OrganisationId(value);
    }
}
