package org.interurban.platform.network;

import java.util.Map;
import java.util.stream.Collectors;
import org.interurban.platform.portraits.StatedNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many members the network says it has, by the reading that was chosen. */
@Component
class StatedMembers implements StatedNumbers {

    private record Figure(long number, @Nullable String document) {}

    private final JdbcClient sql;

    StatedMembers(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Stated> all() {
        return sql.sql("""
                    select f.low::bigint as number, r.title as document
                      from network_figure f
                      left join lateral (select title from reference_brief
                                          where record_kind = 'figure' and record_code = f.code order by position limit 1) r on true
                     where f.subject = 'network' and f.measure = 'members' and f.chosen and f.qualifier = 'exact'
                     order by f.from_on desc nulls last, f.position limit 1
                    """).query(Figure.class).list().stream()
                .collect(Collectors.toMap(
                        figure -> "membership.count",
                        figure -> new Stated(figure.number(), figure.document(), "/network")));
    }
}
