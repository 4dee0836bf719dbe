package org.interurban.platform.sheets;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What people write above the columns of sheets, for the values of choices, for nothing and for totals: a file for each language,
 * {@code reference/sheets/<language>.properties}, that a network can add to. Its keys are {@code <target>.<field>},
 * {@code <target>.<field>.<value>}, {@code nothing}, {@code total}, {@code note} for what begins a note on the sheet, and {@code around}
 * for what stands before or behind the name of a city, or ends its word where it begins with a hyphen; what stands between semicolons
 * is one word.
 */
public final class Vocabulary {

    private static final String FILES = "classpath*:reference/sheets/*.properties";

    /** Dashes, dots and question marks alone; any other sign says something. */
    private static final Pattern ONLY_SIGNS = Pattern.compile("[\\p{Pd}−ー~?？¿.…·・_/\\s]{1,6}");

    private static final Pattern NUMBER = Pattern.compile("[\\p{Sc}≈~±+-]*[\\d\\s.,'’%]+[\\p{Sc}%]*");

    private static final Vocabulary OF_ALL_LANGUAGES = read();

    private final Map<String, List<String>> words;
    private final Set<String> nothing = new HashSet<>();
    private final Set<String> totals = new HashSet<>();
    private final Set<String> notes = new HashSet<>();

    private Vocabulary(Map<String, List<String>> words) {
        this.words = words;
        words.getOrDefault("note", List.of()).forEach(word -> notes.add(Likeness.fold(word)));
        words.getOrDefault("nothing", List.of()).forEach(word -> nothing.add(plain(word)));
        words.getOrDefault("total", List.of()).forEach(word -> totals.add(Likeness.fold(word)));
    }

    private static Vocabulary read() {
        var words = new HashMap<String, List<String>>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                var ofLanguage = new Properties();
                try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    ofLanguage.load(in);
                }
                ofLanguage
                        .stringPropertyNames()
                        .forEach(key ->
                                words.merge(key, split(ofLanguage.getProperty(key)), (some, more) -> Stream.concat(
                                                some.stream(), more.stream())
                                        .distinct()
                                        .toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Vocabulary(words);
    }

    private static List<String> split(String said) {
        return Arrays.stream(said.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What is written, in any language, for what has this key. */
    public static List<String> of(String key) {
        return OF_ALL_LANGUAGES.words.getOrDefault(key, List.of());
    }

    /** What people write above a column that holds the field. */
    static List<String> headings(String target, String field) {
        return of(target + "." + field);
    }

    /** Every word of every language. */
    static List<String> all() {
        return OF_ALL_LANGUAGES.words.values().stream().flatMap(List::stream).toList();
    }

    /** What people write for the values of a choice, and the value each stands for; the values themselves are among them. */
    public static Map<String, String> values(String target, String field, List<String> values) {
        var meant = new LinkedHashMap<String, String>();
        for (var value : values) {
            meant.put(value, value);
            of("%s.%s.%s".formatted(target, field, value)).forEach(word -> meant.putIfAbsent(word, value));
        }
        return meant;
    }

    /** Whether the cell says in words that there is nothing to say. */
    static boolean isNothing(String cell) {
        return ONLY_SIGNS.matcher(cell).matches() || OF_ALL_LANGUAGES.nothing.contains(plain(cell));
    }

    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[.\\s()\\[\\]]+", "");
    }

    /** Whether a row of several columns holds nothing but a note on the sheet: one that begins with a star, or with a word for notes. */
    static boolean isNote(List<String> cells) {
        var filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() == 1
                && (filled.getFirst().matches("[*†‡※].*")
                        || OF_ALL_LANGUAGES.notes.contains(
                                        Likeness.fold(filled.getFirst().replaceFirst("[:：].*", "")))
                                && filled.getFirst().matches(".+[:：].*"));
    }

    /** Whether the row adds up others: it says so, and there is nothing else in it but numbers. */
    static boolean isTotal(List<String> cells) {
        var words = cells.stream()
                .filter(cell -> !cell.isBlank() && !NUMBER.matcher(cell).matches())
                .toList();
        return !words.isEmpty() && words.stream().allMatch(Vocabulary::isTotal);
    }

    private static boolean isTotal(String cell) {
        var folded = Likeness.fold(cell);
        return OF_ALL_LANGUAGES.totals.stream()
                .anyMatch(word -> folded.equals(word) || folded.startsWith(word + " ") || folded.endsWith(" " + word));
    }
}
