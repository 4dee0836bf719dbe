package org.interurban.platform.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.partnerships.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads of {@code sites.csv} which visits or which partnerships a site was shown in; the site itself belongs to the directory.
 * Writes the file, because it sees both.
 */
@Component
class VisitedSiteTable implements RecordTable {

    private final JdbcClient sql;
    private final Activities activities;
    private final Partnerships partnerships;

    VisitedSiteTable(JdbcClient sql, Activities activities, Partnerships partnerships) {
        this.sql = sql;
        this.activities = activities;
        this.partnerships = partnerships;
    }

    @Override
    public String name() {
        return "sites";
    }

    @Override
    public int order() {
        return 61;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("organisation", "name", "name_xx", "kind", "partnership", "activity", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select s.code, o.code as organisation, s.name, s.name_translations as name_xx, s.kind,
                   array(select p.code from partnership_site v join partnership_brief p on p.id = v.partnership
                          where v.site = s.id order by p.code) as partnership,
                   array(select a.code from activity_site v join activity a on a.id = v.activity
                          where v.site = s.id order by a.code) as activity,
                   s.note, cited('site', s.code) as sources
              from site_brief s join organisation_brief o on o.id = s.organisation
             order by s.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        for (var row : rows) {
            for (var activity : shownIn(row, "activity", activities::idOf)) {
                sql.sql("""
                    insert into activity_site (activity, site) select :activity, id from site_brief where code = :site
                    on conflict do nothing
                    """)
                        .param("activity", activity)
                        .param("site", row.text("code"))
                        .update();
            }
            for (var partnership : shownIn(row, "partnership", partnerships::idOf)) {
                sql.sql("""
                    insert into partnership_site (partnership, site) select :partnership, id from site_brief where code = :site
                    on conflict do nothing
                    """)
                        .param("partnership", partnership)
                        .param("site", row.text("code"))
                        .update();
            }
        }
    }

    private static <T> List<T> shownIn(Row row, String column, Function<String, Optional<T>> idOf) {
        var found = new ArrayList<T>();
        for (var code : row.list(column)) {
            idOf.apply(code)
                    .ifPresentOrElse(
                            found::add, () -> row.fault(column, "there is no %s \"%s\"".formatted(column, code)));
        }
        return row.isSound() ? found : List.of();
    }
}
