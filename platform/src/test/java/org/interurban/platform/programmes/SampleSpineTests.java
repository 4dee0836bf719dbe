package org.interurban.platform.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleNetwork;
import org.interurban.platform.archive.RecordImport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class SampleSpineTests {

    @Autowired
    RecordImport records;

    @Autowired
    JdbcClient sql;

    @Test
    void theSampleLoadsTwiceToTheSameRows() throws Exception {
        var outcome = SampleNetwork.load(records);

        assertThat(outcome).isInstanceOf(RecordImport.Outcome.Imported.class);
        var first = counts();
        assertThat(first).doesNotContainPattern("\\b0\\b");

        SampleNetwork.load(records);

        assertThat(counts()).isEqualTo(first);
    }

    @Test
    void everyThemeHasALineOfItsOwn() {
        assertThat(sql.sql("select string_agg(distinct line || ' ' || theme, ', ' order by line || ' ' || theme)"
                                + " from partnership")
                        .query(String.class)
                        .single())
                .isEqualTo("A Walkable & Cyclable Cities, B Data-Driven Mobility, C New & Renewable Energy, D Urban"
                        + " Regeneration, E Air Quality, F Green Mobility, G Circular Economy");
    }

    private String counts() {
        var counts = new StringBuilder();
        for (var table : new String[] {
            "programme",
            "programme_body",
            "programme_theme",
            "programme_objective",
            "participant",
            "profile_line",
            "method_step",
            "partnership",
            "partnership_member",
            "partnership_topic",
            "activity",
            "agreement",
            "agreement_party",
            "plan_item"
        }) {
            counts.append(counts.isEmpty() ? "" : " ")
                    .append(sql.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        return counts.toString();
    }
}
