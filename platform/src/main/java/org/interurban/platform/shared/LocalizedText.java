package org.interurban.platform.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Words of people: as they were written, and their translations, each knowing who made it and from which wording.
 *
 * @param language tag of the language it was written in, null where nobody said
 * @param translations by language tag; never one in the language of the original
 */
public record LocalizedText(String original, @Nullable String language, Map<String, Translation> translations) {

    public enum Origin implements Coded {
        PERSON,
        MACHINE,
        DOCUMENT
    }

    /** @param of the wording it was made from, as {@link #version} tells it; null where nobody knows */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Translation(
            String text, Origin origin, @Nullable String of) {

        public Translation {
            if (text.isBlank()) {
                throw new IllegalArgumentException("A translation has words");
            }
        }
    }

    /** What a reader is shown, and the language it is in, which a page states where it is not its own. */
    public record Shown(String text, @Nullable String language) {}

    public LocalizedText {
        var others = new TreeMap<>(translations);
        if (language != null) {
            others.remove(language);
        }
        translations = Collections.unmodifiableMap(others);
    }

    public static LocalizedText of(String original) {
        return new LocalizedText(original, null, Map.of());
    }

    public static LocalizedText of(String original, String language) {
        return new LocalizedText(original, language, Map.of());
    }

    /** Translations made by people, as the columns named {@code …_translations} keep them. */
    public static String stored(Map<String, String> byLanguage) {
        return stored(byLanguage, null);
    }

    /** @param writtenIn the language of the original, null where nobody said */
    public static String stored(Map<String, String> byLanguage, @Nullable String writtenIn) {
        var kept = new TreeMap<String, Map<String, String>>();
        if (writtenIn != null) {
            kept.put("original", Map.of("language", writtenIn));
        }
        byLanguage.forEach((language, text) -> kept.put(language, Map.of("text", text, "origin", "person")));
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(kept);
    }

    /** In the reader's language, else as it was written. */
    public String in(Locale locale) {
        return shown(locale).text();
    }

    public Shown shown(Locale locale) {
        return Optional.ofNullable(translations.get(locale.getLanguage()))
                .map(translation -> new Shown(translation.text(), locale.getLanguage()))
                .orElseGet(() -> new Shown(original, language));
    }

    /** With another wording of the original; translations keep the version they were made from, and so are out of date. */
    public LocalizedText reworded(String wording) {
        return new LocalizedText(wording, language, translations);
    }

    /** With a translation made from the present wording; one that says the same stays as it is, blank words take it away. */
    public LocalizedText with(String language, @Nullable String text, Origin origin) {
        var all = new TreeMap<>(translations);
        var before = all.get(language);
        if (text == null || text.isBlank()) {
            all.remove(language);
        } else if (before == null || !before.text().equals(text)) {
            all.put(language, new Translation(text, origin, version()));
        }
        return new LocalizedText(original, this.language, all);
    }

    /** As people filled it in: one wording, and the translations they gave for some languages. */
    public LocalizedText edited(String wording, Map<String, String> words) {
        var edited = reworded(wording);
        for (var word : words.entrySet()) {
            edited = edited.with(word.getKey(), word.getValue(), Origin.PERSON);
        }
        return edited;
    }

    /** The words of each translation, for a form. */
    public Map<String, String> words() {
        var words = new TreeMap<String, String>();
        translations.forEach((language, translation) -> words.put(language, translation.text()));
        return words;
    }

    /** Whether the translation was made from another wording than the present one. */
    public boolean isOutOfDate(String language) {
        return Optional.ofNullable(translations.get(language))
                .map(Translation::of)
                .filter(of -> !of.equals(version()))
                .isPresent();
    }

    /** Tells wordings apart; short, stable, and the same everywhere. */
    public String version() {
        return Integer.toHexString(original.hashCode());
    }
}
