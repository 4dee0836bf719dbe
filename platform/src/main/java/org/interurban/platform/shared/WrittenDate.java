package org.interurban.platform.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.interurban.platform.shared.DateReading.Fault;
import org.interurban.platform.shared.DateReading.Meant;
import org.interurban.platform.shared.DateReading.OneOf;
import org.interurban.platform.shared.DateReading.Unread;
import org.jspecify.annotations.Nullable;

/** The grammar of dates as people write them; names of months and of days of the week are CLDR's. */
class WrittenDate {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("\\+?(\\d{4,})(?: ?[-/.] ?(\\d{1,2})(?: ?[-/.] ?(\\d{1,2}))?)?\\.?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{4,})");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("\\d{1,2} ?([-/.]) ?\\d{1,2} ?\\1 ?'?\\d{2}|\\d{1,2}(?:st|nd|rd|th)? m\\d{1,2},? '?\\d{2}");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2}) ?[-/.] ?(\\d{4,})");
    private static final Pattern TWO_YEARS = Pattern.compile("(\\d{2})(\\d{2}) ?[-/–] ?(\\d{2})");
    /** The time of day behind a day; until when it lasts may stand there too. */
    private static final Pattern TIME = Pattern.compile(
            "(?<=\\d{4}[-/.] ?\\d{1,2}[-/.] ?\\d{1,2}|\\d{1,2}[-/.] ?\\d{1,2}[-/.] ?\\d{4}|\\d{4}|일)(?:\\.?,? |t)(?:at"
                    + " )?(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?: ?[ap]m)?(?: ?[-–~]"
                    + " ?(?:[01]?\\d|2[0-4]):[0-5]\\d(?: ?[ap]m)?)?(?: ?(?:z|utc|gmt|[+-]\\d{2}:?\\d{2}))?$");

    private static final Pattern BETWEEN = Pattern.compile(
            "between (?<a>.+) and (?<b>.+)|\\[?(?<c>[^\\[\\]]+?)\\.\\.(?<d>[^\\[\\]]+?)]?|(?<e>.+?) ?(?:와|과|에서|부터|~)"
                    + " ?(?<f>.+?) ?사이");
    private static final Pattern FROM = Pattern.compile("^(?:from|in|on) ");
    private static final List<Pattern> TO = List.of(
            Pattern.compile(" ?[~–—〜] ?| (?:to|until|till|through) | - "),
            Pattern.compile(" ?(?:부터|에서) ?"),
            Pattern.compile("/"),
            Pattern.compile("-"));

    private static final Pattern QUARTER = Pattern.compile(
            "(?:q ?(?<a>[1-4])|(?<b>[1-4])(?:st|nd|rd|th)? quarter|(?<c>first|second|third|fourth|last) quarter"
                    + "|(?<d>[1-4])(?:/4)? ?분기)(?: of)?");
    private static final Pattern HALF =
            Pattern.compile("(?:h ?(?<a>[12])|(?<b>first|second|1st|2nd) half|(?<c>상반기|하반기))(?: of)?");
    private static final Pattern SEASON =
            Pattern.compile("(?<spring>spring|봄)|(?<summer>summer|여름)|(?<autumn>autumn|fall|가을)|(?<winter>winter|겨울)");
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    private static final Pattern ONLY_YEAR = Pattern.compile("[ ,-]*(\\d{4,})?[ ,-]*");

    /** A month's name, after {@link DateNames} has put its number in the place. */
    private static final Pattern MONTH = Pattern.compile("m(\\d{1,2})");

    private static final Pattern YEAR = Pattern.compile("\\d{4,}");
    private static final Pattern SMALL = Pattern.compile("'?(\\d{1,2})(?:st|nd|rd|th)?");

    private final String written;
    private final DateNames names;
    private @Nullable DayOfWeek weekday;

    WrittenDate(String written, Locale locale) {
        this.names = DateNames.in(locale);
        this.written = written;
    }

    /**
     * One reading of one date: as much of it as is written.
     *
     * @param months how many months the date takes, more than one for a quarter
     */
    private record Parts(
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            int months) {

        Parts(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
            this(year, month, day, 1);
        }

        /** With what the other end of a span says for both: the year in "from June to August 2027". */
        Parts filledFrom(Parts other) {
            var sameMonth = day != null && month == null;
            return new Parts(year == null ? other.year : year, sameMonth ? other.month : month, day, months);
        }

        /** @throws Refused where the calendar has no such date */
        PartialPeriod period() {
            if (year == null || month == null && day != null) {
                throw new Refused(Fault.NO_FOUR_DIGITS);
            }
            if (!Years.hold(year)) {
                throw new Refused(Fault.NO_SUCH_YEAR);
            }
            try {
                if (month == null) {
                    return PartialPeriod.year(year);
                }
                var first = YearMonth.of(year, month);
                if (day != null) {
                    return PartialPeriod.day(first.atDay(day));
                }
                return months == 1
                        ? PartialPeriod.month(first)
                        : PartialPeriod.between(
                                first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
            } catch (DateTimeException noSuchDay) {
                throw new Refused(Fault.NO_SUCH_DAY);
            }
        }
    }

    /** Leaves the grammar by the shortest way; never seen outside. */
    private static final class Refused extends RuntimeException {
        private final Fault fault;

        Refused(Fault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }
    }

    DateReading read() {
        if (written.isBlank()) {
            return new Meant(PartialPeriod.UNKNOWN);
        }
        if (written.length() > DateReading.MOST_LETTERS) {
            return new Unread(Fault.NOT_A_DATE);
        }
        try {
            var readings = readings(names.numbered(plain(written)));
            return readings.size() == 1 ? new Meant(ofThatWeekday(readings.getFirst())) : new OneOf(readings);
        } catch (Refused refused) {
            return new Unread(refused.fault);
        }
    }

    private String plain(String text) {
        var digits = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var spaced =
                digits.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0]+", " ").strip();
        var day = TIME.matcher(spaced).replaceFirst("");
        return FROM.matcher(withoutWeekday(day)).replaceFirst("").strip();
    }

    private String withoutWeekday(String text) {
        var found = names.weekday(text);
        weekday = found.map(DateNames.Weekday::day).orElse(null);
        return found.map(DateNames.Weekday::rest).orElse(text);
    }

    private PartialPeriod ofThatWeekday(PartialPeriod when) {
        if (weekday != null
                && (!when.isDay() || when.from() == null || when.from().getDayOfWeek() != weekday)) {
            throw new Refused(Fault.OTHER_DAY_OF_THE_WEEK);
        }
        return when;
    }

    private static List<PartialPeriod> readings(String text) {
        var between = BETWEEN.matcher(text);
        if (between.matches()) {
            return span(
                    parts(group(between, "a", "c", "e")), parts(group(between, "b", "d", "f")), WrittenDate::between);
        }
        var twoYears = TWO_YEARS.matcher(text);
        if (twoYears.matches() && wholeNumber(twoYears.group(3)) > Math.max(12, wholeNumber(twoYears.group(2)))) {
            var century = twoYears.group(1);
            return span(parts(century + twoYears.group(2)), parts(century + twoYears.group(3)), WrittenDate::fromTo);
        }
        var one = parts(text);
        if (!one.isEmpty()) {
            return sound(one.stream()
                    .<Supplier<PartialPeriod>>map(parts -> parts::period)
                    .toList());
        }
        for (var to : TO) {
            for (var place = to.matcher(text); place.find(); ) {
                var from = parts(text.substring(0, place.start()));
                var until = parts(text.substring(place.end()).replaceFirst(" ?까지$", ""));
                if (!from.isEmpty() && !until.isEmpty()) {
                    return span(from, until, WrittenDate::fromTo);
                }
            }
        }
        throw new Refused(SHORT_YEAR.matcher(text).matches() ? Fault.NO_FOUR_DIGITS : Fault.NOT_A_DATE);
    }

    private interface Joining {
        PartialPeriod join(PartialPeriod from, PartialPeriod to);
    }

    private static List<PartialPeriod> span(List<Parts> from, List<Parts> to, Joining joining) {
        if (from.isEmpty() || to.isEmpty()) {
            throw new Refused(Fault.NOT_A_DATE);
        }
        return sound(IntStream.range(0, Math.max(from.size(), to.size()))
                .<Supplier<PartialPeriod>>mapToObj(reading -> () -> {
                    var first = from.get(Math.min(reading, from.size() - 1));
                    var last = to.get(Math.min(reading, to.size() - 1));
                    return joining.join(
                            first.filledFrom(last).period(),
                            last.filledFrom(first).period());
                })
                .toList());
    }

    private static PartialPeriod fromTo(PartialPeriod from, PartialPeriod to) {
        if (exactness(from) != exactness(to)) {
            throw new Refused(Fault.NOT_ALIKE);
        }
        var first = known(from.from());
        var last = known(to.to());
        if (first.isAfter(last)) {
            throw new Refused(Fault.ENDS_BEFORE);
        }
        return new PartialPeriod(first, last, exactness(from));
    }

    private static PartialPeriod between(PartialPeriod from, PartialPeriod to) {
        var first = known(from.from());
        var last = known(to.to());
        if (first.isAfter(last)) {
            throw new Refused(Fault.ENDS_BEFORE);
        }
        return PartialPeriod.between(first, last);
    }

    private static Precision exactness(PartialPeriod when) {
        return when.precision() == Precision.PERIOD ? Precision.MONTH : when.precision();
    }

    private static LocalDate known(@Nullable LocalDate day) {
        return Objects.requireNonNull(day);
    }

    /** The readings that the calendar knows, each once; where it knows none, the fault of the first. */
    private static List<PartialPeriod> sound(List<Supplier<PartialPeriod>> readings) {
        var sound = new ArrayList<PartialPeriod>();
        @Nullable Refused first = null;
        for (var reading : readings) {
            try {
                sound.add(reading.get());
            } catch (Refused refused) {
                first = first == null ? refused : first;
            }
        }
        if (sound.isEmpty()) {
            throw first == null ? new Refused(Fault.NOT_A_DATE) : first;
        }
        return sound.stream().distinct().toList();
    }

    /** What one date can mean; nothing where it is none. */
    private static List<Parts> parts(String given) {
        var text = given.strip();
        var yearFirst = YEAR_FIRST.matcher(text);
        var compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return List.of(new Parts(number(compact, 1), number(compact, 2), number(compact, 3)));
        }
        if (yearFirst.matches()) {
            return List.of(new Parts(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3)));
        }
        var yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            var one = number(yearLast, 1);
            var other = number(yearLast, 3);
            var year = number(yearLast, 4);
            return yearLast.group(2).equals(".") // where dots stand between, the day always comes first
                    ? List.of(new Parts(year, other, one))
                    : List.of(new Parts(year, other, one), new Parts(year, one, other));
        }
        var monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return List.of(new Parts(number(monthFirst, 2), number(monthFirst, 1), null));
        }
        var part = partOfYear(text);
        return part.isEmpty() ? words(text) : part;
    }

    private static List<Parts> partOfYear(String text) {
        var quarter = QUARTER.matcher(text);
        if (quarter.find()) {
            var which = ordinal(group(quarter, "a", "b", "c", "d"), 4);
            return ofYear(text, quarter, year -> List.of(new Parts(year, 3 * which - 2, null, 3)));
        }
        var half = HALF.matcher(text);
        if (half.find()) {
            var which = ordinal(group(half, "a", "b", "c"), 2);
            return ofYear(text, half, year -> List.of(new Parts(year, 6 * which - 5, null, 6)));
        }
        var season = SEASON.matcher(text);
        if (season.find()) {
            var which = IntStream.range(0, 4)
                    .filter(number -> season.group(SEASONS.get(number)) != null)
                    .findFirst()
                    .orElseThrow();
            return ofYear(text, season, year -> year == null ? List.of() : seasons(year, which));
        }
        return List.of();
    }

    /** North of the equator and south of it; a winter is named for the year it begins in or the one it ends in. */
    private static List<Parts> seasons(int year, int which) {
        var north = 3 + 3 * which;
        var south = north > 6 ? north - 6 : north + 6;
        return north == 12
                ? List.of(
                        new Parts(year - 1, 12, null, 3), new Parts(year, 12, null, 3), new Parts(year, south, null, 3))
                : south == 12
                        ? List.of(
                                new Parts(year, north, null, 3),
                                new Parts(year - 1, 12, null, 3),
                                new Parts(year, 12, null, 3))
                        : List.of(new Parts(year, north, null, 3), new Parts(year, south, null, 3));
    }

    private static List<Parts> ofYear(String text, Matcher found, Function<@Nullable Integer, List<Parts>> parts) {
        var year = ONLY_YEAR.matcher(text.substring(0, found.start()) + " " + text.substring(found.end()));
        return year.matches() ? parts.apply(number(year, 1)) : List.of();
    }

    private static int ordinal(String word, int last) {
        return switch (word) {
            case "first", "1st", "상반기" -> 1;
            case "second", "2nd", "하반기" -> 2;
            case "third" -> 3;
            case "fourth", "last" -> last;
            default -> Integer.parseInt(word);
        };
    }

    /** "10 June 2027", "June 10th, 2027", "2027년 6월 10일", and less than these: "June 2027", "10". */
    private static List<Parts> words(String text) {
        @Nullable Integer year = null;
        @Nullable Integer month = null;
        @Nullable Integer day = null;
        for (var word : text.replaceFirst("[.,]$", "").split("[ ,./-]+")) {
            var small = SMALL.matcher(word);
            var named = MONTH.matcher(word);
            if (word.equals("of") || word.equals("the") || word.isEmpty()) {
                continue;
            }
            if (named.matches() && month == null) {
                month = number(named, 1);
            } else if (YEAR.matcher(word).matches() && year == null) {
                year = wholeNumber(word);
            } else if (small.matches() && day == null) {
                day = number(small, 1);
            } else {
                return List.of();
            }
        }
        return year == null && month == null && day == null ? List.of() : List.of(new Parts(year, month, day));
    }

    private static String group(Matcher matcher, String... names) {
        return Arrays.stream(names)
                .map(matcher::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Integer number(Matcher matcher, int group) {
        return matcher.group(group) == null ? null : wholeNumber(matcher.group(group));
    }

    private static int wholeNumber(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
