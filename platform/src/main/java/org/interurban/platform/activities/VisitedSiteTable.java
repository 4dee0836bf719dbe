package org.interurban.platform.activities;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads of {@code sites.csv} which visits or which partnerships a site was shown in; the site itself belongs to the directory.
 * Writes the file, because it sees both.
 */
@Component
class VisitedSiteTable implements RecordTable {

    private final JdbcClient sql;

    VisitedSiteTable(JdbcClient sql) {
        this.sql = sql;
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
                   array(select p.code from partnership_site v join partnership p on p.id = v.partnership
                          where v.site = s.id order by p.code) as partnership,
                   array(select a.code from activity_site v join activity a on a.id = v.activity
                          where v.site = s.id order by a.code) as activity,
                   s.note, cited('site', s.code) as sources
              from site s join organisation o on o.id = s.organisation
             order by s.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        for (var row : rows) {
            show(row, "activity");
            show(row, "partnership");
        }
    }

    /** @param shownIn the column, the table and its column of that name */
    private void show(Row row, String shownIn) {
        for (var code : row.list(shownIn)) {
            var id = sql.sql("select id from %s where code = ?".formatted(shownIn))
                    .param(code)
                    .query(UUID.class)
                    .optional();
            if (id.isEmpty()) {
                row.fault(shownIn, "there is no %s \"%s\"".formatted(shownIn, code));
            } else if (row.isSound()) {
                sql.sql(
                                "insert into %1$s_site (%1$s, site) select ?, id from site where code = ? on conflict do nothing"
                                        .formatted(shownIn))
                        .params(id.get(), row.text("code"))
                        .update();
            }
        }
    }
}
