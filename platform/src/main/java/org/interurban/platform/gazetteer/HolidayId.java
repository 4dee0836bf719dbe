package org.interurban.platform.gazetteer;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a holiday that somebody wrote down. */
record HolidayId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
