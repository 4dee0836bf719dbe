package org.interurban.platform.delivery;

import java.util.Locale;
import java.util.Optional;
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
    String of(@Nullable AccountId writer, Locale reader) {
        return name(writer).map(name -> name + "\n").orElse("") + network(reader);
    }

    /** The name of whoever acts; nobody's where the platform does. */
    public Optional<String> writer() {
        return name(Rights.account());
    }

    private Optional<String> name(@Nullable AccountId account) {
        return Optional.ofNullable(account).flatMap(people::correspondent).map(People.Correspondent::name);
    }

    public String network(Locale reader) {
        return network.name(reader);
    }
}
