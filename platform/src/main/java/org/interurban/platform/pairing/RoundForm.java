package org.interurban.platform.pairing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.interurban.pairing.scoring.Criterion;
import org.interurban.pairing.scoring.Weights;
import org.interurban.platform.programmes.ProgrammeId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/** A round as its form says it. */
record RoundForm(
        @NotBlank(message = "{pairing.error.name-needed}")
        @Size(max = Round.NAME_LENGTH, message = "{pairing.error.too-long}")
        @Nullable
        String name,

        @Nullable String form,
        @Nullable String sideA,
        @Nullable String sideB,
        @Nullable String aim,
        @Nullable Map<String, String> weights,
        @Nullable String pastTie,
        @Nullable String mostOfA,
        @Nullable String mostOfB,
        @Nullable String perCountry,
        @Nullable String pairsPerCountry,
        @Nullable Boolean never,
        @Nullable String seed,
        @Nullable Boolean emptyToo,
        @Nullable String version) {

    RoundForm {
        weights = new LinkedHashMap<>(weights == null ? Map.of() : weights);
    }

    /** The usual rules, and the first two groups that the programme pairs with each other; else everyone in one pool. */
    static RoundForm fresh(List<RoundCities.Group> groups, long seed) {
        for (var one : groups) {
            for (var other : groups) {
                if (!other.code().isEmpty()
                        && (one.counterpart().equals(other.code())
                                || other.counterpart().equals(one.code()))) {
                    var isPool = one.equals(other);
                    return of("", isPool, one.code(), isPool ? "" : other.code(), Rules.usual(seed), 0);
                }
            }
        }
        return of("", true, "", "", Rules.usual(seed), 0);
    }

    static RoundForm of(Round round) {
        return of(round.name(), round.pool(), round.sideA(), round.sideB(), round.rules(), round.version());
    }

    private static RoundForm of(String name, boolean pool, String sideA, String sideB, Rules rules, int version) {
        var weights = new LinkedHashMap<String, String>();
        for (var criterion : Criterion.values()) {
            weights.put(
                    criterion.key(),
                    BigDecimal.valueOf(rules.scoring().values().getOrDefault(criterion, 0.0))
                            .stripTrailingZeros()
                            .toPlainString());
        }
        return new RoundForm(
                name,
                pool ? "pool" : "sides",
                sideA,
                sideB,
                rules.aim().name(),
                weights,
                rules.pastTie() == null ? "" : rules.pastTie().name().toLowerCase(java.util.Locale.ROOT),
                text(rules.mostOfA()),
                text(rules.mostOfB()),
                text(rules.perCountry()),
                text(rules.pairsPerCountry()),
                !rules.againAllowed(),
                Long.toString(rules.seed()),
                null,
                Integer.toString(version));
    }

    public boolean isPool() {
        return "pool".equals(form);
    }

    /** What no single field can say. */
    void check(Errors errors, List<RoundCities.Group> groups) {
        if (!isPool() && (sideA == null || sideB == null || sideA.equals(sideB))) {
            errors.rejectValue("sideB", "pairing.error.two-sides");
        }
        for (var side : new String[] {"sideA", "sideB"}) {
            var value = side.equals("sideA") ? sideA : sideB;
            if (!isPool()
                    && value != null
                    && groups.stream().noneMatch(group -> group.code().equals(value))) {
                errors.rejectValue(side, "pairing.error.no-group");
            }
        }
        limit(errors, "mostOfA", mostOfA, Rules.MOST_PARTNERS, "pairing.error.partners");
        limit(errors, "mostOfB", mostOfB, Rules.MOST_PARTNERS, "pairing.error.partners");
        limit(errors, "perCountry", perCountry, Rules.MOST_PAIRS, "pairing.error.limit");
        limit(errors, "pairsPerCountry", pairsPerCountry, Rules.MOST_PAIRS, "pairing.error.limit");
        if (number(seed) == null) {
            errors.rejectValue("seed", "pairing.error.seed-needed");
        }
        var sum = 0.0;
        for (var criterion : Criterion.values()) {
            var weight = weight(criterion);
            // not a number is neither less nor more than any
            if (weight == null || !(weight >= 0 && weight <= Weights.LARGEST)) {
                var named = new DefaultMessageSourceResolvable("pairing.criterion." + criterion.key());
                errors.rejectValue(
                        "weights[" + criterion.key() + "]", "pairing.error.weight", new Object[] {named}, null);
            } else {
                sum += weight;
            }
        }
        if (sum == 0 && !errors.hasErrors()) {
            errors.rejectValue("weights[complementarity]", "pairing.error.no-weight");
        }
        if (pastTie != null && !pastTie.isEmpty() && chosenTie() == null) {
            errors.rejectValue("pastTie", "pairing.error.tie");
        }
        var chosen = chosenAim();
        if (chosen == null) {
            errors.rejectValue("aim", "pairing.error.aim-needed");
        } else if (isPool() && chosen.isStable()) {
            errors.rejectValue("aim", "pairing.error.stable-needs-sides");
        }
    }

    /** A round in which nobody has said anything has an answer too, but not one to ask for without knowing it. */
    void checkReadiness(Errors errors, List<RoundCities.Group> groups, List<RoundCities.Silent> silent) {
        if ((emptyToo == null || !emptyToo) && !silent.isEmpty()) {
            var wanted = sides();
            var taking = groups.stream()
                    .filter(group -> wanted.isEmpty() || wanted.contains(group.code()))
                    .mapToInt(RoundCities.Group::size)
                    .sum();
            var saying = taking
                    - silent.stream()
                            .filter(city -> wanted.isEmpty() || wanted.contains(city.group()))
                            .count();
            if (taking > 0 && saying <= 0) {
                errors.rejectValue("emptyToo", "pairing.error.all-silent");
            }
        }
    }

    /** The groups that stand in the round; none for everyone. */
    private List<String> sides() {
        return Stream.of(sideA, isPool() ? null : sideB)
                .filter(side -> side != null && !(isPool() && side.isEmpty()))
                .map(Objects::requireNonNull)
                .toList();
    }

    private static void limit(Errors errors, String field, @Nullable String value, int most, String message) {
        var number = number(value);
        if (value != null && !value.isBlank() && (number == null || number < 1 || number > most)) {
            errors.rejectValue(field, message);
        }
    }

    private static @Nullable Long number(@Nullable String value) {
        try {
            return value == null ? null : Long.valueOf(value.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Integer small(@Nullable String value) {
        var number = number(value);
        return number == null ? null : number.intValue();
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private @Nullable Double weight(Criterion criterion) {
        try {
            return weights == null
                    ? null
                    : Double.valueOf(weights.getOrDefault(criterion.key(), "").strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private Rules.@Nullable Aim chosenAim() {
        return Arrays.stream(Rules.Aim.values())
                .filter(known -> known.name().equals(aim))
                .findFirst()
                .orElse(null);
    }

    private Weights.@Nullable PastTie chosenTie() {
        return Arrays.stream(Weights.PastTie.values())
                .filter(known -> known.name().equalsIgnoreCase(pastTie))
                .findFirst()
                .orElse(null);
    }

    /** Only of a form without errors. */
    Rules rules() {
        var chosen = chosenAim();
        var drawn = number(seed);
        if (chosen == null || drawn == null) {
            throw new IllegalStateException("The form was not checked");
        }
        var named = new LinkedHashMap<String, Double>();
        for (var criterion : Criterion.values()) {
            var weight = weight(criterion);
            named.put(criterion.key(), weight == null ? 0 : weight);
        }
        return new Rules(
                chosen,
                named,
                chosenTie(),
                small(mostOfA),
                small(mostOfB),
                isPool() ? null : small(perCountry),
                isPool() ? null : small(pairsPerCountry),
                never == null || !never,
                drawn);
    }

    /** Only of a form without errors. */
    Round toRound(RoundId id, ProgrammeId programme, String code, String programmeName) {
        return new Round(
                id,
                programme,
                code,
                programmeName,
                name == null ? "" : name.strip(),
                new RoundState.Draft(),
                isPool(),
                sideA == null ? "" : sideA,
                isPool() || sideB == null ? "" : sideB,
                rules(),
                null,
                Objects.requireNonNullElse(small(version), -1));
    }
}
