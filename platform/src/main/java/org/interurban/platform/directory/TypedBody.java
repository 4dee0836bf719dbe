package org.interurban.platform.directory;

import static org.interurban.platform.web.Typed.text;

import java.util.List;
import java.util.function.Function;
import org.interurban.platform.directory.Directory.Entry;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.web.Perhaps;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A body that somebody names in a field of a form, by any of its names. */
public final class TypedBody {

    /** Longer than any name and what tells it from others. */
    public static final int LENGTH = 200;

    private TypedBody() {}

    /** What the name means, or nothing where none was typed; says at the field what is wrong with it. */
    public static @Nullable OrganisationId find(
            @Nullable String name, String field, Function<String, Match> names, Errors errors) {
        if (text(name).isEmpty()) {
            return null;
        }
        return switch (names.apply(text(name))) {
            case Match.Known(var entry) -> entry.id();
            case Match.Likely(var entry, var _, var _) -> which(List.of(entry), field, errors);
            case Match.Several(var entries) -> which(entries, field, errors);
            case Match.None() -> {
                errors.rejectValue(field, "directory.error.unknown");
                yield null;
            }
        };
    }

    private static @Nullable OrganisationId which(List<Entry> entries, String field, Errors errors) {
        var told = entries.stream().map(Entry::told).toList();
        errors.rejectValue(field, "directory.error.which", new Object[] {new Perhaps(told)}, null);
        return null;
    }
}
