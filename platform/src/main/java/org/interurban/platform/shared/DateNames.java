package org.interurban.platform.shared;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What months and days of the week are called in one language and in English, whole and cut short, as CLDR has them. */
class DateNames {

    private static final Map<Locale, DateNames> ALL = new ConcurrentHashMap<>();
    private static final List<ULocale> ENGLISH = List.of(ULocale.ENGLISH, ULocale.forLanguageTag("en-001"));

    private static final String WORD = "(?<![\\p{L}\\p{M}\\d])(%s)\\.?(?![\\p{L}\\p{M}\\d]),?";

    /** Years, months and days as Hangul and Chinese characters count them, whatever language the page is in. */
    private static final Pattern COUNTED_YEAR = Pattern.compile("(\\d+) ?[년年]");

    private static final Pattern COUNTED_MONTH = Pattern.compile("(\\d{1,2}) ?[월月]");
    private static final Pattern COUNTED_DAY = Pattern.compile("(\\d{1,2}) ?[일日号]");

    /** A word that may be the name of a month in another language. */
    private static final Pattern OTHER = Pattern.compile(WORD.formatted("[\\p{L}\\p{M}]{3,}"));

    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, DayOfWeek> days = new HashMap<>();
    private final Pattern month;

    /** Names of one letter are such only in brackets, where Korean has them. */
    private final List<Pattern> day;

    record Weekday(DayOfWeek day, String rest) {}

    static DateNames in(Locale locale) {
        return ALL.computeIfAbsent(locale, DateNames::new);
    }

    private DateNames(Locale locale) {
        read(ULocale.forLocale(locale));
        ENGLISH.forEach(this::read);
        month = Pattern.compile(WORD.formatted(anyOf(months.keySet())));
        var words = days.keySet().stream().filter(name -> name.length() > 1).toList();
        day = List.of(
                Pattern.compile("\\((%s)\\.?\\)".formatted(anyOf(days.keySet()))),
                Pattern.compile(WORD.formatted(anyOf(words))));
    }

    private void read(ULocale language) {
        var symbols = DateFormatSymbols.getInstance(language);
        for (var context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
            for (var width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
                var monthNames = symbols.getMonths(context, width);
                for (var number = 1; number <= 12; number++) {
                    months.putIfAbsent(folded(monthNames[number - 1]), number);
                }
                var dayNames = symbols.getWeekdays(context, width);
                for (var number = 1; number <= 7; number++) {
                    days.putIfAbsent(folded(dayNames[number]), DayOfWeek.SATURDAY.plus(number));
                }
            }
        }
    }

    private static String anyOf(Collection<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.$", "");
    }

    /** Read when the first such word is met: the whole names of months in all languages, but for those that mean several. */
    private static final class Elsewhere {

        private static final Map<String, Integer> MONTHS = read();

        private static Map<String, Integer> read() {
            var numbers = new HashMap<String, Set<Integer>>();
            Arrays.stream(ULocale.getAvailableLocales())
                    .filter(language -> language.getCountry().isEmpty())
                    .map(DateFormatSymbols::getInstance)
                    .flatMap(language -> Stream.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)
                            .map(context -> language.getMonths(context, DateFormatSymbols.WIDE)))
                    .forEach(names -> IntStream.rangeClosed(1, 12)
                            .forEach(number -> numbers.computeIfAbsent(folded(names[number - 1]), _ -> new HashSet<>())
                                    .add(number)));
            return numbers.entrySet().stream()
                    .filter(name -> name.getValue().size() == 1)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            name -> name.getValue().iterator().next()));
        }
    }

    /** The same with {@code m6} in the place of June, and with bare numbers where they were counted. */
    String numbered(String text) {
        var counted = COUNTED_MONTH
                .matcher(COUNTED_YEAR.matcher(text).replaceAll(" $1 "))
                .replaceAll(" m$1 ");
        var days = COUNTED_DAY.matcher(counted).replaceAll(" $1 ");
        var own = month.matcher(days).replaceAll(name -> " m" + months.get(name.group(1)) + " ");
        return OTHER.matcher(own)
                .replaceAll(name -> {
                    var number = Elsewhere.MONTHS.get(name.group(1));
                    return number == null ? Matcher.quoteReplacement(name.group()) : " m" + number + " ";
                })
                .replaceAll(" +", " ")
                .strip();
    }

    /** A day of the week that stands beside a date, and the date without it. */
    Optional<Weekday> weekday(String text) {
        return day.stream()
                .map(name -> name.matcher(text))
                .filter(name -> name.find())
                .findFirst()
                .map(name -> new Weekday(
                        java.util.Objects.requireNonNull(days.get(name.group(1))),
                        name.replaceFirst(" ").replaceAll(" +", " ").strip()));
    }
}
