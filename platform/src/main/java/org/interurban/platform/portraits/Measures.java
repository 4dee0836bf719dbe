package org.interurban.platform.portraits;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Person;
import org.interurban.platform.database.Seen;
import org.interurban.platform.portraits.Measure.By;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what the modules say can be counted, as far as a person sees it. */
@Repository
public class Measures {

    /** @param over of how many countries or partnerships they are, as the measure says */
    public record Counted(
            String words,
            String link,
            long number,
            long over,
            @Nullable String source) {}

    private record Group(String key, long number) {}

    private final List<Measure> measures;
    private final JdbcClient sql;

    Measures(ObjectProvider<Measure> measures, JdbcClient sql) {
        this.measures =
                measures.stream().sorted(Comparator.comparing(Measure::place)).toList();
        this.sql = sql;
    }

    /** All that can be counted of the network. */
    public List<Counted> ofNetwork(Person reader) {
        return count("true", Map.of(), reader);
    }

    /** What there is of it in a programme. */
    public List<Counted> of(Identifier programme, Person reader) {
        return count("programme = :programme", Map.of("programme", programme), reader).stream()
                .filter(counted -> counted.number() > 0)
                .toList();
    }

    private List<Counted> count(String condition, Map<String, ?> values, Person reader) {
        return sql.sql(measures.stream()
                        .map(measure -> """
                            select '%s' as words, '%s' as link, count(distinct id) as number, count(distinct %s) as over, %s as source
                              from (%s) counted where %s and %s
                            """.formatted(
                                        measure.words(),
                                        measure.link(),
                                        measure.over().expression(),
                                        measure.source(),
                                        measure.rows(),
                                        Seen.by(reader, "counted"),
                                        condition))
                        .collect(Collectors.joining(" union all ")))
                .params(values)
                .query(Counted.class)
                .list();
    }

    /** How many there are in each month, city, theme; what has none is left out. */
    public Map<String, Long> by(By what, Measure measure, Person reader) {
        var groups = new LinkedHashMap<String, Long>();
        sql.sql("""
            select key, count(distinct id) as number
              from (select id, (%s)::text as key from (%s) row where %s) counted
             where key is not null group by key order by key
            """.formatted(what.expression(), measure.rows(), Seen.by(reader, "row")))
                .query(Group.class)
                .list()
                .forEach(group -> groups.put(group.key(), group.number()));
        return groups;
    }
}
