package org.interurban.platform.participants;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.portraits.CityPart;
import org.interurban.platform.portraits.Shown;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.shared.Identifier;
import org.springframework.stereotype.Component;

/** The way from the page of a city to its profiles, for whoever keeps them. */
@Component
class ProfilesOfCity implements CityPart {

    /** @param missing of offers, seeks and languages what it says nothing of */
    record Its(ProgrammeId programme, String code, String name, String city, List<String> missing) {}

    @Override
    public int place() {
        return 5;
    }

    @Override
    public Supplier<Optional<Shown>> of(Exchange exchange, Identifier city, View view) {
        if (!view.reader().mayAnywhere(ProgrammePermission.PROFILE_EDIT)) {
            return Optional::empty;
        }
        var profiles = exchange.ask(
                """
            select distinct on (g.code) g.id, g.code, o.code as city, k.missing,
                   coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)) as name
              from participant a
              join profile_lack k on k.participant = a.id
              join programme_brief g on g.id = a.programme
              join organisation_brief o on o.id = a.organisation
             where a.organisation = :city and a.left_on is null
             order by g.code, a.cohort desc
            """,
                (row, n) -> new Its(
                        new ProgrammeId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("city"),
                        List.of((String[]) row.getArray("missing").getArray())));
        var its = Scope.city(new OrganisationId(city.value()));
        return () -> Optional.of(profiles.get().stream()
                        .filter(one -> view.reader()
                                .may(
                                        ProgrammePermission.PROFILE_EDIT,
                                        one.programme().scope(),
                                        its))
                        .toList())
                .filter(kept -> !kept.isEmpty())
                .map(kept -> new Shown("participants/parts", kept));
    }
}
