package org.interurban.platform.sheets;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a sheet that somebody brings. */
public record SheetId(UUID value) implements Identifier {

    static SheetId next() {
        return new SheetId(Identifier.next());
    }

    static SheetId of(String text) {
        return new SheetId(UUID.fromString(text));
    }

    /** As it stands in addresses. */
    @Override
    public String toString() {
        return value.toString();
    }
}
