package org.interurban.platform.membership;

import java.util.Optional;
import java.util.function.Supplier;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.portraits.CityPart;
import org.interurban.platform.portraits.Shown;
import org.interurban.platform.portraits.View;
import org.interurban.platform.shared.Identifier;
import org.springframework.stereotype.Component;

/** What a city is in the network, on its own page: of which type, in which offices and clusters. */
@Component
class MembershipOfCity implements CityPart {

    private final Members members;

    MembershipOfCity(Members members) {
        this.members = members;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Supplier<Optional<Shown>> of(Exchange exchange, Identifier city, View view) {
        return () -> members.ofOrganisation(new OrganisationId(city.value()), view.locale())
                .map(member -> new Shown("membership/parts", member));
    }
}
