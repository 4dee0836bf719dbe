package org.interurban.pairing.files;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interurban.pairing.Form;
import org.interurban.pairing.Limit;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.Profile;

/** Reads upper bounds on pairs by country or group. */
record LimitRules(Participants participants) {

    private static final List<Set<String>> WAYS =
            List.of(Set.of("country"), Set.of("group"), Set.of("per"), Set.of("between"), Set.of("of", "from"));

    /** The limits that an item of the list states, one for each country where it says "per country"; none when it has a fault. */
    List<Limit> read(Yaml item) {
        var values = item.mapping(List.of("name", "country", "group", "per", "side", "of", "from", "between", "max"));
        var most = values.get("max");
        if (most == null) {
            item.expected("a limit with max");
            return List.of();
        }
        var max = most.wholeNumber(0, Integer.MAX_VALUE);
        return max.isEmpty() ? List.of() : limits(item, values, (int) max.getAsLong());
    }

    private List<Limit> limits(Yaml item, Map<String, Yaml> values, int most) {
        var name = Optional.ofNullable(values.get("name")).flatMap(Yaml::text);
        var way = new HashSet<>(values.keySet());
        way.removeAll(values.containsKey("per") ? List.of("name", "max", "side") : List.of("name", "max"));
        if (!WAYS.contains(way)) {
            item.expected("a limit with one of country, group, per (and side), between, or of and from");
            return List.of();
        }
        if (values.containsKey("per")) {
            values.get("per").choice(List.of("country"));
            return perCountry(side(values), name, most);
        }
        if (values.containsKey("between")) {
            var two = values.get("between").items();
            if (two.size() != 2) {
                values.get("between").expected("two participants, countries or groups");
                return List.of();
            }
            var words = name.orElse("between %s and %s".formatted(shown(two.getFirst()), shown(two.getLast())));
            return List.of(new Limit.PairsBetween(
                    words, participants.members(two.getFirst()), participants.members(two.getLast()), most));
        }
        if (values.containsKey("of") && values.containsKey("from")) {
            var words =
                    name.orElse("partners of %s from %s".formatted(shown(values.get("of")), shown(values.get("from"))));
            return List.of(new Limit.PartnersFrom(
                    words, participants.members(values.get("of")), participants.members(values.get("from")), most));
        }
        var group = Optional.ofNullable(values.get("country")).orElseGet(() -> values.getOrDefault("group", item));
        var words = name.orElse("pairs with " + shown(group));
        return List.of(new Limit.PairsWith(words, participants.members(group), most));
    }

    private static Optional<Side> side(Map<String, Yaml> values) {
        return Optional.ofNullable(values.get("side"))
                .flatMap(value -> value.choice(List.of("A", "B")))
                .map(Side::valueOf);
    }

    /** Every city of a side (of the pool) has at most so many partners from each country. */
    private List<Limit> perCountry(Optional<Side> chosen, Optional<String> name, int most) {
        var side = chosen.orElse(Side.A);
        var twoSides = RulesFile.pairs(participants.profiles()) instanceof Form.TwoSides;
        var of = participants.profiles().values().stream()
                .filter(profile -> !twoSides || profile.participant().side() == side)
                .map(Profile::id)
                .collect(Collectors.toSet());
        var countries = participants.profiles().values().stream()
                .filter(profile -> !profile.country().isEmpty())
                .filter(profile -> !twoSides || profile.participant().side() != side)
                .map(Profile::country)
                .collect(Collectors.toCollection(TreeSet::new));
        return countries.stream()
                .<Limit>map(country -> new Limit.PartnersFrom(
                        name.map(words -> words + " (" + country + ")").orElse("partners from " + country),
                        of,
                        among(country, of, twoSides),
                        most))
                .toList();
    }

    private Set<String> among(String country, Set<String> of, boolean twoSides) {
        return participants.membersOf(country).stream()
                .filter(id -> !twoSides || !of.contains(id))
                .collect(Collectors.toSet());
    }

    private static String shown(Yaml value) {
        return value.items().stream()
                .flatMap(item ->
                        item.isList() || item.isMapping() ? Optional.<String>empty().stream() : item.text().stream())
                .collect(Collectors.joining(", "));
    }
}
