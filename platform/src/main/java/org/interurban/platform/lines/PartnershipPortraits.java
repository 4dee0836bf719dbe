package org.interurban.platform.lines;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands beside a partnership's line: topics, sites, and who is who. */
@Repository
class PartnershipPortraits {

    /** @param topic whether it is a topic of the partnership, else a site or practice with its city */
    record Matter(boolean topic, String name, @Nullable String city) {}

    record Post(
            String organisation,
            String title,
            String duty,
            @Nullable String holder) {}

    private final JdbcClient sql;

    PartnershipPortraits(JdbcClient sql) {
        this.sql = sql;
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

    /** Of the member cities; the public sees public posts only. */
    List<Post> posts(UUID partnership, boolean all) {
        return sql.sql("""
            select o.code as organisation, t.title, t.duty, n.name as holder
              from partnership_member m
              join organisation o on o.id = m.organisation
              join post t on t.organisation = o.id and t.to_on is null
              left join person n on n.id = t.holder
             where m.partnership = :id and m.left_on is null and (t.public or :all)
             order by m.side, t.duty, t.title
            """)
                .param("id", partnership)
                .param("all", all)
                .query(Post.class)
                .list();
    }
}
