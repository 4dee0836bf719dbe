package org.interurban.platform.web;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed of a text in its languages; the part {@code words} of the forms shows it.
 *
 * @param language in which the original is written
 * @param in translations by language
 */
public record Words(@Nullable String original, @Nullable String language, Map<String, String> in) {

    public static final Words NONE = new Words(null, null, null);

    public Words(@Nullable String original, @Nullable String language, @Nullable Map<String, String> in) {
        this.original = original;
        this.language = language;
        this.in = in == null ? Map.of() : in;
    }

    public static Words of(@Nullable LocalizedText text) {
        return text == null ? NONE : new Words(text.original(), text.language(), text.words());
    }

    public boolean isBlank() {
        return Typed.text(original).isEmpty();
    }

    /** The text that was typed, with what is known of the one before it; null where there is none. */
    public @Nullable LocalizedText text(@Nullable LocalizedText before) {
        if (isBlank()) {
            return null;
        }
        var known = before == null ? Map.<String, LocalizedText.Translation>of() : before.translations();
        var written = Objects.requireNonNullElseGet(
                Typed.textOrNull(language),
                () -> before == null ? "" : Objects.requireNonNullElse(before.language(), ""));
        return new LocalizedText(Typed.text(original), written.isEmpty() ? null : written, known)
                .edited(Typed.text(original), stripped(in));
    }

    private static Map<String, String> stripped(Map<String, String> typed) {
        var words = new TreeMap<String, String>();
        typed.forEach((language, text) -> words.put(language, Typed.text(text)));
        return words;
    }

    /** As a form that was overtaken compares and shows it. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(Typed.text(original)),
                        stripped(in).entrySet().stream()
                                .filter(words -> !words.getValue().isEmpty())
                                .map(words -> words.getKey() + ": " + words.getValue()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" / "));
    }
}
