package org.interurban.platform.pairing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A city as pages name it. */
public record Named(
        String id,
        String name,
        @Nullable String local,
        @Nullable String localLanguage) {
    static Named of(RoundCity city, Locale locale) {
        var name = city.name(locale);
        return new Named(
                city.id(), name, name.equals(city.localName()) ? null : city.localName(), city.localLanguage());
    }
}
