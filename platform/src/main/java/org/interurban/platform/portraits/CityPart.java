package org.interurban.platform.portraits;

import java.util.Optional;
import java.util.function.Supplier;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.shared.Identifier;

/** What a module tells of a city on the page of the city; a bean of that module. */
public interface CityPart {

    /** Where it stands, lower first. */
    int place();

    /**
     * A template of the module, whose fragment {@code city(it)} shows it; empty where there is nothing to tell.
     *
     * @param exchange in which {@code :city} is the city, and {@code :language} the reader's
     */
    Supplier<Optional<Shown>> of(Exchange exchange, Identifier city, View view);
}
