package org.interurban.pairing.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interurban.pairing.Form;
import org.interurban.pairing.Limit;
import org.interurban.pairing.Lock;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.Criterion;
import org.interurban.pairing.scoring.HardRules;
import org.interurban.pairing.scoring.HardRules.Exclusion;
import org.interurban.pairing.scoring.Part;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Weights;

/**
 * A round's rules in YAML.
 *
 * <pre>
 * form: pairs                     # or clusters, with size: 3 to 8
 * objective: total                # or fair, or stable with proposing: A or B
 * weights: {complementarity: 40, reciprocity: 10}
 * past: bonus                     # or malus
 * priors: {language: 0}           # cautious values for unknown parts
 * exclude:
 *   - seoul                       # a participant or a country stays out
 *   - [KR, JP]                    # no pairs of these two, participants or countries
 *   - {a: seoul, b: FR, reason: already partners}
 *   - past                        # no pairs that have worked together before
 * locks:
 *   - {a: seoul, b: dublin, kind: must, reason: agreed by both mayors, by: K. Lee}
 * limits:
 *   - {country: CN, max: 3}                   # pairs that involve the country
 *   - {group: [busan, sejong], max: 1}        # pairs that involve one of the group
 *   - {per: country, max: 1}                  # partners that a city of side A has from one country
 *   - {of: seoul, from: DE, max: 1}           # partners that a city, country or group has from another
 *   - {between: [KR, DE], max: 2}             # pairs between two cities, countries or groups
 * seed: 7
 * </pre>
 */
final class RulesFile {

    private static final List<String> NAMES = List.of(
            "form",
            "size",
            "objective",
            "proposing",
            "weights",
            "past",
            "priors",
            "exclude",
            "locks",
            "limits",
            "year",
            "seed",
            "name",
            "version");

    private final Map<String, Profile> participants;
    private final long usualBonus;
    private final Findings findings;

    private RulesFile(Map<String, Profile> participants, long usualBonus, Findings findings) {
        this.participants = participants;
        this.usualBonus = usualBonus;
        this.findings = findings;
    }

    /**
     * Reads the rules; with faults the answer is of no use.
     *
     * @param usualBonus what a preferred pair gains where its lock does not say
     */
    static Rules read(Path file, Map<String, Profile> participants, long usualBonus, Findings findings) {
        var pairs = pairs(participants);
        return Yaml.read(file, findings)
                .map(yaml -> new RulesFile(participants, usualBonus, findings).rules(yaml.mapping(NAMES), pairs))
                .orElse(Rules.usual(pairs));
    }

    /** Pairs between two sides where participants have sides, else in one pool. */
    static Form pairs(Map<String, Profile> participants) {
        return participants.values().stream()
                        .anyMatch(profile -> profile.participant().side() != Side.POOL)
                ? new Form.TwoSides()
                : new Form.OnePool();
    }

    private Rules rules(Map<String, Yaml> values, Form pairs) {
        var form = form(values, pairs);
        return new Rules(
                form,
                objective(values, form),
                weights(values),
                priors(values),
                new HardRules(items(values, "exclude").stream()
                        .flatMap(item -> exclusion(item).stream())
                        .toList()),
                items(values, "locks").stream()
                        .flatMap(item -> lock(item).stream())
                        .toList(),
                items(values, "limits").stream()
                        .flatMap(item -> limits(item).stream())
                        .toList(),
                (int) number(values, "year", 1970, 2200).orElse(Rules.USUAL_YEAR),
                number(values, "seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0));
    }

    private static List<Yaml> items(Map<String, Yaml> values, String name) {
        return Optional.ofNullable(values.get(name)).map(Yaml::items).orElse(List.of());
    }

    private static OptionalLong number(Map<String, Yaml> values, String name, long least, long most) {
        var value = values.get(name);
        return value == null ? OptionalLong.empty() : value.wholeNumber(least, most);
    }

    private Form form(Map<String, Yaml> values, Form pairs) {
        var form = values.get("form");
        if (form == null) {
            return pairs;
        }
        // "clusters" with "size" beside it, or below it
        var nested = form.isMapping() ? form.mapping(List.of("clusters", "size", "pairs")) : Map.<String, Yaml>of();
        var below = Optional.ofNullable(nested.get("clusters")).filter(Yaml::isMapping);
        var size = Optional.ofNullable(values.get("size"))
                .or(() -> Optional.ofNullable(nested.get("size")))
                .or(() ->
                        below.map(clusters -> clusters.mapping(List.of("size")).get("size")));
        var clusters = nested.containsKey("clusters")
                || (!form.isMapping()
                        && form.choice(List.of("pairs", "clusters"))
                                .filter("clusters"::equals)
                                .isPresent());
        if (!clusters) {
            return pairs;
        }
        if (!(pairs instanceof Form.OnePool)) {
            form.expected("pairs: clusters are formed in one pool, and these participants stand on two sides");
        }
        if (size.isEmpty()) {
            form.expected("clusters with a size of %d to %d".formatted(Form.Clusters.SMALLEST, Form.Clusters.LARGEST));
        }
        return new Form.Clusters(
                (int) size.map(value -> value.wholeNumber(Form.Clusters.SMALLEST, Form.Clusters.LARGEST))
                        .orElse(OptionalLong.empty())
                        .orElse(Form.Clusters.SMALLEST));
    }

    private Objective objective(Map<String, Yaml> values, Form form) {
        var objective = values.get("objective");
        if (objective == null) {
            return new Objective.Total();
        }
        var nested = objective.isMapping() ? objective.mapping(List.of("stable", "proposing")) : Map.<String, Yaml>of();
        var below = Optional.ofNullable(nested.get("stable")).filter(Yaml::isMapping);
        var proposing = Optional.ofNullable(values.get("proposing"))
                .or(() -> Optional.ofNullable(nested.get("proposing")))
                .or(() ->
                        below.map(stable -> stable.mapping(List.of("proposing")).get("proposing")));
        var kind = objective.isMapping() ? Optional.of("stable") : objective.choice(List.of("total", "fair", "stable"));
        if (kind.isEmpty()) {
            return new Objective.Total();
        }
        if (kind.get().equals("fair")) {
            return new Objective.Fair();
        }
        if (kind.get().equals("total")) {
            return new Objective.Total();
        }
        if (!(form instanceof Form.TwoSides)) {
            objective.expected("total or fair: stable needs two sides");
        }
        return new Objective.Stable(proposing
                .flatMap(side -> side.choice(List.of("A", "B")))
                .map(Side::valueOf)
                .orElse(Side.A));
    }

    private static Weights weights(Map<String, Yaml> values) {
        var named = new EnumMap<Criterion, Double>(Criterion.class);
        var keys = Arrays.stream(Criterion.values()).map(Criterion::key).collect(Collectors.joining(", "));
        var weights = values.get("weights");
        if (weights != null) {
            weights.mapping().forEach((name, value) -> {
                var criterion = Criterion.of(key(name));
                if (criterion.isEmpty()) {
                    value.expected("a weight of one of %s, not of \"%s\"".formatted(keys, name));
                }
                criterion.ifPresent(
                        known -> value.number(0, Double.MAX_VALUE).ifPresent(weight -> named.put(known, weight)));
            });
            if (Arrays.stream(Criterion.values())
                    .allMatch(criterion -> named.getOrDefault(criterion, criterion.usualWeight()) == 0)) {
                weights.expected("at least one weight above 0");
                return Weights.usual();
            }
        }
        var past = Optional.ofNullable(values.get("past"))
                .flatMap(value -> value.choice(List.of("bonus", "malus")))
                .map(word -> Weights.PastTie.valueOf(word.toUpperCase(Locale.ROOT)));
        return Weights.of(named, past.orElse(null));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    private static Map<Part, Double> priors(Map<String, Yaml> values) {
        var priors = new EnumMap<Part, Double>(Part.class);
        var keys = Arrays.stream(Part.values()).map(Part::key).toList();
        Optional.ofNullable(values.get("priors"))
                .ifPresent(value -> value.mapping(keys).forEach((name, prior) -> prior.number(0, 1)
                        .ifPresent(number -> priors.put(Part.valueOf(name.toUpperCase(Locale.ROOT)), number))));
        return priors;
    }

    private Optional<Exclusion> exclusion(Yaml item) {
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
                    : who(item).map(who -> new Exclusion.Alone(who, ""));
        }
        var values = item.mapping(List.of("a", "b", "countries", "country", "participant", "reason", "by"));
        var reason =
                Optional.ofNullable(values.get("reason")).flatMap(Yaml::text).orElse("");
        var alone = Optional.ofNullable(values.get("country")).or(() -> Optional.ofNullable(values.get("participant")));
        if (alone.isPresent()) {
            return alone.flatMap(this::who).map(who -> new Exclusion.Alone(who, reason));
        }
        var two = Optional.ofNullable(values.get("countries"))
                .map(Yaml::items)
                .orElseGet(() -> values.entrySet().stream()
                        .filter(entry ->
                                entry.getKey().equals("a") || entry.getKey().equals("b"))
                        .map(Map.Entry::getValue)
                        .toList());
        if (two.size() != 2) {
            item.expected("a and b, two countries, or one participant or country");
            return Optional.empty();
        }
        return between(two.getFirst(), two.getLast(), reason);
    }

    private Optional<Exclusion> between(Yaml one, Yaml other, String reason) {
        var first = who(one);
        var second = who(other);
        return first.isEmpty() || second.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exclusion.Between(first.get(), second.get(), reason));
    }

    /** A participant's id or a country code. */
    private Optional<String> who(Yaml value) {
        var text = value.text();
        if (text.isPresent()
                && !participants.containsKey(text.get())
                && !ParticipantsFile.COUNTRIES.contains(text.get())) {
            value.expected("the id of a participant, or a country code of ISO 3166-1");
            return Optional.empty();
        }
        return text;
    }

    private Optional<Lock> lock(Yaml item) {
        var values = item.mapping(List.of("a", "b", "kind", "reason", "by", "bonus"));
        for (var name : List.of("a", "b", "kind")) {
            if (item.isMapping() && !values.containsKey(name)) {
                item.expected("a lock with " + name);
            }
        }
        var a = Optional.ofNullable(values.get("a")).flatMap(this::participant);
        var b = Optional.ofNullable(values.get("b")).flatMap(this::participant);
        var kind = Optional.ofNullable(values.get("kind"))
                .flatMap(value -> value.choice(List.of("must", "must-not", "prefer")));
        var bonus = number(values, "bonus", 0, GivenScore.LARGEST).orElse(usualBonus);
        if (a.isEmpty() || b.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        if (a.equals(b)) {
            item.expected("two participants");
            return Optional.empty();
        }
        var reason =
                Optional.ofNullable(values.get("reason")).flatMap(Yaml::text).orElse("");
        var by = Optional.ofNullable(values.get("by")).flatMap(Yaml::text).orElse("");
        if (reason.isEmpty() || by.isEmpty()) {
            findings.note("the lock of %s and %s has no %s"
                    .formatted(
                            a.get(),
                            b.get(),
                            reason.isEmpty() ? by.isEmpty() ? "reason and no name" : "reason" : "name"));
        }
        return Optional.of(
                switch (kind.get()) {
                    case "must" -> new Lock.Must(a.get(), b.get(), reason, by);
                    case "must-not" -> new Lock.MustNot(a.get(), b.get(), reason, by);
                    default -> new Lock.Prefer(a.get(), b.get(), bonus, reason, by);
                });
    }

    private Optional<String> participant(Yaml value) {
        var text = value.text();
        if (text.isPresent() && !participants.containsKey(text.get())) {
            value.expected("the id of a participant");
            return Optional.empty();
        }
        return text;
    }

    private List<Limit> limits(Yaml item) {
        var values = item.mapping(List.of("name", "country", "group", "per", "side", "of", "from", "between", "max"));
        var most = values.get("max");
        if (most == null) {
            item.expected("a limit with max");
            return List.of();
        }
        var max = most.wholeNumber(0, Integer.MAX_VALUE);
        var limits = new ArrayList<Limit>();
        if (max.isPresent()) {
            limits.addAll(limits(item, values, (int) max.getAsLong()));
        }
        return limits;
    }

    private List<Limit> limits(Yaml item, Map<String, Yaml> values, int most) {
        var name = Optional.ofNullable(values.get("name")).flatMap(Yaml::text);
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
            return List.of(new Limit.PairsBetween(words, members(two.getFirst()), members(two.getLast()), most));
        }
        if (values.containsKey("of") && values.containsKey("from")) {
            var words =
                    name.orElse("partners of %s from %s".formatted(shown(values.get("of")), shown(values.get("from"))));
            return List.of(new Limit.PartnersFrom(words, members(values.get("of")), members(values.get("from")), most));
        }
        var group = Optional.ofNullable(values.get("country")).or(() -> Optional.ofNullable(values.get("group")));
        if (group.isEmpty()) {
            item.expected("a limit with country, group, per, between, or of and from");
            return List.of();
        }
        var words = name.orElse("pairs with " + shown(group.get()));
        return List.of(new Limit.PairsWith(words, members(group.get()), most));
    }

    private static Optional<Side> side(Map<String, Yaml> values) {
        return Optional.ofNullable(values.get("side"))
                .flatMap(value -> value.choice(List.of("A", "B")))
                .map(Side::valueOf);
    }

    /** Every city of a side (of the pool) has at most so many partners from each country. */
    private List<Limit> perCountry(Optional<Side> chosen, Optional<String> name, int most) {
        var side = chosen.orElse(Side.A);
        var twoSides = pairs(participants) instanceof Form.TwoSides;
        var of = participants.values().stream()
                .filter(profile -> !twoSides || profile.participant().side() == side)
                .map(Profile::id)
                .collect(Collectors.toSet());
        var countries = participants.values().stream()
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
        return membersOf(country).stream()
                .filter(id -> !twoSides || !of.contains(id))
                .collect(Collectors.toSet());
    }

    private static String shown(Yaml value) {
        return value.items().stream()
                .flatMap(item ->
                        item.isList() || item.isMapping() ? Optional.<String>empty().stream() : item.text().stream())
                .collect(Collectors.joining(", "));
    }

    private Set<String> members(Yaml value) {
        var members = new TreeSet<String>();
        for (var item : value.items()) {
            who(item).ifPresent(who -> members.addAll(membersOf(who)));
        }
        return members;
    }

    private Set<String> membersOf(String idOrCountry) {
        if (participants.containsKey(idOrCountry)) {
            return Set.of(idOrCountry);
        }
        return participants.values().stream()
                .filter(profile -> profile.country().equals(idOrCountry))
                .map(Profile::id)
                .collect(Collectors.toSet());
    }
}
