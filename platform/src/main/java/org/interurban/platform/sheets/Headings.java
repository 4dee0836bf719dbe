package org.interurban.platform.sheets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.sheets.SheetFile.Line;
import org.interurban.platform.sheets.SheetTarget.Repeat;

/** Where a sheet's headings stand, and which column probably holds which field. */
final class Headings {

    private static final int ROWS_LOOKED_AT = 40;
    private static final int SAMPLES = 60;
    private static final double NAMED_ALIKE = 0.7;
    private static final double SURE = 0.8;

    /** Fewer values that fit speak against a heading that is only like a name. */
    private static final double LEAST_FITTING = 0.3;

    private static final int LONGEST_HEADING = 120;

    /** Letters beyond which values of a column are hardly what shows its meaning, such as addresses. */
    private static final int LONGEST_TELLING = 300;

    private static final Pattern BRACKET = Pattern.compile("[(（\\[]");
    private static final Pattern NUMBERED = Pattern.compile("[\\s#.:_-]*[(（\\[]?\\d{1,2}[)）\\]]?[\\s.:]*$");
    private static final Pattern ONLY_NUMBER = Pattern.compile("[(（\\[]?\\d{1,2}[)）\\].]?");
    private static final Pattern NUMBER = Pattern.compile("[-+\\d.,\\s]+");

    private record Guess(String field, int column, double certainty) {}

    /** What people write above a field. */
    private record Known(SheetField field, List<Likeness.Folded> names) {

        static List<Known> of(List<SheetField> fields) {
            return fields.stream()
                    .map(field -> new Known(
                            field,
                            Stream.concat(field.synonyms().stream(), Stream.of(field.name()))
                                    .map(Likeness::folded)
                                    .toList()))
                    .toList();
        }
    }

    /** A heading without the number behind it, and without what stands in brackets. */
    private record Heading(Likeness.Folded whole, Likeness.Folded plain) {

        static Heading of(String text) {
            var unnumbered = NUMBERED.matcher(text).replaceFirst("");
            var whole = Likeness.folded(unnumbered.isBlank() ? text : unnumbered);
            var bracket = BRACKET.matcher(text);
            return new Heading(whole, bracket.find() ? Likeness.folded(text.substring(0, bracket.start())) : whole);
        }

        double likeness(Known known) {
            return known.names().stream()
                    .filter(name -> !isLittleOf(name))
                    .mapToDouble(name -> Math.max(
                            Likeness.of(whole, name, NAMED_ALIKE), 0.95 * Likeness.of(plain, name, NAMED_ALIKE)))
                    .max()
                    .orElse(0);
        }

        /** One word of three or more says something else: a language is no name in a language. */
        private boolean isLittleOf(Likeness.Folded name) {
            return 2 * whole.words().size() < name.words().size()
                    && name.words().containsAll(whole.words());
        }
    }

    private Headings() {}

    /** The row most of whose cells are headings we know, else the first that is as wide as the rows below it. */
    static int row(List<Line> lines, List<SheetField> fields, Allowance allowance) {
        var known = Known.of(fields);
        var widest = lines.stream()
                .limit(ROWS_LOOKED_AT)
                .mapToInt(Headings::width)
                .max()
                .orElse(1);
        return lines.stream()
                .limit(ROWS_LOOKED_AT)
                .max(Comparator.<Line>comparingDouble(line -> likeHeadings(line, known, widest, allowance))
                        .thenComparing(Comparator.comparingInt(Line::position).reversed()))
                .map(Line::position)
                .orElse(1);
    }

    /**
     * The headings as one row, where they stand in two: groups above, and below them what tells the columns of a group apart.
     *
     * @param headerRow the row that was found to hold headings
     * @return the lower of the two rows with the words of both; empty where one row holds them all
     */
    static Optional<Line> joined(List<Line> lines, int headerRow, List<SheetField> fields) {
        var header = at(lines, headerRow);
        var below = at(lines, headerRow + 1);
        var above = at(lines, headerRow - 1);
        if (tellsApart(below, header)) {
            return Optional.of(join(header, below));
        }
        if (width(above) < 2) {
            return Optional.empty();
        }
        var joined = join(above, header);
        return known(joined, fields) > known(header, fields) ? Optional.of(joined) : Optional.empty();
    }

    private static Line at(List<Line> lines, int position) {
        return lines.stream()
                .filter(line -> line.position() == position)
                .findFirst()
                .orElse(new Line(position, List.of()));
    }

    /** Whether a row holds nothing but numbers of columns, and headings that reach down into it. */
    private static boolean tellsApart(Line below, Line header) {
        var numbers = 0;
        for (int column = 0; column < below.cells().size(); column++) {
            var cell = below.cell(column);
            var isNumber = ONLY_NUMBER.matcher(cell).matches();
            if (!cell.isEmpty() && !isNumber && !cell.equals(header.cell(column))) {
                return false;
            }
            numbers += isNumber ? 1 : 0;
        }
        return numbers > 1 && width(header) > 1;
    }

    /** A group reaches to the right as far as nothing stands beside it. */
    private static Line join(Line above, Line below) {
        var group = "";
        var joined = new ArrayList<String>();
        for (int column = 0;
                column < Math.max(above.cells().size(), below.cells().size());
                column++) {
            var own = below.cell(column);
            group = above.cell(column).isEmpty() ? group : above.cell(column);
            var of = above.cell(column).isEmpty() && own.isEmpty() ? "" : group;
            joined.add(own.equals(of) ? own : (of + " " + own).strip());
        }
        return new Line(below.position(), Math.max(above.width(), below.width()), joined);
    }

    private static long known(Line line, List<SheetField> fields) {
        var known = Known.of(fields);
        return line.cells().stream()
                .filter(cell -> !cell.isEmpty() && cell.length() <= LONGEST_HEADING)
                .map(Heading::of)
                .filter(heading -> known.stream().anyMatch(field -> heading.likeness(field) >= SURE))
                .count();
    }

    private static int width(Line line) {
        return (int) line.cells().stream().filter(cell -> !cell.isEmpty()).count();
    }

    private static double likeHeadings(Line line, List<Known> fields, int widest, Allowance allowance) {
        allowance.lookAtTheClock();
        var known = line.cells().stream()
                .filter(cell -> !cell.isEmpty() && cell.length() <= LONGEST_HEADING)
                .map(Heading::of)
                .filter(heading -> fields.stream().anyMatch(field -> heading.likeness(field) >= SURE))
                .count();
        var ours = line.cells().stream()
                .filter(cell ->
                        fields.stream().anyMatch(field -> field.field().name().equals(cell)))
                .count(); // of a sheet from here the row with the names, not that with the words above it
        var numbers = line.cells().stream()
                .filter(cell -> NUMBER.matcher(cell).matches())
                .count();
        return 2.0 * (known + ours) + (double) width(line) / widest - 0.5 * numbers;
    }

    /** The columns to the right and below the heading row, as wide as the widest row. */
    static List<String> of(List<Line> lines, int headerRow) {
        var width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        var header = lines.stream()
                .filter(line -> line.position() == headerRow)
                .findFirst()
                .orElse(new Line(headerRow, List.of()));
        return IntStream.range(0, width).mapToObj(header::cell).toList();
    }

    /**
     * Each field's column: first where name or values leave no doubt. A column holds one field only; a field stands in several columns
     * where each makes a record of its own.
     */
    static Map<String, Integer> guess(
            List<Line> below, List<String> headings, List<SheetField> fields, List<Repeat> repeats) {
        var guesses = new ArrayList<Guess>();
        var named = headings.stream().map(Heading::of).toList();
        for (var known : Known.of(fields)) {
            for (int column = 0; column < headings.size(); column++) {
                var likeness = named.get(column).likeness(known);
                var fitting = fitting(known.field(), below, column);
                var certainty = Math.max(likeness, byValues(fitting));
                if (certainty >= NAMED_ALIKE
                        && (likeness == 1 || fitting.isEmpty() || fitting.getAsDouble() >= LEAST_FITTING)) {
                    guesses.add(new Guess(known.field().name(), column, certainty));
                }
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::certainty).reversed());
        var byColumn = new LinkedHashMap<Integer, String>();
        for (var guess : guesses) {
            if (!byColumn.containsValue(guess.field()) || mayStandAgain(guess, headings, repeats)) {
                byColumn.putIfAbsent(guess.column(), guess.field());
            }
        }
        return Part.numbered(byColumn);
    }

    private static boolean mayStandAgain(Guess guess, List<String> headings, List<Repeat> repeats) {
        return repeats.stream()
                .filter(repeat -> repeat.column().name().equals(guess.field()))
                .anyMatch(repeat -> repeat.alone()
                        || NUMBERED.matcher(headings.get(guess.column())).find());
    }

    /** The fields that were guessed: neither the name nor the values of their columns leave no doubt. */
    static Set<String> guessed(Map<String, Integer> columns, List<String> headings, List<SheetField> fields) {
        var guessed = new LinkedHashSet<String>();
        for (var known : Known.of(fields)) {
            columns.forEach((name, column) -> {
                if (Part.field(name).equals(known.field().name())
                        && Heading.of(headings.get(column)).likeness(known) < 1) {
                    guessed.add(name);
                }
            });
        }
        return guessed;
    }

    /** Counts a little less than a name. */
    private static double byValues(OptionalDouble fitting) {
        return 0.9 * fitting.orElse(0);
    }

    /** The share of values that fit; empty for fields that almost any value fits, and where there are too few. */
    private static OptionalDouble fitting(SheetField field, List<Line> below, int column) {
        if (!field.telling()) {
            return OptionalDouble.empty();
        }
        var cells = below.stream()
                .map(line -> line.cell(column))
                .filter(cell -> !cell.isEmpty())
                .limit(SAMPLES)
                .toList();
        var fitting = cells.stream()
                .filter(cell ->
                        cell.length() <= LONGEST_TELLING && field.read(cell) instanceof SheetTarget.Reading.Value)
                .count();
        return cells.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of((double) fitting / cells.size());
    }

    private static String fold(String heading) {
        return Likeness.folded(heading).text();
    }

    /** The same for sheets with the same headings, in whatever order. */
    static String digest(List<String> headings) {
        var folded = headings.stream()
                .map(Headings::fold)
                .filter(heading -> !heading.isEmpty())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Columns by their headings, for the memory of them; a heading that stands twice cannot be told apart. */
    static Map<String, String> named(Map<String, Integer> columns, List<String> headings) {
        var named = new LinkedHashMap<String, String>();
        columns.forEach((field, column) -> named.put(field, fold(headings.get(column))));
        named.values().removeIf(String::isEmpty);
        return named;
    }

    static Map<String, Integer> found(Map<String, String> named, List<String> headings) {
        var columns = new LinkedHashMap<String, Integer>();
        var folded = headings.stream().map(Headings::fold).toList();
        var taken = new HashSet<Integer>();
        named.forEach((field, heading) -> {
            var column = folded.indexOf(heading);
            if (column >= 0 && taken.add(column)) {
                columns.put(field, column);
            }
        });
        return columns;
    }
}
