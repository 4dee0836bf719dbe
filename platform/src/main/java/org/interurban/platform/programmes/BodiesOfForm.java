package org.interurban.platform.programmes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.programmes.ProgrammeParts.Part;
import org.interurban.platform.shared.TypedLines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** The bodies that somebody names in the form of a programme, and what the directory makes of their names. */
@Component
class BodiesOfForm {

    /**
     * A name that the directory knows only nearly, or of several.
     *
     * @param perhaps who may be meant: their names by what tells each from all others
     * @param meant the answer that was given; null where none was
     */
    record Doubt(
            Part part,
            String name,
            Map<String, String> perhaps,
            @Nullable String meant) {}

    /** @param organisation null where the directory knows none of that name */
    record Body(String name, @Nullable OrganisationId organisation) {}

    private final Directory directory;

    BodiesOfForm(Directory directory) {
        this.directory = directory;
    }

    /** @param kept the names that stand already */
    List<String> of(@Nullable String typed, Collection<String> kept) {
        return Separated.names(typed, kept, this::isSeveral);
    }

    /** Several are named where the directory knows one of them, which is not merely the city in which the other sits. */
    private boolean isSeveral(String name) {
        if (directory.findByName(name, Locale.ENGLISH) instanceof Match.Known) {
            return false;
        }
        var parts = Separated.parts(name, ",").toList();
        return parts.stream().anyMatch(part -> switch (directory.findByName(part, Locale.ENGLISH)) {
            case Match.Known(var entry) -> !entry.city() || !part.equals(parts.getLast());
            case Match.Likely likely -> !likely.entry().city();
            case Match.Several _, Match.None _ -> false;
        });
    }

    /** What has to be asked about names that do not stand yet; says at the field what was not answered. @param kept the rows that stand */
    List<Doubt> check(ProgrammeForm form, Map<Part, Map<TypedLines.Id, String>> kept, Errors errors, Locale locale) {
        var doubts = new ArrayList<Doubt>();
        for (var part : Part.values()) {
            if (part.role() != null) {
                var stand = kept.getOrDefault(part, Map.of()).values();
                for (var name : of(form.lists().get(part), stand)) {
                    var perhaps = stand.contains(name) ? Map.<String, String>of() : perhaps(name, locale);
                    if (!perhaps.isEmpty()) {
                        doubts.add(new Doubt(part, name, perhaps, form.answers().get(name)));
                    }
                }
            }
        }
        for (var doubt : doubts) {
            if (doubt.meant() == null) {
                errors.rejectValue(
                        doubt.part().field(),
                        "programmes.error.meant",
                        new Object[] {
                            doubt.name(), String.join("; ", doubt.perhaps().values())
                        },
                        null);
            }
        }
        return doubts;
    }

    /** Whoever was told from others of the same name goes by the name alone. */
    Body body(String text) {
        return directory.findByName(text, Locale.ENGLISH) instanceof Match.Known(var entry)
                ? new Body(text.equals(entry.told()) ? entry.name() : text, entry.id())
                : new Body(text, null);
    }

    private Map<String, String> perhaps(String name, Locale locale) {
        var perhaps = new LinkedHashMap<String, String>();
        switch (directory.findByName(name, locale)) {
            case Match.Likely likely ->
                perhaps.put(likely.entry().told(), likely.entry().name());
            case Match.Several(var entries) -> entries.forEach(entry -> perhaps.put(entry.told(), entry.told()));
            case Match.Known _, Match.None _ -> {
                // one is meant, or nobody whom the directory knows
            }
        }
        return perhaps;
    }
}
