package org.interurban.platform.delivery;

import java.util.Locale;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.ThisNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How letters end: who writes, and for which network. */
@Component
public class Signature {

    private final People people;
    private final ThisNetwork network;

    Signature(People people, ThisNetwork network) {
        this.people = people;
        this.network = network;
    }

    /** Of whoever acts. */
    public String in(Locale reader) {
        return of(Rights.account(), reader);
    }

    /** @param writer null for the platform itself */
    public String of(@Nullable AccountId writer, Locale reader) {
        var name = network.name(reader);
        return writer == null
                ? name
                : people.correspondent(writer)
                        .map(found -> found.name() + "\n" + name)
                        .orElse(name);
    }
}
