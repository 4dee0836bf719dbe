package org.interurban.platform.people;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.interurban.platform.sheets.SheetField;
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

    /** Every language of two letters, by its codes of two and three, its own name and its English one, and as it is used somewhere. */
    private static Map<String, String> languages() {
        var words = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            if (code.length() == 2) {
                var language = Locale.of(code);
                words.put(code, code);
                words.putIfAbsent(language.getDisplayLanguage(Locale.ENGLISH), code);
                words.putIfAbsent(language.getDisplayLanguage(language), code);
                words.putIfAbsent(language.getISO3Language(), code);
            }
        }
        Stream.of(Locale.getAvailableLocales())
                .filter(locale -> locale.getLanguage().length() == 2)
                .forEach(locale -> words.putIfAbsent(locale.toLanguageTag(), locale.getLanguage()));
        return words;
    }

    static final List<SheetField> FIELDS = List.of(
            SheetField.text("organisation", 200).asRequired(),
            SheetField.text("name", 200).asRequired(),
            SheetField.text("title", 200).asRequired(),
            SheetField.choice("duty", DUTIES),
            SheetField.email("email"),
            SheetField.text("telephone", Contact.TELEPHONE_LENGTH),
            SheetField.choice("language", LANGUAGES),
            SheetField.text("salutation", Contact.WORDS_LENGTH));

    /** A body that has several contacts in one row: all but the body stands there again for each. */
    static final List<Repeat> REPEATS = FIELDS.stream()
            .filter(field -> !field.name().equals("organisation"))
            .map(Repeat::together)
            .toList();

    private ContactWords() {}
}
