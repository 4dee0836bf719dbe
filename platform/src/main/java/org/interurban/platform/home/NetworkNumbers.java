package org.interurban.platform.home;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What can be counted of the network, as the public may see it. */
@Repository
class NetworkNumbers {

    /** @param list the document that most members rest on, null where none is named */
    record Numbers(
            long members,
            long countries,
            long visits,
            long pairs,
            long agreements,
            @Nullable String list) {}

    private final JdbcClient sql;

    NetworkNumbers(JdbcClient sql) {
        this.sql = sql;
    }

    Numbers now() {
        return sql.sql("""
            select (select count(*) from member_brief) as members,
                   (select count(distinct o.country) from member_brief m join organisation_brief o on o.id = m.organisation)
                     as countries,
                   v.visits, v.pairs,
                   (select count(*) from agreement_seen_by where everyone) as agreements,
                   (select title from reference_brief
                     where record_kind = 'member' group by document, title order by count(*) desc, title limit 1) as list
              from (select count(*) as visits, count(distinct a.partnership) as pairs
                      from activity_brief a join activity_seen_by s on s.id = a.id
                      join activity_kind_brief k on k.code = a.type
                     where k.visit and a.status = 'held' and s.everyone) v
            """).query(Numbers.class).single();
    }
}
