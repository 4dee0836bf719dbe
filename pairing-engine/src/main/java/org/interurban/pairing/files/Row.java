package org.interurban.pairing.files;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
            expected(column, expected, text, "");
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
    List<String> list(String column, String separators) {
        return parts(text(column), separators).distinct().toList();
    }

    private static Stream<String> parts(String text, String separators) {
        return Arrays.stream(text.split("[" + separators + "]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    /** The parts of a list that are as they should be. */
    List<String> list(String column, String separators, Predicate<String> right, String expected) {
        var list = list(column, separators);
        list.stream().filter(right.negate()).forEach(part -> expected(column, expected, part, ""));
        return list.stream().filter(right).toList();
    }

    /**
     * The names in a cell that holds a list; one that is not understood is a fault. A comma parts names as a semicolon does, except
     * within a name that is understood as a whole.
     */
    List<String> names(String column, Function<String, Optional<String>> meaning, String expected, Names names) {
        return list(column, ";").stream()
                .flatMap(part -> meaning.apply(part).isPresent() ? Stream.of(part) : parts(part, ","))
                .flatMap(part -> {
                    var meant = meaning.apply(part);
                    if (meant.isEmpty()) {
                        expected(column, expected, part, names.hint(part));
                    }
                    return meant.stream();
                })
                .distinct()
                .toList();
    }

    /** @param hint what follows what was found; begins with its punctuation mark, or is empty */
    void expected(String column, String what, String found, String hint) {
        fault(column, "expected %s, found \"%s\"%s".formatted(what, shortened(found), hint));
    }

    void fault(String column, String what) {
        table.fault(line, column, what);
    }

    void note(String note) {
        table.note(line, note);
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
