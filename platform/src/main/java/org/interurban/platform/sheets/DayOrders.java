package org.interurban.platform.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interurban.platform.sheets.SheetTarget.Reading;

/**
 * Whether the day or the month stands first in the dates of a column, where a date alone can be read in both ways: its other dates tell,
 * and where these do not, what somebody said of one of them.
 */
final class DayOrders {

    /** A date in numbers with its year behind. */
    static final String IN_NUMBERS = "^\\s*(\\d{1,2}) ?[-/] ?(\\d{1,2}) ?[-/] ?\\d{4}";

    private static final Pattern AMBIGUOUS = Pattern.compile(IN_NUMBERS + ".*");

    private final IntFunction<Optional<Boolean>> byDates;
    private final List<Answer> said;
    private final Map<Integer, Optional<Boolean>> known = new HashMap<>();

    /**
     * @param byDates whether the day stands first in a column, by those of its dates that can be read in one way; empty where they do
     *     not tell
     * @param said of cells of the sheet
     */
    DayOrders(IntFunction<Optional<Boolean>> byDates, List<Answer> said) {
        this.byDates = byDates;
        this.said = said;
    }

    /** Whether the cell is such a date: with the day first, and with the month first. */
    static boolean isAsked(String cell, Reading.Unfit unfit) {
        return unfit.reason().equals("which-day")
                && unfit.suggestions().size() == 2
                && AMBIGUOUS.matcher(cell).matches();
    }

    /** @param read of a cell of the field */
    Optional<Boolean> isDayFirst(String field, int column, Function<String, Reading> read) {
        return known.computeIfAbsent(column, byDates::apply).or(() -> bySayings(field, read));
    }

    private Optional<Boolean> bySayings(String field, Function<String, Reading> read) {
        return said.stream()
                .filter(answer -> answer.field().equals(field))
                .flatMap(answer -> read.apply(answer.cell()) instanceof Reading.Unfit asked
                                && isAsked(answer.cell(), asked)
                                && read.apply(answer.meant()) instanceof Reading.Value(var day)
                                && asked.suggestions().contains(day)
                        ? Stream.of(day.equals(asked.suggestions().getFirst()))
                        : Stream.of())
                .findFirst();
    }
}
