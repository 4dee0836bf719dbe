package org.interurban.platform.pairing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interurban.pairing.scoring.Criterion;
import org.interurban.pairing.scoring.Weights;
import org.jspecify.annotations.Nullable;
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
        @NotNull(message = "{pairing.error.aim-needed}") Rules.@Nullable Aim aim,
        @Nullable Map<String, BigDecimal> weights,
        @Nullable String pastTie,

        @Min(value = 1, message = "{pairing.error.partners}")
        @Max(value = Rules.MOST_PARTNERS, message = "{pairing.error.partners}")
        @Nullable
        Integer mostOfA,

        @Min(value = 1, message = "{pairing.error.partners}")
        @Max(value = Rules.MOST_PARTNERS, message = "{pairing.error.partners}")
        @Nullable
        Integer mostOfB,

        @Min(value = 1, message = "{pairing.error.limit}")
        @Max(value = Rules.MOST_PAIRS, message = "{pairing.error.limit}")
        @Nullable
        Integer perCountry,

        @Min(value = 1, message = "{pairing.error.limit}")
        @Max(value = Rules.MOST_PAIRS, message = "{pairing.error.limit}")
        @Nullable
        Integer pairsPerCountry,

        @Nullable Boolean never,

        @NotNull(message = "{pairing.error.seed-needed}") @Nullable
        Long seed,

        @Nullable Integer version) {

    /** The usual rules, and two groups where the programme has two. */
    static RoundForm fresh(Map<String, Integer> groups, long seed) {
        var names = groups.keySet().stream().toList();
        return of(
                "",
                names.size() < 2,
                names.isEmpty() ? "" : names.getFirst(),
                names.size() < 2 ? "" : names.get(1),
                Rules.usual(seed),
                0);
    }

    static RoundForm of(Round round) {
        return of(round.name(), round.pool(), round.sideA(), round.sideB(), round.rules(), round.version());
    }

    private static RoundForm of(String name, boolean pool, String sideA, String sideB, Rules rules, int version) {
        var weights = new LinkedHashMap<String, BigDecimal>();
        for (var criterion : Criterion.values()) {
            weights.put(
                    criterion.key(),
                    BigDecimal.valueOf(rules.scoring().values().getOrDefault(criterion, 0.0))
                            .stripTrailingZeros());
        }
        return new RoundForm(
                name,
                pool ? "pool" : "sides",
                sideA,
                sideB,
                rules.aim(),
                weights,
                rules.pastTie() == null ? "" : rules.pastTie().name().toLowerCase(java.util.Locale.ROOT),
                rules.mostOfA(),
                rules.mostOfB(),
                rules.perCountry(),
                rules.pairsPerCountry(),
                !rules.againAllowed(),
                rules.seed(),
                version);
    }

    public boolean isPool() {
        return "pool".equals(form);
    }

    /** What no single field can say. */
    void check(Errors errors, Map<String, Integer> groups) {
        if (!isPool() && (sideA == null || sideB == null || sideA.equals(sideB))) {
            errors.rejectValue("sideB", "pairing.error.two-sides");
        }
        for (var side : new String[] {"sideA", "sideB"}) {
            var value = side.equals("sideA") ? sideA : sideB;
            if (!isPool() && value != null && !groups.containsKey(value)) {
                errors.rejectValue(side, "pairing.error.no-group");
            }
        }
        var sum = 0.0;
        for (var criterion : Criterion.values()) {
            var weight = weights == null ? null : weights.get(criterion.key());
            if (weight == null || weight.signum() < 0 || weight.doubleValue() > Rules.LARGEST_WEIGHT) {
                errors.rejectValue("weights[" + criterion.key() + "]", "pairing.error.weight");
            } else {
                sum += weight.doubleValue();
            }
        }
        if (sum == 0 && !errors.hasErrors()) {
            errors.rejectValue("weights[complementarity]", "pairing.error.no-weight");
        }
        if (isPool() && aim != null && aim.isStable()) {
            errors.rejectValue("aim", "pairing.error.stable-needs-sides");
        }
    }

    /** Only of a form without errors. */
    Rules rules() {
        if (aim == null || seed == null) {
            throw new IllegalStateException("The form was not checked");
        }
        var named = new LinkedHashMap<String, Double>();
        if (weights != null) {
            weights.forEach((key, weight) -> named.put(key, weight.doubleValue()));
        }
        return new Rules(
                aim,
                named,
                pastTie == null || pastTie.isEmpty()
                        ? null
                        : Weights.PastTie.valueOf(pastTie.toUpperCase(java.util.Locale.ROOT)),
                mostOfA,
                mostOfB,
                isPool() ? null : perCountry,
                isPool() ? null : pairsPerCountry,
                never == null || !never,
                seed);
    }

    /** Only of a form without errors. */
    Round toRound(RoundId id, java.util.UUID programme, String code, String programmeName) {
        return new Round(
                id,
                programme,
                code,
                programmeName,
                name == null ? "" : name.strip(),
                RoundState.DRAFT,
                isPool(),
                sideA == null ? "" : sideA,
                isPool() || sideB == null ? "" : sideB,
                rules(),
                null,
                version == null ? 0 : version);
    }
}
