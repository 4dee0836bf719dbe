package org.interurban.platform.lines;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.authority.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands beside a partnership's line: topics, sites, and who is who. */
@Repository
class PartnershipPortraits {

    /** What rights on a partnership are held within. */
    record Place(UUID id, UUID programme, Set<UUID> cities, List<Post> posts) {

        Scope[] scopes() {
            return Stream.concat(
                            Stream.of(Scope.partnership(id), Scope.programme(programme)),
                            cities.stream().map(Scope::city))
                    .toArray(Scope[]::new);
        }
    }

    /** @param topic whether it is a topic of the partnership, else a site or practice with its city */
    record Matter(boolean topic, String name, @Nullable String city) {}

    record Post(String organisation, String title, @Nullable String holder, boolean open) {}

    private final JdbcClient sql;

    PartnershipPortraits(JdbcClient sql) {
        this.sql = sql;
    }

    /** With the posts of its member cities, those that the public may see marked. */
    Optional<Place> find(String code) {
        var cities = new LinkedHashSet<UUID>();
        var posts = new ArrayList<Post>();
        return sql
                .sql("""
                    select p.id, p.programme, o.id as city, o.code as organisation, t.title, n.name as holder, t.public
                      from partnership p
                      left join partnership_member m on m.partnership = p.id and m.left_on is null
                      left join organisation o on o.id = m.organisation
                      left join post t on t.organisation = o.id and t.to_on is null
                      left join person n on n.id = t.holder
                     where p.code = ?
                     order by m.side, t.duty, t.title
                    """)
                .param(code)
                .query((rs, row) -> {
                    if (rs.getObject("city", UUID.class) instanceof UUID city) {
                        cities.add(city);
                    }
                    if (rs.getString("title") != null) {
                        posts.add(new Post(
                                rs.getString("organisation"),
                                rs.getString("title"),
                                rs.getString("holder"),
                                rs.getBoolean("public")));
                    }
                    return new Place(
                            rs.getObject("id", UUID.class), rs.getObject("programme", UUID.class), cities, posts);
                })
                .list()
                .stream()
                .findFirst();
    }

    List<Matter> matters(UUID partnership, Locale locale) {
        return sql.sql("""
            select topic, name, city
              from (select true as topic, in_language(label, label_translations, :language) as name, null as city,
                           position
                      from partnership_topic where partnership = :id
                    union all
                    select false, in_language(s.name, s.name_translations, :language),
                           in_language(o.name, o.name_translations, :language), 1000
                      from partnership_site x join site s on s.id = x.site join organisation o on o.id = s.organisation
                     where x.partnership = :id) matter
             order by position, city, name
            """)
                .param("language", locale.getLanguage())
                .param("id", partnership)
                .query(Matter.class)
                .list();
    }
}
