package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.shared.Precision;
import org.junit.jupiter.api.Test;

class ActivityAspectsTests {

    @Test
    void readDaysMonthsAndYears() {
        assertThat(ActivityAspects.period("2023-02|month").precision()).isEqualTo(Precision.MONTH);
        assertThat(ActivityAspects.period("2023-03-27/2023-03-31|day").code()).isEqualTo("2023-03-27/2023-03-31");
        assertThat(ActivityAspects.period("2022-06/2022-09|period").precision()).isEqualTo(Precision.PERIOD);
    }
}
