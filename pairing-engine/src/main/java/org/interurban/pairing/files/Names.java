package org.interurban.pairing.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.interurban.pairing.scoring.Profile;

/**
 * What files call participants and countries.
 *
 * <p>An id as the participants file writes it and a country's code are what they are. Another writing (an id in other letters, a code
 * of three letters, an English name) is understood where it can mean one thing only; what is not understood has to stop the run, since
 * an exclusion that is passed over pairs the two.
 */
final class Names {

    static final String PARTICIPANT = "the id of a participant";
    static final String PARTICIPANT_OR_COUNTRY = "the id of a participant or a country";

    private final Map<String, String> namesById;
    private final Map<String, Set<String>> idsInAnyCase = new HashMap<>();
    private final boolean complete;

    /**
     * @param namesById what participants are called beside their ids
     * @param complete whether these are all; where the participants could not be read to the end, nobody can be said to be unknown
     */
    Names(Map<String, String> namesById, boolean complete) {
        this.namesById = namesById;
        this.complete = complete;
        namesById.keySet().forEach(id -> idsInAnyCase
                .computeIfAbsent(inAnyCase(id), fresh -> new TreeSet<>())
                .add(id));
    }

    static Names of(Collection<Profile> profiles) {
        var names = new LinkedHashMap<String, String>();
        profiles.forEach(profile -> names.put(profile.id(), profile.name()));
        return new Names(names, true);
    }

    private static String inAnyCase(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The participant that is meant. */
    Optional<String> participant(String name) {
        return namesById.containsKey(name) ? Optional.of(name) : only(ids(name), name);
    }

    /** The participant, or the code of the country, that is meant. */
    Optional<String> participantOrCountry(String name) {
        if (namesById.containsKey(name) || Countries.isCode(name)) {
            return Optional.of(name);
        }
        var meanings = new TreeSet<>(ids(name));
        Countries.code(name).ifPresent(meanings::add);
        return only(meanings, name);
    }

    private Set<String> ids(String name) {
        return idsInAnyCase.getOrDefault(inAnyCase(name), Collections.emptySet());
    }

    private Optional<String> only(Set<String> meanings, String name) {
        if (meanings.size() == 1) {
            return meanings.stream().findFirst();
        }
        return complete ? Optional.empty() : Optional.of(name);
    }

    /** What may help whoever wrote a name that is not understood; begins with its punctuation mark, or is empty. */
    String hint(String name) {
        var meanings = new ArrayList<String>();
        ids(name).forEach(id -> meanings.add("the participant " + id));
        if (!meanings.isEmpty()) {
            Countries.code(name).ifPresent(code -> meanings.add("the country " + code));
            return meanings.size() == 1 ? "" : ", which may be " + String.join(" or ", meanings);
        }
        var called = namesById.entrySet().stream()
                .filter(entry -> inAnyCase(entry.getValue()).equals(inAnyCase(name)))
                .map(Map.Entry::getKey)
                .limit(2)
                .toList();
        return called.size() == 1 ? "; the id of %s is %s".formatted(name.strip(), called.getFirst()) : "";
    }
}
