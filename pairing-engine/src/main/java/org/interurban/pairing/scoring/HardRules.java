package org.interurban.pairing.scoring;

import java.util.List;
import java.util.Optional;

/** The pairs that a round does not allow, whatever their score. */
public record HardRules(List<Exclusion> exclusions) {

    public static final HardRules NONE = new HardRules(List.of());

    /** Something the programme rules out. */
    public sealed interface Exclusion {

        /** A participant, or all of a country, stays out of the round. */
        record Alone(String who, String reason) implements Exclusion {}

        /** No pair between these two; each is an id or a country code. */
        record Between(String one, String other, String reason) implements Exclusion {}

        /** No pair of cities that have worked together before. */
        record PastTies(String reason) implements Exclusion {}
    }

    public HardRules {
        exclusions = List.copyOf(exclusions);
    }

    /** Why this pair is not allowed, in English words; empty when it is. */
    public Optional<String> forbids(Profile a, Profile b) {
        if (a.excludes(b)) {
            return Optional.of("%s excludes %s".formatted(a.id(), b.id()));
        }
        if (b.excludes(a)) {
            return Optional.of("%s excludes %s".formatted(b.id(), a.id()));
        }
        if (exclusions.isEmpty()) {
            return Optional.empty();
        }
        return exclusions.stream()
                .flatMap(exclusion -> why(exclusion, a, b).stream())
                .findFirst();
    }

    private static Optional<String> why(Exclusion exclusion, Profile a, Profile b) {
        return switch (exclusion) {
            case Exclusion.Alone(var who, var reason) ->
                is(who, a) || is(who, b)
                        ? Optional.of("the rules leave %s out%s".formatted(who, because(reason)))
                        : Optional.empty();
            case Exclusion.Between(var one, var other, var reason) ->
                (is(one, a) && is(other, b)) || (is(one, b) && is(other, a))
                        ? Optional.of("the rules exclude pairs of %s and %s%s".formatted(one, other, because(reason)))
                        : Optional.empty();
            case Exclusion.PastTies(var reason) ->
                a.ties().past().contains(b.id()) || b.ties().past().contains(a.id())
                        ? Optional.of("the rules exclude cities that have worked together before" + because(reason))
                        : Optional.empty();
        };
    }

    private static boolean is(String idOrCountry, Profile profile) {
        return idOrCountry.equals(profile.id()) || idOrCountry.equals(profile.country());
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
