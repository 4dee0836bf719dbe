package org.interurban.pairing.files;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interurban.pairing.scoring.Profile;

/** Who takes part, and what the other files call them. */
record Participants(Map<String, Profile> profiles, Names names) {

    /** A participant's id or a country code. */
    Optional<String> who(Yaml value) {
        return value.text().flatMap(text -> {
            var meant = names.participantOrCountry(text);
            if (meant.isEmpty()) {
                value.expected(Names.PARTICIPANT_OR_COUNTRY, names.hint(text));
            }
            return meant;
        });
    }

    /** A participant's id. */
    Optional<String> participant(Yaml value) {
        return value.text().flatMap(text -> {
            var meant = names.participant(text);
            if (meant.isEmpty()) {
                value.expected(Names.PARTICIPANT, names.hint(text));
            }
            return meant;
        });
    }

    /** The participant that a cell has to name. */
    Optional<String> participant(Row row, String column) {
        return row.required(column).flatMap(text -> {
            var meant = names.participant(text);
            if (meant.isEmpty()) {
                row.expected(column, Names.PARTICIPANT, text, names.hint(text));
            }
            return meant;
        });
    }

    /** The participants that a list of ids and countries names. */
    Set<String> members(Yaml value) {
        var members = new TreeSet<String>();
        var items = value.items();
        if (items.isEmpty()) {
            value.expected(Names.PARTICIPANT_OR_COUNTRY);
        }
        for (var item : items) {
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
