package org.interurban.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The languages of the network: those of its pages, and those in which its people write. Templates know it as {@code @languages}. */
@Component
public class Languages {

    /** @param name in the words of the reader */
    public record Language(String tag, String name) {}

    private final WebSettings settings;
    private final ThisNetwork network;

    Languages(WebSettings settings, ThisNetwork network) {
        this.settings = settings;
        this.network = network;
    }

    /** The one in which a text is taken to be written where nobody said. */
    public String first() {
        return settings.languages().getFirst();
    }

    /** Those of the pages by tag, each in its own words, for a choice. */
    public Map<String, String> ofPages() {
        return ownNames(network.languages());
    }

    /** Those in which pages are written, whether they are offered or not. */
    public Map<String, String> writtenPages() {
        return ownNames(settings.languages());
    }

    private static Map<String, String> ownNames(List<String> tags) {
        var choices = new LinkedHashMap<String, String>();
        tags.forEach(tag -> choices.put(tag, ownName(tag)));
        return choices;
    }

    static String ownName(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return locale.getDisplayLanguage(locale);
    }

    /** All that a text may be written in, for a choice. */
    public List<Language> written(Locale reader) {
        return Stream.concat(settings.languages().stream(), settings.contentLanguages().stream())
                .distinct()
                .map(tag -> new Language(tag, Locale.forLanguageTag(tag).getDisplayLanguage(reader)))
                .toList();
    }

    /**
     * Those into which a text is asked for: in which the network offers its pages, in which its people write besides, and in which the
     * text is there already.
     */
    public List<Language> others(String original, Words text, Locale reader) {
        return written(reader).stream()
                .filter(language -> !language.tag().equals(original))
                .filter(language -> network.languages().contains(language.tag())
                        || settings.contentLanguages().contains(language.tag())
                        || text.in().containsKey(language.tag()))
                .toList();
    }
}
