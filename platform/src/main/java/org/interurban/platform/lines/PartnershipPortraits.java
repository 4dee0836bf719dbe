package org.interurban.platform.lines;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.lines.PartnershipLines.InProgramme;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.ProgrammeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Repository;

/** What stands beside a partnership's line: topics, sites, and who is who. */
@Repository
class PartnershipPortraits {

    /**
     * What rights on a partnership are held within, and what it is about.
     *
     * @param publicly what the public sees of it, read at once for those who have no rights
     */
    record Place(
            PartnershipId id,
            ProgrammeId programme,
            Set<OrganisationId> cities,
            List<Post> posts,
            List<Matter> matters,
            @Nullable InProgramme publicly) {

        Scope[] scopes() {
            return Stream.concat(
                            Stream.of(id.scope(), programme.scope()),
                            cities.stream().map(Scope::city))
                    .toArray(Scope[]::new);
        }
    }

    /**
     * @param topic whether it is a topic of the partnership, else a site or practice with its city
     * @param chosen whether it is followed; else a document says it and another one does not
     */
    record Matter(boolean topic, String name, @Nullable String city, boolean chosen) {}

    record Post(String organisation, String title, @Nullable String holder, boolean open) {}

    private static final RowMapper<Matter> MATTER = new SimplePropertyRowMapper<>(Matter.class);

    private final PartnershipLines lines;
    private final NamedParameterJdbcOperations sql;

    PartnershipPortraits(PartnershipLines lines, NamedParameterJdbcOperations sql) {
        this.lines = lines;
        this.sql = sql;
    }

    /** With the posts of its member cities, those that the public may see marked. */
    Optional<Place> find(String code, View view) {
        var exchange = PartnershipLines.exchange(Map.of("code", code), view);
        var publicly = view.reader().assignments().isEmpty() ? lines.publicly(exchange, view) : null;
        var matters = exchange.ask("""
            select topic, name, city, chosen
              from (select true as topic, in_language(label, label_translations, :language) as name, null as city,
                           chosen, position
                      from partnership_topic_view where partnership = (select id from partnership_brief where code = :code)
                    union all
                    select false, in_language(s.name, s.name_translations, :language),
                           in_language(o.name, o.name_translations, :language), true, 1000
                      from partnership_site_view x join site_brief s on s.id = x.site join organisation_brief o on o.id = s.organisation
                     where x.partnership = (select id from partnership_brief where code = :code)) matter
             order by position, city, name\
            """, MATTER);
        var cities = new LinkedHashSet<OrganisationId>();
        var posts = new ArrayList<Post>();
        var places = exchange.ask("""
            select p.id, p.programme, o.id as city, o.code as organisation, t.title, t.holder_name as holder, t.public
              from partnership_brief p
              left join partnership_member_view m on m.partnership = p.id and m.left_on is null
              left join organisation_brief o on o.id = m.organisation
              left join post_brief t on t.organisation = o.id
                              and t.id in (select post from partnership_contact where partnership = p.id)
             where p.code = :code
             order by m.side, t.duty, t.title\
            """, (row, n) -> {
            var city = row.getObject("city", UUID.class);
            if (city != null) {
                cities.add(new OrganisationId(city));
            }
            if (row.getString("title") != null) {
                posts.add(new Post(
                        row.getString("organisation"),
                        row.getString("title"),
                        row.getString("holder"),
                        row.getBoolean("public")));
            }
            return new Place(
                    new PartnershipId(row.getObject("id", UUID.class)),
                    new ProgrammeId(row.getObject("programme", UUID.class)),
                    cities,
                    posts,
                    matters.get(),
                    publicly == null ? null : publicly.get());
        });
        exchange.send(sql);
        return places.get().stream().findFirst();
    }
}
