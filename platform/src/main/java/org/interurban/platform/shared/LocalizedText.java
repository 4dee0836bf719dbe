package org.interurban.platform.shared;

import java.util.Locale;
import java.util.Map;

/** A text in the language it was written in, with its translations, each knowing who made it and from which wording. */
public record LocalizedText(String original, Map<String, Translation> translations) {

    public enum Origin {
        PERSON,
        MACHINE
    }

    /** @param of hash of the original it was made from; a different one now means the translation is out of date */
    public record Translation(String text, Origin origin, int of) {}

    public LocalizedText {
        translations = Map.copyOf(translations);
    }

    public static LocalizedText of(String original) {
        return new LocalizedText(original, Map.of());
    }

    /** Translations made by people, as the columns named {@code …_translations} keep them. */
    public static String stored(Map<String, String> byLanguage) {
        var kept = new java.util.TreeMap<String, Map<String, String>>();
        byLanguage.forEach((language, text) -> kept.put(language, Map.of("text", text, "origin", "person")));
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(kept);
    }

    public String in(Locale locale) {
        var translation = translations.get(locale.getLanguage());
        return translation == null ? original : translation.text();
    }

    public LocalizedText with(Locale locale, String text, Origin origin) {
        var all = new java.util.HashMap<>(translations);
        all.put(locale.getLanguage(), new Translation(text, origin, original.hashCode()));
        return new LocalizedText(original, all);
    }

    public boolean isOutOfDate(Locale locale) {
        var translation = translations.get(locale.getLanguage());
        return translation != null && translation.of() != original.hashCode();
    }
}
