package org.interurban.platform.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.interurban.platform.sheets.Likeness;
import org.interurban.platform.sheets.NameIndex;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget.Reading;
import org.interurban.platform.sheets.SheetTarget.Repeat;
import org.interurban.platform.sheets.Vocabulary;

/** What the columns of a sheet of contacts hold. */
final class ContactWords {

    /** As a form offers them. */
    static final List<String> DUTIES_IN_ORDER =
            List.of("focal-point", "deputy", "secretariat", "interpreter", "stakeholder", "public-office", "other");

    /** What a post is for. */
    static final Set<String> DUTY_CODES = Set.copyOf(DUTIES_IN_ORDER);

    private static final Map<String, String> DUTIES = Vocabulary.values("contacts", "duty", DUTIES_IN_ORDER);

    private static final Map<String, String> LANGUAGES = languages();

    /** As languages call themselves, to be asked for those that are spelt alike. */
    private static final NameIndex NAMES = names();

    /** Every language of two letters, by its codes of two and three, its own name and its English one. */
    private static Map<String, String> languages() {
        var words = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            if (code.length() == 2) {
                var language = Locale.of(code);
                words.put(code, code);
                words.putIfAbsent(Likeness.fold(language.getDisplayLanguage(Locale.ENGLISH)), code);
                words.putIfAbsent(Likeness.fold(language.getDisplayLanguage(language)), code);
                words.putIfAbsent(language.getISO3Language(), code);
            }
        }
        return words;
    }

    private static NameIndex names() {
        var names = new NameIndex();
        Set.copyOf(LANGUAGES.values()).stream().sorted().forEach(code -> {
            names.add(Locale.of(code).getDisplayLanguage(Locale.ENGLISH), code);
            names.add(own(code), code);
        });
        return names;
    }

    private static String own(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.of(code));
    }

    /** A language by any name or tag; of several one is asked for. */
    private static Reading language(String cell) {
        var pieces = Arrays.stream(cell.replaceAll("[(（\\[].*", "").split("[,;/&\\n]"))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
        var known = pieces.stream()
                .map(ContactWords::code)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (known.size() == 1 && pieces.stream().allMatch(piece -> code(piece).isPresent())) {
            return new Reading.Value(known.getFirst());
        }
        return known.isEmpty()
                ? new Reading.Unfit(
                        "unknown-language",
                        "English, 한국어",
                        NAMES.alike(cell).stream()
                                .map(alike -> own(alike.record()))
                                .toList())
                : new Reading.Unfit(
                        "which-language",
                        "",
                        known.stream().map(ContactWords::own).toList());
    }

    private static Optional<String> code(String word) {
        return Stream.of(
                        Likeness.fold(word),
                        Locale.forLanguageTag(word.replace('_', '-')).getLanguage())
                .flatMap(language -> Stream.ofNullable(LANGUAGES.get(language)))
                .findFirst();
    }

    static final List<SheetField> FIELDS = List.of(
            SheetField.text("organisation", 200).asRequired(),
            SheetField.text("name", 200).asRequired(),
            SheetField.text("title", 200).asRequired(),
            SheetField.choice("duty", DUTIES),
            SheetField.email("email"),
            SheetField.text("telephone", Contact.TELEPHONE_LENGTH),
            SheetField.read("language", ContactWords::language),
            SheetField.text("salutation", Contact.WORDS_LENGTH));

    static final List<SheetField> PIECES =
            List.of(SheetField.text(SheetField.family("name"), 100), SheetField.text(SheetField.given("name"), 100));

    /** A body that has several contacts in one row: all but the body stands there again for each. */
    static final List<Repeat> REPEATS = Stream.concat(FIELDS.stream(), PIECES.stream())
            .filter(field -> !field.name().equals("organisation"))
            .map(Repeat::together)
            .toList();

    private ContactWords() {}
}
