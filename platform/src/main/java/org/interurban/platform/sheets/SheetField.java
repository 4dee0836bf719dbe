package org.interurban.platform.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.DateReading.Extent;
import org.interurban.platform.shared.DateReading.Fault;
import org.interurban.platform.shared.DateReading.Meant;
import org.interurban.platform.shared.DateReading.OneOf;
import org.interurban.platform.shared.DateReading.Unread;
import org.interurban.platform.shared.Decimals;
import org.interurban.platform.shared.Degrees;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.shared.NumberReading;
import org.interurban.platform.shared.OneLine;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.Quantity.Qualifier;
import org.interurban.platform.shared.WebAddress;
import org.interurban.platform.shared.Years;
import org.interurban.platform.sheets.SheetTarget.Reading;

/**
 * One value of a record that a column can hold.
 *
 * @param synonyms what people write above such a column, in any language
 * @param reader turns a cell into the value
 * @param telling whether values alone show what the column holds, as mail addresses do
 * @param list whether a sheet adds to the values that are there, rather than replacing them
 */
public record SheetField(
        String name,
        boolean required,
        List<String> synonyms,
        Function<String, Reading> reader,
        boolean telling,
        boolean list) {

    private static final Pattern SERIAL = Pattern.compile("\\d{5}");

    public SheetField {
        synonyms = List.copyOf(synonyms);
    }

    public Reading read(String cell) {
        return reader.apply(OneLine.in(name, cell).strip());
    }

    /** Whether the heading can say what the numbers below it count: ones, thousands or millions. */
    boolean isCounted() {
        return reader instanceof Counted;
    }

    Reading read(String cell, String heading) {
        return reader instanceof Counted counted ? counted.below(heading, cell.strip()) : read(cell);
    }

    public SheetField asRequired() {
        return new SheetField(name, true, synonyms, reader, telling, list);
    }

    /** @param words further ones that people write above such a column */
    SheetField calledAlso(List<String> words) {
        var all = Stream.concat(synonyms.stream(), words.stream()).distinct().toList();
        return new SheetField(name, required, all, reader, telling, list);
    }

    /** The column of the name that a person was given, where the family's stands beside it. */
    public static String given(String name) {
        return name + ".given";
    }

    public static String family(String name) {
        return name + ".family";
    }

    public static SheetField text(String name, int mostLetters, String... synonyms) {
        return new SheetField(
                name,
                false,
                List.of(synonyms),
                cell -> cell.length() <= mostLetters
                        ? new Reading.Value(cell)
                        : new Reading.Unfit("too-long", Integer.toString(mostLetters)),
                false,
                false);
    }

    /** Entries separated by semicolons, in alphabetical order. */
    public static SheetField list(String name, int mostLetters, String... synonyms) {
        return new SheetField(
                name,
                false,
                List.of(synonyms),
                cell -> {
                    var entries = entries(cell);
                    return entries.stream().allMatch(entry -> entry.length() <= mostLetters)
                            ? new Reading.Value(String.join("; ", entries))
                            : new Reading.Unfit("too-long", Integer.toString(mostLetters));
                },
                false,
                true);
    }

    static TreeSet<String> entries(String cell) {
        return Arrays.stream(cell.split("[;\\n]"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static SheetField whole(String name, long least, long most, String... synonyms) {
        return untelling(name, new Counted(least, most, Qualifier.EXACT::equals), synonyms);
    }

    /** A whole number with how exactly it was stated, as {@link Quantity#code} writes it; not a range. */
    public static SheetField quantity(String name, long least, long most, String... synonyms) {
        return untelling(name, new Counted(least, most, said -> said != Qualifier.RANGE), synonyms);
    }

    private static SheetField untelling(String name, Function<String, Reading> reader, String... synonyms) {
        return new SheetField(name, false, List.of(synonyms), reader, false, false);
    }

    /** Whole numbers between two. */
    private record Counted(long least, long most, Predicate<Qualifier> fits) implements Function<String, Reading> {

        @Override
        public Reading apply(String cell) {
            return below("", cell);
        }

        Reading below(String heading, String cell) {
            var all = NumberReading.counted(heading, cell);
            var meant = all.stream()
                    .flatMap(one -> numbers(one, least, most))
                    .map(Quantity::code)
                    .distinct()
                    .toList();
            if (meant.size() == 1) {
                return new Reading.Value(meant.getFirst());
            }
            if (!meant.isEmpty()) {
                return new Reading.Unfit("which-number", String.join(", ", meant), meant);
            }
            return all.stream()
                            .flatMap(one -> numbers(one, 0, Long.MAX_VALUE))
                            .findAny()
                            .isPresent()
                    ? new Reading.Unfit("out-of-range", least + " – " + most)
                    : new Reading.Unfit("not-whole", "1234567");
        }

        private Stream<Quantity> numbers(String cell, long from, long to) {
            return NumberReading.of(cell, from, to).stream().filter(number -> fits.test(number.qualifier()));
        }
    }

    /** Degrees north or east. */
    public static SheetField degrees(String name, Degrees.Axis axis, String... synonyms) {
        return untelling(
                name,
                cell -> {
                    try {
                        var number = axis.parse(cell);
                        return number.abs().compareTo(BigDecimal.valueOf(axis.most())) <= 0
                                ? new Reading.Value(Decimals.plain(number))
                                : new Reading.Unfit("out-of-range", -axis.most() + " – " + axis.most());
                    } catch (NumberFormatException e) {
                        return new Reading.Unfit("not-a-number", "12.5");
                    }
                },
                synonyms);
    }

    public static SheetField day(String name, String... synonyms) {
        return new SheetField(name, false, List.of(synonyms), SheetField::readDay, false, false);
    }

    /** A day that lost its format is the number of days since the end of 1899, as spreadsheet programs count. */
    static String day(String cell) {
        if (!SERIAL.matcher(cell).matches()) {
            return cell;
        }
        var day = LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(cell));
        return day.getYear() < 1950 || day.getYear() > 2100 ? cell : day.toString();
    }

    private static Reading readDay(String cell) {
        return switch (DateReading.of(day(cell), Extent.DAY, Locale.ENGLISH)) {
            case Meant(var when) -> new Reading.Value(when.code());
            case OneOf(var readings) -> whichDay(readings);
            case Unread(var fault)
            when fault == Fault.NO_SUCH_YEAR -> new Reading.Unfit("out-of-range", Years.FIRST + " – " + Years.LAST);
            case Unread _ -> new Reading.Unfit("not-a-day", "2023-02-14");
        };
    }

    static Reading whichDay(List<PartialPeriod> readings) {
        var days = readings.stream().map(PartialPeriod::code).toList();
        return new Reading.Unfit("which-day", String.join(", ", days), days);
    }

    public static SheetField email(String name, String... synonyms) {
        return new SheetField(
                name,
                false,
                List.of(synonyms),
                cell -> {
                    var addresses = MailAddress.typed(cell).stream()
                            .map(MailAddress::value)
                            .toList();
                    return switch (addresses.size()) {
                        case 0 -> new Reading.Unfit("not-an-address", "name@city.example");
                        case 1 -> new Reading.Value(addresses.getFirst());
                        default -> new Reading.Unfit("which-address", String.join(", ", addresses), addresses);
                    };
                },
                true,
                false);
    }

    public static SheetField link(String name, String... synonyms) {
        return new SheetField(
                name,
                false,
                List.of(synonyms),
                cell -> WebAddress.typed(cell)
                        .<Reading>map(address -> new Reading.Value(address.value()))
                        .orElseGet(() -> new Reading.Unfit("not-a-link", "https://www.city.example")),
                true,
                false);
    }

    /** @param reader knows what people write for the values, and asks where it can mean several */
    public static SheetField read(String name, Function<String, Reading> reader, String... synonyms) {
        return new SheetField(name, false, List.of(synonyms), reader, true, false);
    }

    /** @param words what people write, in any language, and the value each stands for */
    public static SheetField choice(String name, Map<String, String> words, String... synonyms) {
        return new SheetField(name, false, List.of(synonyms), chosen(words), true, false);
    }

    /** One of the values where the words are known, else what was written; since that fits anything, values alone show no such column. */
    public static SheetField choiceOrText(String name, int mostLetters, Map<String, String> words, String... synonyms) {
        var known = chosen(words);
        var text = text(name, mostLetters);
        return untelling(
                name, cell -> known.apply(cell) instanceof Reading.Value value ? value : text.read(cell), synonyms);
    }

    /** Several of the values, in the order of the alphabet; in a cell they stand between semicolons or commas, or one on a line. */
    static SheetField several(String name, String separator, Map<String, String> words, String... synonyms) {
        var each = chosen(words);
        return untelling(
                name,
                cell -> {
                    var values = new TreeSet<String>();
                    for (var word : cell.split("[;,\\n]")) {
                        switch (word.isBlank() ? null : each.apply(word.strip())) {
                            case null -> {}
                            case Reading.Value(var value) -> values.add(value);
                            case Reading.Unfit unfit -> {
                                return unfit;
                            }
                        }
                    }
                    return new Reading.Value(String.join(separator, values));
                },
                synonyms);
    }

    /** Signs alone, such as ✓, are words too. */
    private static String key(String word) {
        var folded = Likeness.fold(word);
        return folded.isEmpty() ? word.replace("\uFE0F", "").strip() : folded;
    }

    private static Function<String, Reading> chosen(Map<String, String> words) {
        var folded = words.entrySet().stream()
                .collect(Collectors.toMap(word -> key(word.getKey()), Map.Entry::getValue, (one, other) -> one));
        var values = new TreeSet<>(words.values());
        return cell -> {
            var value = folded.get(key(cell));
            return value != null
                    ? new Reading.Value(value)
                    : new Reading.Unfit("no-choice", String.join(", ", values), List.copyOf(values));
        };
    }
}
