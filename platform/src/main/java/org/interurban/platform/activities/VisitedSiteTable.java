package org.interurban.platform.activities;

import java.util.List;
import java.util.Set;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.partnerships.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of {@code sites.csv} which visit or which partnership a site was shown in; the site itself belongs to the directory. */
@Component
class VisitedSiteTable implements RecordTable {

    private final JdbcClient sql;
    private final Partnerships partnerships;
    private final Activities activities;

    VisitedSiteTable(JdbcClient sql, Partnerships partnerships, Activities activities) {
        this.sql = sql;
        this.partnerships = partnerships;
        this.activities = activities;
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
    public void load(List<Row> rows) {

        for (var row : rows) {
            var code = row.code("code");
            var partnership = row.reference("partnership", "partnership", partnerships::idOf);
            var activity = row.reference("activity", "activity", activities::idOf);
            if (!row.isSound()) {
                continue;
            }
            if (activity != null) {
                sql.sql("insert into activity_site (activity, site) select ?, id from site where code = ? on"
                                + " conflict do nothing")
                        .params(activity, code)
                        .update();
            }
            if (partnership != null) {
                sql.sql("insert into partnership_site (partnership, site) select ?, id from site where code ="
                                + " ? on conflict do nothing")
                        .params(partnership.value(), code)
                        .update();
            }
        }
    }
}
