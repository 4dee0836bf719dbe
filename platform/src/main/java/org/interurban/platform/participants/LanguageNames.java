package org.interurban.platform.participants;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Languages as people write them: by their names, in any of the languages of the pages or their own, or as tags. */
final class LanguageNames {

    private static final Map<String, String> TAGS = read();

    private LanguageNames() {}

    private static Map<String, String> read() {
        var tags = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.forLanguageTag(code);
            for (var reader :
                    List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.KOREAN, Locale.of("es"), language)) {
                tags.putIfAbsent(key(language.getDisplayLanguage(reader)), language.toLanguageTag());
            }
            tags.put(code, language.toLanguageTag());
        }
        return Map.copyOf(tags);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** @param unknown takes what is the name of no language */
    static List<String> tags(String written, Collection<String> unknown) {
        return Arrays.stream(written.split("[,;/\\n]+|\\band\\b|&"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> TAGS.containsKey(key(name)) || isTag(name)
                        ? Stream.of(name)
                        : Arrays.stream(name.split("\\s+")))
                .filter(name -> {
                    var known = TAGS.containsKey(key(name)) || isTag(name);
                    if (!known) {
                        unknown.add(name);
                    }
                    return known;
                })
                .map(name -> TAGS.getOrDefault(key(name), name))
                .distinct()
                .toList();
    }

    /** A tag of a language with a region or script, as {@code pt-BR}. */
    private static boolean isTag(String name) {
        return name.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})+");
    }

    static String names(List<String> tags, Locale reader) {
        return tags.stream()
                .map(tag -> isTag(tag) ? tag : Locale.forLanguageTag(tag).getDisplayLanguage(reader))
                .collect(Collectors.joining(", "));
    }
}
