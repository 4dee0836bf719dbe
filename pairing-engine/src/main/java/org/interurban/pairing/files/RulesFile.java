package org.interurban.pairing.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.interurban.pairing.Form;
import org.interurban.pairing.Lock;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.Criterion;
import org.interurban.pairing.scoring.HardRules;
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

    private final Participants participants;
    private final long usualBonus;
    private final Findings findings;

    private RulesFile(Participants participants, long usualBonus, Findings findings) {
        this.participants = participants;
        this.usualBonus = usualBonus;
        this.findings = findings;
    }

    /**
     * Reads the rules; with faults the answer is of no use.
     *
     * @param usualBonus what a preferred pair gains where its lock does not say
     */
    static Rules read(Path file, Participants participants, long usualBonus, Findings findings) {
        var pairs = pairs(participants.profiles());
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
                        .flatMap(item -> new ExclusionRules(participants).read(item).stream())
                        .toList()),
                items(values, "locks").stream()
                        .flatMap(item -> lock(item).stream())
                        .toList(),
                items(values, "limits").stream()
                        .flatMap(item -> new LimitRules(participants).read(item).stream())
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
                        known -> value.number(0, Weights.LARGEST).ifPresent(weight -> named.put(known, weight)));
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

    private Optional<Lock> lock(Yaml item) {
        var values = item.mapping(List.of("a", "b", "kind", "reason", "by", "bonus"));
        for (var name : List.of("a", "b", "kind")) {
            if (item.isMapping() && !values.containsKey(name)) {
                item.expected("a lock with " + name);
            }
        }
        var a = Optional.ofNullable(values.get("a")).flatMap(participants::participant);
        var b = Optional.ofNullable(values.get("b")).flatMap(participants::participant);
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
}
