package org.interurban.platform.activities;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.interurban.platform.shared.Precision;

/**
 * A month as weeks of days, Monday first; what is known less exactly than by the day stands beside it.
 *
 * @param inexact known only by the month, the year or a span
 */
record MonthPage(YearMonth month, List<List<Day>> weeks, List<ActivityLists.Line> inexact) {

    record Day(LocalDate date, boolean inMonth, List<ActivityLists.Line> activities) {}

    static MonthPage of(YearMonth month, List<ActivityLists.Line> activities) {
        var exact = activities.stream()
                .filter(line -> line.period().precision() == Precision.DAY)
                .toList();
        var weeks = new ArrayList<List<Day>>();
        var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            var week = new ArrayList<Day>();
            for (int i = 0; i < 7; i++) {
                var date = monday.plusDays(i);
                week.add(new Day(
                        date,
                        YearMonth.from(date).equals(month),
                        exact.stream().filter(line -> touches(line, date)).toList()));
            }
            weeks.add(week);
        }
        return new MonthPage(
                month,
                weeks,
                activities.stream().filter(line -> !exact.contains(line)).toList());
    }

    public boolean isEmpty() {
        return inexact.isEmpty() && weeks.stream().flatMap(List::stream).allMatch(day -> day.activities.isEmpty());
    }

    private static boolean touches(ActivityLists.Line line, LocalDate date) {
        var when = line.period();
        return when.from() != null && when.to() != null && !date.isBefore(when.from()) && !date.isAfter(when.to());
    }
}
