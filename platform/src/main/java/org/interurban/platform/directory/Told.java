package org.interurban.platform.directory;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How people tell one of a name from another: {@code Springfield}, {@code Springfield, US} or, where only the code does it,
 * {@code Springfield, US (springfield-2)}.
 */
record Told(String name, @Nullable String country, @Nullable String code) {

    private static final Pattern FORM = Pattern.compile(
            "(?s)(?<name>.*?)(?:,\\s*(?<country>[A-Z]{2}))?(?:\\s*\\((?<code>[A-Za-z0-9][A-Za-z0-9._-]{0,79})\\))?");

    static Told of(String typed) {
        var parts = FORM.matcher(typed.strip());
        if (!parts.matches()) {
            return new Told(typed, null, null);
        }
        return new Told(parts.group("name"), parts.group("country"), parts.group("code"));
    }

    @Override
    public String toString() {
        return name + (country == null ? "" : ", " + country) + (code == null ? "" : " (" + code + ")");
    }
}
