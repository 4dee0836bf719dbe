package org.interurban.platform.directory;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.directory.Directory.Entry;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.web.Perhaps;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The bodies that forms and rows of sheets name, by their codes or in any language and script; each is looked up once. */
public final class NamedBodies {

    private final Directory directory;
    private final Locale locale;
    private final Map<String, Match> found = new HashMap<>();

    public NamedBodies(Directory directory, Locale locale) {
        this.directory = directory;
        this.locale = locale;
    }

    public Match match(@Nullable String typed) {
        return found.computeIfAbsent(Typed.text(typed), name -> directory
                .find(name, locale)
                .<Match>map(Match.Known::new)
                .orElseGet(() -> directory.findByName(name, locale)));
    }

    /** The one that is named; says at the field where there is none, or whom it may mean. */
    public Optional<Entry> find(@Nullable String typed, String field, Errors errors) {
        var match = match(typed);
        if (match instanceof Match.Known(var entry)) {
            return Optional.of(entry);
        }
        errors.rejectValue(
                field,
                match instanceof Match.None ? "directory.error.no-body" : "directory.error.which-body",
                new Object[] {Typed.text(typed), new Perhaps(match.perhaps())},
                null);
        return Optional.empty();
    }
}
