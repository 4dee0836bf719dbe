package org.interurban.platform.sheets;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * An encoding that texts of some languages are saved in, where nothing in the file says which. It is weighed by what the file reads as:
 * whether words are spelt in letters of one language, whether known words are among them, and which countries the sheet names.
 */
record Encoding(Charset charset, List<String> languages) {

    /** Those that come first are likelier where nothing else tells them apart. A line of the file is an encoding and its languages. */
    static final List<Encoding> ALL = all();

    private static final Pattern CELL = Pattern.compile("[,;|\\t\\r\\n\"]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final int MOST_WORDS = 4000;

    private static List<Encoding> all() {
        try {
            return new ClassPathResource("reference/encodings.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(" ")))
                    .map(words -> new Encoding(Charset.forName(words.getFirst()), words.subList(1, words.size())))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** @param foreign the words among them that are not plain ASCII */
    private record Read(Set<String> cells, List<String> foreign, int signs) {}

    /** The likeliest for the bytes, which are no Unicode. */
    static Charset of(byte[] bytes) {
        var countries = languagesOfCountries(bytes);
        return ALL.stream()
                .max(Comparator.<Encoding>comparingDouble(encoding -> encoding.weigh(bytes, countries))
                        .thenComparing(encoding -> -ALL.indexOf(encoding)))
                .orElseThrow()
                .charset();
    }

    private double weigh(byte[] bytes, Set<String> ofCountries) {
        var text = decoded(bytes);
        if (text == null) {
            return -1;
        }
        var read = read(text);
        if (read.foreign().isEmpty()) {
            return read.signs() == 0 ? 1 : 0.1 / (1 + read.signs());
        }
        var alphabets = languages.stream().map(Encoding::alphabet).toList();
        var at = languages.stream().map(ofCountries::contains).toList();
        var plain = 0.0;
        for (var word : read.foreign()) {
            var best = 0.0;
            for (int i = 0; i < alphabets.size(); i++) {
                best = Math.max(best, spelt(word, alphabets.get(i)) * (at.get(i) ? 1.5 : 1));
            }
            plain += best;
        }
        var known = read.cells().stream().filter(Words.KNOWN::contains).count();
        var words = (double) read.foreign().size();
        return plain / words + Math.min(known, 4) * 0.5 - read.signs() / words / 2;
    }

    /** Null where the bytes are no text in this encoding. */
    private @Nullable String decoded(byte[] bytes) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var letters = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        var result = decoder.decode(ByteBuffer.wrap(bytes), letters, false); // the end may be half a letter
        return result.isError() ? null : letters.flip().toString();
    }

    private static Read read(String text) {
        var cells = new HashSet<String>();
        for (var cell : CELL.split(text)) {
            if (cell.length() <= 60) {
                cells.add(Likeness.fold(cell));
            }
        }
        var foreign = WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.chars().anyMatch(letter -> letter > 127))
                .limit(MOST_WORDS)
                .toList();
        var signs = (int) text.chars()
                .filter(letter -> letter > 127 && !Character.isLetter(letter) && !isUsual(letter))
                .count();
        return new Read(cells, foreign, signs);
    }

    private static boolean isUsual(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK
                || "\u00a0–—‘’“”„«»…°·•§€£²³ª º、。「」（）・，：；！？　～".indexOf(letter) >= 0;
    }

    /** The share of letters that the alphabet has, less where a capital stands behind a small letter; rare Han and Hangul are none. */
    private double spelt(String word, UnicodeSet alphabet) {
        var fitting = 0;
        var letters = word.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            var isOdd = i > 0 && Character.isUpperCase(letters[i]) && Character.isLowerCase(letters[i - 1]);
            var isIn =
                    letters[i] <= 127 || alphabet.contains(Character.toLowerCase(letters[i])) && isCommon(letters[i]);
            fitting += isIn && !isOdd ? 1 : 0;
        }
        var share = (double) fitting / letters.length;
        return share * share;
    }

    /** Of Han and Hangul the older character sets name the common ones first. */
    private boolean isCommon(int letter) {
        var script = Character.UnicodeScript.of(letter);
        if (script != Character.UnicodeScript.HAN && script != Character.UnicodeScript.HANGUL) {
            return true;
        }
        var level =
                switch (charset.name()) {
                    case "x-windows-949" -> new Level("EUC-KR", 0xB0, 0xC8);
                    case "windows-31j", "EUC-JP" -> new Level("EUC-JP", 0xB0, 0xCF);
                    case "GB18030" -> new Level("GB2312", 0xB0, 0xD7);
                    case "Big5" -> new Level("Big5", 0xA4, 0xC6);
                    default -> new Level("US-ASCII", 0, 0);
                };
        return level.has(letter);
    }

    private record Level(String charset, int first, int last) {
        boolean has(int letter) {
            try {
                var bytes = Charset.forName(charset).newEncoder().encode(CharBuffer.wrap(Character.toChars(letter)));
                var lead = bytes.get(0) & 0xFF;
                return bytes.remaining() == 2 && lead >= first && lead <= last;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }

    private static UnicodeSet alphabet(String language) {
        var locale = ULocale.forLanguageTag(language);
        var letters =
                switch (ULocale.addLikelySubtags(locale).getScript()) {
                    case "Jpan" -> new UnicodeSet("[[:Script=Han:][:Script=Hiragana:][\\u30a0-\\u30ff]々]");
                    case "Kore" -> new UnicodeSet("[[:Script=Han:][:Script=Hangul:]]");
                    case "Hans", "Hant" -> new UnicodeSet("[:Script=Han:]");
                    default -> new UnicodeSet(LocaleData.getExemplarSet(locale, 0, LocaleData.ES_STANDARD));
                };
        return letters.freeze();
    }

    /** The languages of the countries that the sheet names in English or by code, as far as that can be read in any encoding. */
    private static Set<String> languagesOfCountries(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.US_ASCII);
        var named = Stream.of(CELL.split(text)).map(String::strip).collect(Collectors.toSet());
        var languages = new HashSet<String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            if (named.contains(code)
                    || named.contains(country.getISO3Country())
                    || named.contains(country.getDisplayCountry(Locale.ENGLISH))) {
                var likely = ULocale.addLikelySubtags(ULocale.forLanguageTag("und-" + code));
                languages.add(likely.getLanguage());
                if (likely.getScript().equals("Hant")) {
                    languages.add("zh-Hant");
                }
            }
        }
        return languages;
    }

    /** What stands in sheets in many languages: headings, words for nothing and totals, names of countries and languages. */
    private static final class Words {

        static final Set<String> KNOWN = known();

        private static Set<String> known() {
            var words = new ArrayList<String>(Vocabulary.all());
            ALL.stream()
                    .flatMap(encoding -> encoding.languages().stream())
                    .distinct()
                    .forEach(language -> {
                        var locale = Locale.forLanguageTag(language);
                        for (var code : Locale.getISOCountries()) {
                            words.add(Locale.of("", code).getDisplayCountry(locale));
                        }
                    });
            return words.stream()
                    .filter(word -> word.chars().anyMatch(letter -> letter > 127))
                    .map(Likeness::fold)
                    .collect(Collectors.toSet());
        }
    }
}
