package org.interurban.platform.shared;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interurban.platform.shared.Quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers as people write them: with marks between thousands, words for thousands, millions and ten thousands, and for how
 * exactly they are known: {@code ca. 848 000}, {@code 0,66 Mio}, {@code 85만 3천}. What can be two numbers is both.
 */
public final class NumberReading {

    private static final int MOST_LETTERS = 80;

    /** Digits alone, or in groups of which there is no other reading. */
    private static final Pattern PLAIN = Pattern.compile(
            "\\d+|\\d{1,2}(?:,\\d{2})+,\\d{3}|[1-9]\\d{0,2}(?<mark>[,.'’ _])\\d{3}(?:\\k<mark>\\d{3})*");

    private static final Pattern FRACTION =
            Pattern.compile("(?<whole>\\d+|\\d{1,3}(?:[., '’]\\d{3})+)[.,](?<part>\\d+)");
    private static final Pattern PIECE = Pattern.compile(
            "(?<number>[\\d][\\d.,'’ _]*?)\\s*(?:(?<word>\\p{L}[\\p{L}\\p{M}]*\\.?)(?=\\s|\\d|$)|(?=\\s|$))\\s*");
    private static final Pattern RANGE = Pattern.compile(
            "(?<low>.*\\d.*?)\\s*(?:-|–|—|~| to | bis | à | a | hasta | do | sampai )\\s*(?<high>.*\\d.*)");

    /** Of when the number is, in brackets behind it. */
    private static final Pattern YEAR = Pattern.compile("(?<=.) ?[(\\[][^\\d()\\[\\]]{0,20}(?:19|20)\\d\\d[)\\]]$");

    private static final Map<String, Long> TIMES = times();

    private static final Pattern NUMERAL = Pattern.compile("\\d(?:[\\d.,'’ _]*\\d)?");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    /** A thousand or a million in digits, where it is no year: in brackets, behind a sign of times or a word for it. */
    private static final Pattern IN_DIGITS =
            Pattern.compile("(?:[(\\[]\\s*|[x×*'’/]\\s*|\\b(?:in|à|en)\\s)(?<number>1?(?:[., '’]?000){1,2})s?(?!\\d)"
                    + "|\\b(?<plural>1?(?:[., '’]?000){1,2})s\\b");

    /** Words that stand for numbers above columns alone, the likeliest number of each; what else they can stand for is ones. */
    private static final Map<String, Long> PERHAPS = Map.of("m", 1_000_000L, "mil", 1_000L, "t", 1_000L);

    private static final List<String> ABOUT = longestFirst(
            "ca. ca circa c. about around approx. approx approximately roughly ~ ≈ ± +/- etwa rund ungefähr zirka env."
                    + " env environ aprox. aprox aproximadamente alrededor_de cerca_de unos unas ok. około khoảng sekitar"
                    + " kira-kira kurang_lebih 약 约 約 大约 大約 およそ około asi cca. cca приблизно около প্রায় लगभग करीब");
    private static final List<String> ABOUT_BEHIND = longestFirst("정도 가량 左右 approx. approx ca. circa ~");
    private static final List<String> MORE_THAN = longestFirst(
            "> over more_than mehr_als über plus_de más_de mas_de mais_de ponad więcej_niż trên lebih_dari 超过 超過 oltre"
                    + " più_di");
    private static final List<String> MORE_THAN_BEHIND = longestFirst("초과");
    private static final List<String> AT_LEAST = longestFirst(
            "≥ >= at_least min. mindestens au_moins al_menos pelo_menos co_najmniej ít_nhất setidaknya 至少 최소 almeno");
    private static final List<String> AT_LEAST_BEHIND = longestFirst("+ 이상 以上");
    private static final List<String> PEOPLE =
            longestFirst("inhabitants inhabitant people persons residents pop. pop population einwohner ew. ew"
                    + " habitants hab. hab habitantes mieszkańców osób abitanti inwoners invånare asukasta người penduduk"
                    + " jiwa orang 명 인 人 口 名 জন citizens citizen capita");

    private NumberReading() {}

    /** The numbers that can be meant, the likeliest first; none where it is no number, or one outside of the limits. */
    public static List<Quantity> of(String written, long least, long most) {
        if (written.length() > MOST_LETTERS) {
            return List.of();
        }
        var text = plain(written);
        return (text.isEmpty() ? Stream.<Quantity>of() : quantities(text).stream())
                .filter(quantity -> isWithin(quantity.low(), least, most))
                .filter(quantity -> quantity.high() == null || isWithin(quantity.high(), least, most))
                .distinct()
                .toList();
    }

    /**
     * A cell as it would be written below a heading that does not say what is counted: 120 below "Population (thousands)" is
     * "120 thousand". What the heading can be said to count in two ways is both.
     */
    public static List<String> counted(String heading, String cell) {
        var above = plain(heading);
        var said = inDigits(above);
        if (said == 0) {
            said = words(above)
                    .map(NumberReading::timesOf)
                    .filter(times -> times > 1)
                    .findFirst()
                    .orElse(1L);
        }
        var perhaps = words(above)
                .skip(1)
                .filter(PERHAPS::containsKey)
                .map(PERHAPS::get)
                .findFirst()
                .orElse(1L);
        if (words(plain(cell)).anyMatch(word -> timesOf(word) > 1)) {
            return List.of(cell);
        }
        return said > 1
                ? List.of(counted(said, cell))
                : perhaps > 1 ? List.of(cell, counted(perhaps, cell)) : List.of(cell);
    }

    private static String counted(long times, String cell) {
        var word = TIMES.entrySet().stream()
                .filter(entry -> entry.getValue() == times)
                .map(Map.Entry::getKey)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return NUMERAL.matcher(plain(cell)).replaceAll("$0 " + word);
    }

    private static long inDigits(String heading) {
        var found = IN_DIGITS.matcher(heading);
        if (!found.find()) {
            return 0;
        }
        var number = Objects.requireNonNullElse(found.group("number"), found.group("plural"));
        return digits(number).replaceFirst("^1", "").length() > 3 ? 1_000_000 : 1_000;
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    /** With or without who is counted behind it, as in 천명. */
    private static long timesOf(String word) {
        return Stream.of(word, withoutPeople(word))
                .filter(one -> one.length() > 1
                        || !Character.UnicodeScript.of(one.codePointAt(0)).equals(Character.UnicodeScript.LATIN)
                        || one.equals("k"))
                .mapToLong(one -> TIMES.getOrDefault(one, 1L))
                .max()
                .orElse(1);
    }

    private static boolean isWithin(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static List<Quantity> quantities(String text) {
        for (var said : List.of(
                new Said(Qualifier.AT_LEAST, AT_LEAST, AT_LEAST_BEHIND),
                new Said(Qualifier.MORE_THAN, MORE_THAN, MORE_THAN_BEHIND),
                new Said(Qualifier.ABOUT, ABOUT, ABOUT_BEHIND))) {
            var rest = said.without(text);
            if (rest != null) {
                return numbers(rest).stream()
                        .map(number -> new Quantity(number, null, said.qualifier(), null))
                        .toList();
            }
        }
        var exact = numbers(text);
        return exact.isEmpty()
                ? range(text)
                : exact.stream()
                        .map(number -> new Quantity(number, null, Qualifier.EXACT, null))
                        .toList();
    }

    /** How exactly a number is known, by the words in front of it or behind it. */
    private record Said(Qualifier qualifier, List<String> before, List<String> behind) {

        @Nullable
        String without(String text) {
            for (var word : before) {
                if (text.startsWith(word) && isApart(word, text.substring(word.length()))) {
                    return text.substring(word.length()).strip();
                }
            }
            for (var word : behind) {
                if (text.endsWith(word) && text.length() > word.length()) {
                    return text.substring(0, text.length() - word.length()).strip();
                }
            }
            return null;
        }

        private static boolean isApart(String word, String rest) {
            return !rest.isEmpty()
                    && !(Character.isLetter(rest.charAt(0)) && Character.isLetter(word.charAt(word.length() - 1)));
        }
    }

    private static List<Quantity> range(String text) {
        var ends = RANGE.matcher(text);
        if (!ends.matches() || hasWords(ends.group("low")) != hasWords(ends.group("high"))) {
            return List.of();
        }
        var low = numbers(ends.group("low"));
        var high = numbers(ends.group("high"));
        return low.size() == 1 && high.size() == 1 && low.getFirst().compareTo(high.getFirst()) < 0
                ? List.of(new Quantity(low.getFirst(), high.getFirst(), Qualifier.RANGE, null))
                : List.of();
    }

    private static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /** Pieces such as 85만 3천 are added up where each is a smaller kind of number than the one before. */
    private static List<BigDecimal> numbers(String given) {
        var text = withoutPeople(given);
        if (PLAIN.matcher(text).matches()) {
            return List.of(new BigDecimal(digits(text)));
        }
        var pieces = PIECE.matcher(text);
        var sums = List.of(BigDecimal.ZERO);
        var before = Long.MAX_VALUE;
        var end = 0;
        while (pieces.find() && pieces.start() == end) {
            var word = Objects.requireNonNullElse(pieces.group("word"), "");
            var times = TIMES.get(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
            if (times == null || times >= before) {
                return List.of();
            }
            var meant = times(pieces.group("number").strip(), times);
            sums = sums.stream().flatMap(sum -> meant.stream().map(sum::add)).toList();
            before = times;
            end = pieces.end();
        }
        return end == text.length() && end > 0
                ? sums.stream()
                        .filter(NumberReading::isWhole)
                        .map(sum -> sum.setScale(0))
                        .toList()
                : List.of();
    }

    private static List<BigDecimal> times(String number, long times) {
        var all = new LinkedHashSet<BigDecimal>();
        var fraction = FRACTION.matcher(number);
        if (fraction.matches() && isOneMark(number, fraction)) {
            all.add(new BigDecimal(digits(fraction.group("whole")) + "." + fraction.group("part")));
        }
        if (PLAIN.matcher(number).matches()) {
            all.add(new BigDecimal(digits(number)));
        }
        return all.stream().map(one -> one.multiply(BigDecimal.valueOf(times))).toList();
    }

    /** A mark between thousands is no mark before a fraction: 1.234.567 has none, 1.234.567,0 has. */
    private static boolean isOneMark(String number, Matcher fraction) {
        var mark = number.charAt(fraction.end("whole"));
        return fraction.group("whole").indexOf(mark) < 0;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static String withoutPeople(String text) {
        for (var word : PEOPLE) {
            if (text.endsWith(word) && text.length() > word.length()) {
                var before = text.substring(0, text.length() - word.length());
                var last = before.charAt(before.length() - 1);
                if (!Character.isLetter(word.charAt(0)) || !Character.isLetter(last) || word.length() == 1) {
                    return before.strip();
                }
            }
        }
        return text;
    }

    /** In small letters and digits of ASCII, without what is not seen, with one space where there are spaces of any kind. */
    private static String plain(String written) {
        var text = new StringBuilder();
        Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> !UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .map(point -> UCharacter.isUWhiteSpace(point) ? ' ' : point)
                .forEach(text::appendCodePoint);
        return YEAR.matcher(text.toString().replaceAll(" +", " ").strip()).replaceFirst("");
    }

    private static List<String> longestFirst(String words) {
        return Stream.of(words.split(" "))
                .map(word -> Normalizer.normalize(word.replace('_', ' '), Normalizer.Form.NFKC))
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    /** The number for which a word stands; those that stand for two in different languages, such as mil, are left out. */
    private static Map<String, Long> times() {
        var times = new TreeMap<String, Long>();
        times.put("", 1L);
        say(
                times,
                1_000,
                "k thousand thousands thsd tsd tausend tys tysięcy tis tysiącach ribu ribuan rb nghìn ngàn тыс тысяч"
                        + " тысячах milliers miles milhares migliaia tausenden duizend duizenden tusental 千 천 พัน tuhatta"
                        + " tusen mille হাজার हजार");
        say(times, 10_000, "万 萬 만");
        say(times, 100_000, "lakh lakhs lac लाख লাখ লক্ষ แสน");
        say(
                times,
                1_000_000,
                "m mn mln mio million millions millionen millón millones milhão milhões milione milioni miljoen"
                        + " miljoon miljoner miljonit milionach milion milionów milionu miliony juta jt triệu млн миллион"
                        + " миллиона миллионах миллионов ล้าน 백만 百万 百萬 millió");
        say(times, 10_000_000, "crore crores करोड़ কোটি 천만 千万");
        say(times, 100_000_000, "亿 億 억");
        return times;
    }

    private static void say(Map<String, Long> times, long number, String words) {
        Stream.of(words.split(" "))
                .forEach(word -> times.put(Normalizer.normalize(word, Normalizer.Form.NFKC), number));
    }
}
