package org.interurban.pairing.files;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;

/** A row of a table; a cell that is not what it has to be becomes a fault and counts as unknown. */
record Row(Table table, CSVRecord cells, int line) {

    String text(String column) {
        return table.cell(cells, column);
    }

    Optional<String> required(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            // a column that is missing altogether has had its fault already
            if (table.has(column)) {
                fault(column, "expected a value, found nothing");
            }
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** The cell where it is not empty and as it should be. */
    Optional<String> checked(String column, Predicate<String> right, String expected) {
        var text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!right.test(text)) {
            fault(column, "expected %s, found \"%s\"".formatted(expected, shortened(text)));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    OptionalLong wholeNumber(String column, long least, long most) {
        var expected = most == Long.MAX_VALUE
                ? "a whole number, %d or more".formatted(least)
                : "a whole number from %d to %d".formatted(least, most);
        return checked(column, text -> isWholeNumber(text, least, most), expected)
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    private static boolean isWholeNumber(String text, long least, long most) {
        try {
            var number = Long.parseLong(text);
            return least <= number && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    Optional<Double> positive(String column) {
        return checked(column, Row::isPositive, "a number above 0").map(Double::valueOf);
    }

    private static boolean isPositive(String text) {
        try {
            var number = new BigDecimal(text).doubleValue();
            return number > 0 && number < Double.POSITIVE_INFINITY;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The parts of a cell that holds a list, each once. */
    List<String> list(String column) {
        return Arrays.stream(text(column).split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** The parts of a list that are as they should be. */
    List<String> list(String column, Predicate<String> right, String expected) {
        var list = list(column);
        list.stream()
                .filter(right.negate())
                .forEach(part -> fault(column, "expected %s, found \"%s\"".formatted(expected, shortened(part))));
        return list.stream().filter(right).toList();
    }

    void fault(String column, String what) {
        table.fault(line, column, what);
    }

    void note(String note) {
        table.note(line, note);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
