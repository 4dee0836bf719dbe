package org.interurban.platform.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfficeHoursTests {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    @Test
    void findsTheHourThatSeoulAndDublinShareInSummer() {
        var shared = OfficeHours.shared(LocalDate.of(2023, 7, 4), SEOUL, List.of(DUBLIN));

        assertThat(shared)
                .hasValue(new OfficeHours.Window(
                        Instant.parse("2023-07-04T08:00:00Z"), Instant.parse("2023-07-04T09:00:00Z")));
    }

    @Test
    void saysThatThereIsNoneInWinterWhenTheClocksDiffer() {
        assertThat(OfficeHours.shared(LocalDate.of(2023, 1, 10), SEOUL, List.of(DUBLIN)))
                .isEmpty();
    }

    @Test
    void leavesWeekendsAlone() {
        assertThat(OfficeHours.shared(LocalDate.of(2023, 7, 8), SEOUL, List.of(SEOUL)))
                .isEmpty();
        assertThat(OfficeHours.isOpen(Instant.parse("2023-07-08T03:00:00Z"), SEOUL))
                .isFalse();
    }

    @Test
    void looksAtTheDayBeforeAcrossTheDateLine() {
        var shared = OfficeHours.shared(
                LocalDate.of(2023, 7, 5), ZoneId.of("Pacific/Auckland"), List.of(ZoneId.of("America/Los_Angeles")));

        assertThat(shared)
                .hasValue(new OfficeHours.Window(
                        Instant.parse("2023-07-04T21:00:00Z"), Instant.parse("2023-07-05T01:00:00Z")));
    }
}
