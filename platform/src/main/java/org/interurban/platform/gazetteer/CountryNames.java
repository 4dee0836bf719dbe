package org.interurban.platform.gazetteer;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.interurban.platform.sheets.Likeness;
import org.interurban.platform.sheets.NameIndex;
import org.springframework.core.io.ClassPathResource;

/**
 * What people write for a country: its codes, its names in the languages in which sheets come and in its own, those of the United
 * Nations, of ISO and of unions of states, those it had lately. The order of words, case, accents, articles and usual abbreviations
 * make no difference. What can mean two countries, such as Guinea or Korea alone, is asked.
 */
public final class CountryNames {

    /** What a text says. */
    public sealed interface Reading {
        record Meant(String code) implements Reading {}

        /** @param codes of the countries that can be meant, the likeliest first; one alone where it is likely and not certain */
        record OneOf(List<String> codes) implements Reading {}

        record Unread() implements Reading {}
    }

    private static final Pattern INITIALS = Pattern.compile("\\b(\\p{L})\\.\\s?(?=\\p{L}\\b)");
    private static final Pattern GENITIVE =
            Pattern.compile("(?i)['\u2018\u2019\u02bc]s\\b|\\b(?:[dl]|dell)['\u2018\u2019\u02bc]");
    private static final Pattern BRACKETS = Pattern.compile("(?<name>[^(\\[]*)[(\\[](?<inside>[^)\\]]*)[)\\]]\\s*");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,3}");

    /** Less alike than this is no misspelling. */
    private static final double ALIKE = 0.7;

    /** Longer than any name of a country is. */
    private static final int MOST_LETTERS = 200;

    private static final Set<String> SAYING_NOTHING = words(
            "the of and a de la le les el los las du des del d y et da do dos das e i und der die das di della delle"
                    + " lo gli formerly former previously ex anciennement ehemals antes officially");

    private static final Map<String, String> IN_FULL = Stream.of(
                    ("st=saint; ste=sainte; sts=states; rep=republic; rp=republic; dem=democratic; fed=federated;"
                                    + " is=islands; isl=islands; isles=islands; ppl=people; peoples=people; pdr=people democratic"
                                    + " republic; dpr=democratic people republic; dr=democratic republic; pr=people republic;"
                                    + " sr=socialist republic; sar=special administrative region")
                            .split("; "))
            .map(said -> said.split("="))
            .collect(Collectors.toMap(said -> said[0], said -> said[1]));

    /** What a state is, said beside its name: whoever leaves it out or says another means the same state. */
    private static final Set<String> KINDS_OF_STATE =
            words("republic republique republica repubblica republik republiek kingdom royaume reino regno konigreich"
                    + " koninkrijk state states etat etats estado estados stato staat staaten federal federale federation"
                    + " federacion federated federes federados foderation foderative foderierte federativa federative"
                    + " democratic democratique democratica demokratische people peuple populaire popular pueblo"
                    + " volksrepublik bundesrepublik socialist socialiste socialista sozialistische islamic islamique"
                    + " islamica islamische arab arabe arabische principality principaute principado furstentum"
                    + " commonwealth mancomunidad union vereinigung sultanate sultanat sultanato grand duchy duche gran"
                    + " ducado grossherzogtum independent independant independiente sovereign soberana soberano"
                    + " plurinational plurinacional plurinationaler bolivarian bolivarienne bolivariana bolivarische"
                    + " hashemite hachemite hachemita haschemitisches co operative cooperative cooperativa kooperative"
                    + " emirate emirat emirato territory territoire territorio gebiet bailiwick bailliage bailia vogtei"
                    + " collectivity collectivite colectividad gebietskorperschaft country land pays pais part department"
                    + " departement departamento 공화국 왕국 연방 연합 이슬람 아랍");

    private static final Set<String> ISLANDS = words("islands island islas isla iles ile inseln insel 제도 섬");

    /** The same in scripts without spaces between words. */
    private static final Pattern KIND_BEHIND =
            Pattern.compile("(?:民主|人民|社会主義|社会主义|イスラム|アラブ|伊斯兰|阿拉伯|連合|联合|連邦|联邦|共和国|共和國|王国|王國|・|(?<=[ァ-ヶー])国)+$");

    private static final CountryNames ALL = new CountryNames();

    private final Map<String, Set<String>> said = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> shown = new LinkedHashMap<>();

    private CountryNames() {
        var names = new HashMap<String, Set<String>>();
        for (var line : lines("countries.csv")) {
            codes.put(line.get("alpha2"), line.get("alpha2"));
            codes.put(line.get("alpha3"), line.get("alpha2"));
            shown.put(line.get("alpha2"), line.get("name"));
        }
        lines("country-names.csv").forEach(this::listed);
        languages().forEach(language -> shown.keySet().forEach(code -> {
            add(names, language.names().regionDisplayName(code), code);
            add(names, language.shortNames().regionDisplayName(code), code);
        }));
        shown.forEach((code, name) -> add(names, name, code));
        settle(names);
        settle(own());
        settle(withoutIslands());
    }

    /** A text that nobody would call a name of a country is unread. */
    public static Reading read(String text) {
        return ALL.reading(text);
    }

    /** What to write so that this country is meant: its name in English, with its code where the name alone is not certain. */
    public static String certain(String code) {
        var name = ALL.shown.getOrDefault(code, code);
        return read(name).equals(new Reading.Meant(code)) ? name : name + " (" + code + ")";
    }

    /** What may be meant by a name that is spelt much like these, best first, as {@link #certain} writes it. */
    public static List<String> alike(String text) {
        var words = key(text.substring(0, Math.min(text.length(), MOST_LETTERS)));
        return Alike.NAMES.alike(String.join(" ", words), ALIKE).stream()
                .map(CountryNames::certain)
                .toList();
    }

    private Reading reading(String text) {
        if (text.length() > MOST_LETTERS) {
            return new Reading.Unread();
        }
        var plain = text.strip();
        var whole = whole(plain);
        var coded = CODE.matcher(plain).matches() ? codes.get(plain.toUpperCase(Locale.ROOT)) : null;
        if (coded != null) {
            return plain.equals(plain.toUpperCase(Locale.ROOT)) ? new Reading.Meant(coded) : either(coded, whole);
        }
        return whole instanceof Reading.Unread ? inParts(plain) : whole;
    }

    /** What is written as a word can be a code or a name of another country. */
    private static Reading either(String coded, Reading named) {
        var all = new LinkedHashSet<>(codes(named));
        all.add(coded);
        return of(all);
    }

    private Reading whole(String text) {
        var words = key(text);
        var meant = said.get(String.join(" ", words));
        if (meant == null) {
            words.removeAll(KINDS_OF_STATE);
            meant = said.get(KIND_BEHIND.matcher(String.join(" ", words)).replaceAll(""));
        }
        if (meant == null) {
            words.removeAll(ISLANDS);
            meant = said.get(String.join(" ", words));
        }
        return meant == null ? new Reading.Unread() : of(meant);
    }

    private static Reading of(Set<String> meant) {
        return meant.size() == 1 ? new Reading.Meant(meant.iterator().next()) : new Reading.OneOf(List.copyOf(meant));
    }

    /** A name with a code or another name in brackets or after a stroke: both say the same country, or it is asked. */
    private Reading inParts(String text) {
        var brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            return both(reading(brackets.group("name")), reading(brackets.group("inside")));
        }
        var stroke = text.indexOf('/');
        return stroke > 0 && stroke == text.lastIndexOf('/')
                ? both(reading(text.substring(0, stroke)), reading(text.substring(stroke + 1)))
                : new Reading.Unread();
    }

    private static Reading both(Reading name, Reading other) {
        var first = codes(name);
        var second = codes(other);
        if (first.isEmpty()) {
            return new Reading.Unread();
        }
        var common = first.stream().filter(second::contains).toList();
        return common.size() == 1
                ? new Reading.Meant(common.getFirst())
                : new Reading.OneOf(common.isEmpty() ? first : common);
    }

    private static List<String> codes(Reading reading) {
        return switch (reading) {
            case Reading.Meant(var code) -> List.of(code);
            case Reading.OneOf(var codes) -> codes;
            case Reading.Unread() -> List.of();
        };
    }

    private void listed(CSVRecord line) {
        var meant = List.of(line.get("codes").split(";"));
        for (var name : line.get("names").split("\\|")) {
            var plain = name.strip();
            if (meant.size() == 1 && CODE.matcher(plain).matches() && plain.equals(plain.toUpperCase(Locale.ROOT))) {
                codes.putIfAbsent(plain, meant.getFirst());
            }
            said.put(String.join(" ", key(plain)), new LinkedHashSet<>(meant));
        }
    }

    private static void add(Map<String, Set<String>> names, String name, String code) {
        var words = key(name);
        if (!words.isEmpty() && !name.equals(code)) {
            names.computeIfAbsent(String.join(" ", words), key -> new TreeSet<>())
                    .add(code);
        }
    }

    /** What is said already stays. */
    private void settle(Map<String, Set<String>> names) {
        names.forEach(said::putIfAbsent);
    }

    /** Each country as those call it who live there, in every language that is spoken in it. */
    private Map<String, Set<String>> own() {
        var names = new HashMap<String, Set<String>>();
        var languages = new HashMap<ULocale, LocaleDisplayNames>();
        for (var locale : ULocale.getAvailableLocales()) {
            if (shown.containsKey(locale.getCountry())) {
                var language = new ULocale(locale.getLanguage(), locale.getScript(), "");
                add(
                        names,
                        languages
                                .computeIfAbsent(language, LocaleDisplayNames::getInstance)
                                .regionDisplayName(locale.getCountry()),
                        locale.getCountry());
            }
        }
        return names;
    }

    /** Marshall for the Marshall Islands; not so for names that are no more than a syllable then. */
    private Map<String, Set<String>> withoutIslands() {
        var names = new HashMap<String, Set<String>>();
        said.forEach((name, meant) -> {
            var words = new TreeSet<>(List.of(name.split(" ")));
            if (words.removeAll(ISLANDS) && words.stream().anyMatch(word -> word.length() > 3)) {
                names.computeIfAbsent(String.join(" ", words), key -> new TreeSet<>())
                        .addAll(meant);
            }
        });
        return names;
    }

    private static SortedSet<String> key(String name) {
        var text = GENITIVE.matcher(INITIALS.matcher(name).replaceAll("$1")).replaceAll("");
        var words = new TreeSet<String>();
        for (var word : plain(text).split(" ")) {
            words.addAll(List.of(IN_FULL.getOrDefault(word, word).split(" ")));
        }
        words.remove("");
        var telling = new TreeSet<>(words);
        telling.removeAll(SAYING_NOTHING);
        return telling.isEmpty() ? words : telling;
    }

    private static String plain(String text) {
        return Normalizer.normalize(Likeness.fold(text), Normalizer.Form.NFC);
    }

    private static Set<String> words(String words) {
        return Arrays.stream(words.split(" ")).collect(Collectors.toSet());
    }

    /** Made when the first name is unknown. */
    private static final class Alike {

        static final NameIndex NAMES = new NameIndex();

        static {
            ALL.said.forEach((name, meant) -> meant.forEach(code -> NAMES.add(name, code)));
        }

        private Alike() {}
    }

    /** A language that names all countries. */
    private record Language(LocaleDisplayNames names, LocaleDisplayNames shortNames) {

        static Language of(String tag) {
            var locale = ULocale.forLanguageTag(tag);
            return new Language(
                    LocaleDisplayNames.getInstance(locale),
                    LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT));
        }
    }

    /** Those in which sheets name countries: a list that a network can add to without touching the code. */
    private static List<Language> languages() {
        try {
            return file("languages-of-sheets.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(Language::of)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<CSVRecord> lines(String name) {
        return ReferenceData.read(file(name));
    }

    private static ClassPathResource file(String name) {
        return new ClassPathResource("reference/" + name);
    }
}
