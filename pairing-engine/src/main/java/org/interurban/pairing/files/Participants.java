package org.interurban.pairing.files;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interurban.pairing.scoring.Profile;

/** Whom the values of a rules file may name: participants by their ids, and countries. */
record Participants(Map<String, Profile> profiles) {

    /** A participant's id or a country code. */
    Optional<String> who(Yaml value) {
        var text = value.text();
        if (text.isPresent() && !profiles.containsKey(text.get()) && !ParticipantsFile.COUNTRIES.contains(text.get())) {
            value.expected("the id of a participant, or a country code of ISO 3166-1");
            return Optional.empty();
        }
        return text;
    }

    /** A participant's id. */
    Optional<String> participant(Yaml value) {
        var text = value.text();
        if (text.isPresent() && !profiles.containsKey(text.get())) {
            value.expected("the id of a participant");
            return Optional.empty();
        }
        return text;
    }

    /** The participants that a list of ids and countries names. */
    Set<String> members(Yaml value) {
        var members = new TreeSet<String>();
        for (var item : value.items()) {
            who(item).ifPresent(who -> members.addAll(membersOf(who)));
        }
        return members;
    }

    Set<String> membersOf(String idOrCountry) {
        if (profiles.containsKey(idOrCountry)) {
            return Set.of(idOrCountry);
        }
        return profiles.values().stream()
                .filter(profile -> profile.country().equals(idOrCountry))
                .map(Profile::id)
                .collect(Collectors.toSet());
    }
}
