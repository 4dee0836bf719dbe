package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.interurban.platform.house.Tables;
import org.interurban.platform.house.Tables.Relation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the views of the migrated database rest on: a view reads the tables of its own module, and views of lower floors. A higher
 * floor may say anew what a view reads, to tell who sees what belongs to its records.
 */
@PlatformTest
class ViewFloorsTests {

    private record Rest(Relation view, Relation on) {

        boolean isForeign() {
            return !on.owner().equals(view.owner()) && !on.owner().equals(view.definer());
        }

        boolean isLower() {
            return ModularityTests.floor(on.owner())
                    < Math.max(ModularityTests.floor(view.owner()), ModularityTests.floor(view.definer()));
        }

        @Override
        public String toString() {
            return "%s of %s reads %s of %s".formatted(view.name(), view.owner(), on.name(), on.owner());
        }
    }

    @Autowired
    JdbcClient sql;

    @Test
    void noViewReadsATableOfAnotherModule() {
        assertThat(rests()).isNotEmpty();
        assertThat(rests().stream()
                        .filter(rest -> rest.isForeign() && !rest.on().view()))
                .isEmpty();
    }

    @Test
    void aViewReadsViewsOfLowerFloorsOnly() {
        assertThat(rests().stream().filter(rest -> rest.isForeign() && !rest.isLower()))
                .isEmpty();
    }

    private List<Rest> rests() {
        var known = Tables.all();
        return sql.sql("""
                    select distinct v.relname as view_name, r.relname as on_name
                      from pg_class v
                      join pg_rewrite w on w.ev_class = v.oid
                      join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
                           and d.refclassid = 'pg_class'::regclass and d.refobjid <> v.oid
                      join pg_class r on r.oid = d.refobjid and r.relkind in ('r', 'v')
                     where v.relkind = 'v' and v.relnamespace = 'public'::regnamespace
                     order by 1, 2
                    """)
                .query((row, _) -> new Rest(known.get(row.getString("view_name")), known.get(row.getString("on_name"))))
                .list();
    }
}
