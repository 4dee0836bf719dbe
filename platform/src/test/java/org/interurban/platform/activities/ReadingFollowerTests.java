package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.sources.ReadingChosen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ReadingFollowerTests {

    @Autowired
    ReadingFollower follower;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @Test
    void readsDaysMonthsAndYears() {
        assertThat(ReadingFollower.period("2023-02|month").precision()).isEqualTo(Precision.MONTH);
        assertThat(ReadingFollower.period("2023-03-27/2023-03-31|day").code()).isEqualTo("2023-03-27/2023-03-31");
        assertThat(ReadingFollower.period("2022-06/2022-09|period").precision()).isEqualTo(Precision.PERIOD);
    }

    @Test
    void writesTheChosenDateOnceHoweverOftenItIsTold() {
        var chosen = new ReadingChosen("CF-13", "activity", "SV-02", "date", "b", "2023|year");

        follower.follow(chosen);
        follower.follow(chosen);

        assertThat(sql.sql("select from_on || ' ' || to_on || ' ' || precision || ' ' || version from activity"
                                + " where code = 'SV-02'")
                        .query(String.class)
                        .single())
                .isEqualTo("2023-01-01 2023-12-31 year 1");
    }
}
