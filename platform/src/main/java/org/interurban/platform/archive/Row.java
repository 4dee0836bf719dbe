package org.interurban.platform.archive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.DateReading.Meant;
import org.interurban.platform.shared.DateReading.OneOf;
import org.interurban.platform.shared.DateReading.Unread;
import org.interurban.platform.shared.Decimals;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.OneLine;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.WebAddress;
import org.interurban.platform.shared.Years;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file. Its accessors turn cells into values; a cell that cannot be turned leaves a fault with line and column and
 * gives a harmless value, so that every fault of a file is found in one go. {@link #isSound} tells whether any was found.
 */
public final class Row {

    private static final Map<String, String> NUMBER_FORMS =
            Map.of("integer", "a whole number", "decimal", "a number such as 12.5");

    /** Ends the name of the column that says in which language a text is written. */
    static final String WRITTEN_IN = "_language";

    private static final String NO_YEAR = "\"%s\" lies in no year from %d to " + Years.LAST;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final String file;
    private final long line;
    private final Map<String, String> cells;
    private final Set<String> missing;
    private final Collection<Fault> faults;
    private final Set<String> faulty = new HashSet<>();
    private boolean sound;

    /** @param missing columns that the file lacks, which is said once and not of every row */
    Row(String file, long line, Map<String, String> cells, Set<String> missing, Collection<Fault> faults) {
        this.missing = Set.copyOf(missing);
        this.sound = missing.isEmpty();
        this.file = file;
        this.line = line;
        this.cells = Map.copyOf(cells);
        this.faults = faults;
    }

    public boolean isSound() {
        return sound;
    }

    /** Whether nothing was found wrong in this column yet. */
    public boolean isSound(String column) {
        return !faulty.contains(column);
    }

    /** Says what is wrong with a cell and what was expected. */
    public void fault(String column, String message) {
        sound = false;
        faulty.add(column);
        if (!missing.contains(column)) {
            faults.add(new Fault(file, line, column, message));
        }
    }

    /** The cell as it stands, trimmed; empty where it is empty or the column was left out. */
    public String text(String column) {
        return OneLine.in(column, cells.getOrDefault(column, "")).strip();
    }

    public @Nullable String textOrNull(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    public String required(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            fault(column, "is empty; a value is needed here");
        }
        return text;
    }

    public String required(String column, int mostCharacters) {
        var text = required(column);
        if (text.length() > mostCharacters) {
            fault(column, "has %d characters; at most %d fit".formatted(text.length(), mostCharacters));
        }
        return text;
    }

    /** A code: letters, digits, full stop, hyphen and underscore. */
    public String code(String column) {
        var text = required(column);
        if (!text.isEmpty() && !text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
            fault(column, "\"%s\" is not a code: letters, digits, . - _ and at most 80 of them".formatted(text));
        }
        return text;
    }

    /** A web address, or null where none is given. */
    public @Nullable String link(String column) {
        var text = textOrNull(column);
        if (text != null && WebAddress.of(text).isEmpty()) {
            fault(
                    column,
                    "\"%s\" is not a web address that begins with https:// or http:// and holds no password"
                            .formatted(text));
        }
        return text;
    }

    public <E extends Enum<E> & Coded> String oneOf(String column, Class<E> choices) {
        return oneOf(column, Coded.codes(choices));
    }

    public String oneOf(String column, Collection<String> allowed) {
        var text = required(column);
        if (!text.isEmpty() && !allowed.contains(text)) {
            fault(column, "\"%s\" is none of: %s".formatted(text, String.join(", ", allowed)));
        }
        return text;
    }

    public boolean yes(String column) {
        var text = text(column);
        if (!text.isEmpty() && !text.equals("yes") && !text.equals("no")) {
            fault(column, "\"%s\" is neither yes nor no".formatted(text));
        }
        return text.equals("yes");
    }

    public @Nullable Boolean yesOrUnknown(String column) {
        return text(column).isEmpty() ? null : yes(column);
    }

    public @Nullable Integer integer(String column) {
        return number(column, Integer::valueOf, "integer");
    }

    /** A year that can be meant, and none before the first one. */
    public @Nullable Integer year(String column, int first) {
        var year = integer(column);
        if (year != null && !(first <= year && Years.hold(year))) {
            fault(column, NO_YEAR.formatted(text(column), first));
        }
        return year;
    }

    public @Nullable Long longInteger(String column) {
        return number(column, Long::valueOf, "integer");
    }

    public @Nullable BigDecimal decimal(String column) {
        return number(column, Decimals::parse, "decimal");
    }

    private <T> @Nullable T number(String column, Function<String, T> reading, String form) {
        var text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (NumberFormatException e) {
            fault(column, "\"%s\" is not %s".formatted(text, NUMBER_FORMS.get(form)));
            return null;
        }
    }

    /** Entries separated by semicolons, trimmed, empty ones left out; a semicolon inside an entry has a backslash before it. */
    public List<String> list(String column) {
        return Arrays.stream(text(column).split("(?<!\\\\);"))
                .map(entry -> entry.strip().replace("\\;", ";"))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** The cell that {@link #list} reads as these entries. */
    static String listed(List<String> entries) {
        return entries.stream().map(entry -> entry.replace(";", "\\;")).collect(Collectors.joining(";"));
    }

    /** Whether each of the codes is one of its cells, or the last part of one, as in {@code taxonomy:topic}. */
    boolean names(Collection<String> codes) {
        return codes.stream().allMatch(code -> cells.values().stream()
                .anyMatch(cell -> cell.equals(code) || cell.endsWith(":" + code)));
    }

    public boolean has(String column) {
        return cells.containsKey(column);
    }

    /** Reads a period from two columns of dates and, where given, one that states the precision. */
    public PartialPeriod period(String startColumn, String endColumn, String precisionColumn) {
        var first = date(startColumn);
        var last = text(endColumn).isEmpty() ? first : date(endColumn);
        var stated = text(precisionColumn);
        try {
            var precision = stated.isEmpty() ? Precision.NONE : Coded.of(Precision.class, stated);
            return first.isKnown() && last.isKnown()
                    ? new PartialPeriod(
                            first.from(), last.to(), precision == Precision.NONE ? first.precision() : precision)
                    : PartialPeriod.UNKNOWN;
        } catch (IllegalArgumentException e) {
            fault(startColumn, e.getMessage() + "; precision is one of day, month, year, period, none");
            return PartialPeriod.UNKNOWN;
        }
    }

    private PartialPeriod date(String column) {
        var cell = text(column);
        return switch (DateReading.of(cell, Locale.ENGLISH)) {
            case Meant(var when) -> when;
            case OneOf(var readings) -> {
                var dates = readings.stream().map(PartialPeriod::code).collect(Collectors.joining(", "));
                yield notADate(column, "\"%s\" can be read as each of %s".formatted(cell, dates));
            }
            case Unread(var fault) ->
                notADate(
                        column,
                        fault == DateReading.Fault.NO_SUCH_YEAR
                                ? NO_YEAR.formatted(cell, Years.FIRST)
                                : "\"%s\" is not a date: write 2023-02-12, 2023-02 or 2023".formatted(cell));
        };
    }

    private PartialPeriod notADate(String column, String why) {
        fault(column, why);
        return PartialPeriod.UNKNOWN;
    }

    /** Looks the cell's code up among records of an earlier table; an empty cell is no record. */
    public <T> @Nullable T reference(String column, String whatItIs, Function<String, Optional<T>> lookUp) {
        var code = text(column);
        if (code.isEmpty()) {
            return null;
        }
        var found = lookUp.apply(code);
        if (found.isEmpty()) {
            fault(column, "there is no %s \"%s\"".formatted(whatItIs, code));
        }
        return found.orElse(null);
    }

    /** Translations from columns named {@code base_xx}, and what {@code base_language} says of the text, as the tables keep them. */
    public String translationsJson(String base) {
        var column = base + WRITTEN_IN;
        var language = textOrNull(column);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            fault(column, "\"%s\" is not the tag of a language, such as en".formatted(language));
        }
        return LocalizedText.stored(translations(base), language);
    }

    /** Translations from columns named {@code base_xx}, by language. */
    public Map<String, String> translations(String base) {
        var all = new java.util.TreeMap<String, String>();
        cells.forEach((column, cell) -> {
            if (isTranslation(column, base) && !column.equals(base + WRITTEN_IN) && !cell.isBlank()) {
                all.put(column.substring(base.length() + 1), cell.strip());
            }
        });
        return all;
    }

    static boolean isTranslation(String column, String base) {
        return column.equals(base + WRITTEN_IN)
                || column.startsWith(base + "_")
                        && LANGUAGE.matcher(column.substring(base.length() + 1)).matches();
    }

    /** Where the row's facts stand: entries {@code document § locator} of the column {@code sources}. */
    public List<SourceEntry> sources() {
        var entries = new ArrayList<SourceEntry>();
        for (var entry : list("sources")) {
            var parts = entry.split("§", 2);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                fault(
                        "sources",
                        "\"%s\" is not a source: write DOCUMENT § place, several with a semicolon".formatted(entry));
            } else {
                entries.add(new SourceEntry(parts[0].strip(), parts[1].strip()));
            }
        }
        return entries;
    }

    /** A document's code and the place in it. */
    public record SourceEntry(String document, String locator) {}

    /** A stated number with its qualifier, from columns for the low and the high value and the qualifier; null where none. */
    public @Nullable Quantity quantity(String lowColumn, String highColumn, String qualifierColumn, String unitColumn) {
        var low = decimal(lowColumn);
        if (low == null) {
            return null;
        }
        var stated = text(qualifierColumn);
        try {
            var qualifier = stated.isEmpty() ? Quantity.Qualifier.EXACT : Coded.of(Quantity.Qualifier.class, stated);
            var high = qualifier == Quantity.Qualifier.RANGE ? decimal(highColumn) : null;
            return new Quantity(low, high, qualifier, textOrNull(unitColumn));
        } catch (IllegalArgumentException e) {
            fault(
                    qualifierColumn,
                    "\"%s\" does not fit: exact, at-least, more-than, about, or range with two numbers"
                            .formatted(stated));
            return null;
        }
    }
}
