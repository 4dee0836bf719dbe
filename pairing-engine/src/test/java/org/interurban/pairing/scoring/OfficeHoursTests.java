package org.interurban.pairing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfficeHoursTests {

    @Test
    void areAllInCommonWithinAZone() {
        assertThat(share("Asia/Seoul", "Asia/Tokyo")).isEqualTo(1);
    }

    @Test
    void areNoneWhereOneOpensWhenTheOtherCloses() {
        assertThat(share("Asia/Seoul", "Europe/Dublin")).isZero();
    }

    @Test
    void dependOnSummerTime() {
        // Sofia opens at 07:00 UTC in winter and 06:00 in summer, Seoul closes at 08:00
        assertThat(share("Asia/Seoul", "Europe/Sofia")).isBetween(1 / 8.0, 2 / 8.0);
        assertThat(share("Asia/Seoul", "Europe/Sofia")).isCloseTo((1 + 30 / 52.0) / 8, within(0.01));
    }

    @Test
    void countTheDayBeforeAcrossTheDateLine() {
        // Kiritimati is 24 hours ahead of Honolulu: same clock, another day, so Mondays and Fridays miss each other
        assertThat(share("Pacific/Kiritimati", "Pacific/Honolulu")).isCloseTo(0.8, within(0.01));
    }

    @Test
    void areTheSameFromBothSidesWhereWeeksAgree() {
        assertThat(share("Europe/Paris", "Asia/Dhaka")).isEqualTo(share("Asia/Dhaka", "Europe/Paris"));
    }

    private double share(String one, String other) {
        return new OfficeHours(2026, List.of(ZoneId.of(one), ZoneId.of(other))).inCommon(0, 1);
    }
}
