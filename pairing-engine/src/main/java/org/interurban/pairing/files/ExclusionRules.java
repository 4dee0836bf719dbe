package org.interurban.pairing.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.interurban.pairing.scoring.HardRules.Exclusion;

/** Reads who or what stays out of a round. */
record ExclusionRules(Participants participants) {

    /** The exclusion that an item of the list states; nothing when it has a fault. */
    Optional<Exclusion> read(Yaml item) {
        if (item.isList()) {
            var two = item.items();
            if (two.size() != 2) {
                item.expected("two participants or countries");
                return Optional.empty();
            }
            return between(two.getFirst(), two.getLast(), "");
        }
        if (!item.isMapping()) {
            return item.text().filter("past"::equals).isPresent()
                    ? Optional.of(new Exclusion.PastTies(""))
                    : participants.who(item).map(who -> new Exclusion.Alone(who, ""));
        }
        var values = item.mapping(List.of("a", "b", "countries", "country", "participant", "reason", "by"));
        var reason =
                Optional.ofNullable(values.get("reason")).flatMap(Yaml::text).orElse("");
        var named = values.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("reason") && !entry.getKey().equals("by"))
                .toList();
        var keys = named.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        if (keys.equals(Set.of("country")) || keys.equals(Set.of("participant"))) {
            return participants.who(named.getFirst().getValue()).map(who -> new Exclusion.Alone(who, reason));
        }
        var two = keys.equals(Set.of("countries"))
                ? named.getFirst().getValue().items()
                : named.stream().map(Map.Entry::getValue).toList();
        if (two.size() != 2 || !keys.equals(Set.of("countries")) && !keys.equals(Set.of("a", "b"))) {
            item.expected("a and b, two countries, or one participant or country");
            return Optional.empty();
        }
        return between(two.getFirst(), two.getLast(), reason);
    }

    private Optional<Exclusion> between(Yaml one, Yaml other, String reason) {
        var first = participants.who(one);
        var second = participants.who(other);
        return first.isEmpty() || second.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exclusion.Between(first.get(), second.get(), reason));
    }
}
