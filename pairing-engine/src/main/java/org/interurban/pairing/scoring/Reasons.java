package org.interurban.pairing.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the value of each part into words, with the profile lines that it rests on. */
final class Reasons {

    private static final int MOST_EVIDENCE = 3;

    private final Likeness likeness;
    private final List<String> languages;
    private final List<String> tags;

    /**
     * @param languages names by the numbers that the cities hold
     * @param tags likewise
     */
    Reasons(Likeness likeness, List<String> languages, List<String> tags) {
        this.likeness = likeness;
        this.languages = languages;
        this.tags = tags;
    }

    /** @param value not a number when the part is unknown, and the prior counts */
    Reading reading(Part part, City a, City b, double value, double prior) {
        return Double.isNaN(value)
                ? new Reading.Unknown(prior, missing(part, a, b))
                : new Reading.Known(value, reason(part, a, b, value), evidence(part, a, b));
    }

    private List<Evidence> evidence(Part part, City a, City b) {
        return switch (part) {
            case A_HELPS_B -> matches(b.seeks(), a.offers(), true, false);
            case B_HELPS_A -> matches(a.seeks(), b.offers(), true, true);
            case SHARED_CHALLENGE -> matches(a.seeks(), b.seeks(), false, true);
            default -> List.of();
        };
    }

    private List<Evidence> matches(Line[] needs, Line[] others, boolean offers, boolean needsOfA) {
        var matches = new ArrayList<Evidence>();
        for (var need : needs) {
            likeness.best(need, others, offers)
                    .ifPresent(other -> matches.add(new Evidence(
                            needsOfA ? need.quoted() : other.quoted(),
                            needsOfA ? other.quoted() : need.quoted(),
                            likeness.reason(need, other),
                            likeness.of(need, other),
                            likeness.likeMeaning(need, other))));
        }
        matches.sort((one, other) -> Double.compare(other.strength(), one.strength()));
        return matches.subList(0, Math.min(matches.size(), MOST_EVIDENCE));
    }

    private static String missing(Part part, City a, City b) {
        return switch (part) {
            case A_HELPS_B -> a.offers().length == 0 ? a.name() + " states no offer" : b.name() + " states no need";
            case B_HELPS_A -> b.offers().length == 0 ? b.name() + " states no offer" : a.name() + " states no need";
            case RECIPROCITY -> "one direction is unknown";
            case SHARED_CHALLENGE -> "%s states no need".formatted(either(a.seeks().length == 0, a, b));
            case SIMILAR_SIZE -> "population of %s is unknown".formatted(either(Double.isNaN(a.logPopulation()), a, b));
            case SIMILAR_INCOME -> "income of %s is unknown".formatted(either(Double.isNaN(a.logIncome()), a, b));
            case SHARED_TAGS -> "setting of %s is unknown".formatted(either(a.tags().length == 0, a, b));
            case LANGUAGE -> "languages of %s are unknown".formatted(either(a.languages().length == 0, a, b));
            case OFFICE_HOURS -> "time zone of %s is unknown".formatted(either(a.zone() == City.NO_ZONE, a, b));
            case WISH_OF_A -> a.name() + " names no wish";
            case WISH_OF_B -> b.name() + " names no wish";
            case PAST_TIE -> "no past cooperation is on record";
            case FIRST_TIMER ->
                "not known whether %s is new".formatted(either(a.ties().firstTimer() == null, a, b));
        };
    }

    private static String either(boolean isA, City a, City b) {
        return isA ? a.name() : b.name();
    }

    private String reason(Part part, City a, City b, double value) {
        return switch (part) {
            case A_HELPS_B -> "%s offers %s of what %s seeks".formatted(a.name(), percent(value), b.name());
            case B_HELPS_A -> "%s offers %s of what %s seeks".formatted(b.name(), percent(value), a.name());
            case RECIPROCITY -> "the weaker direction reaches " + percent(value);
            case SHARED_CHALLENGE -> "%s of what they seek is common to both".formatted(percent(value));
            case SIMILAR_SIZE ->
                english(
                        "%,d and %,d inhabitants",
                        a.profile().setting().population(),
                        b.profile().setting().population());
            case SIMILAR_INCOME ->
                english(
                        "%,.0f and %,.0f per inhabitant",
                        a.profile().setting().income(), b.profile().setting().income());
            case SHARED_TAGS ->
                Measures.inCommon(a.tags(), b.tags()) == 0
                        ? "no tag in common"
                        : "both: " + namesInCommon(a.tags(), b.tags(), tags);
            case LANGUAGE ->
                value == 0
                        ? "interpretation needed"
                        : "both work in " + namesInCommon(a.languages(), b.languages(), languages);
            case OFFICE_HOURS -> english("%.1f of 8 office hours in common, mean over the year", 8 * value);
            case WISH_OF_A ->
                value > 0 ? "%s wishes for %s".formatted(a.name(), b.name()) : a.name() + " wishes for others";
            case WISH_OF_B ->
                value > 0 ? "%s wishes for %s".formatted(b.name(), a.name()) : b.name() + " wishes for others";
            case PAST_TIE ->
                a.ties().past().contains(b.id()) || b.ties().past().contains(a.id())
                        ? "they have worked together before"
                        : "they have not worked together before";
            case FIRST_TIMER -> value == 1 ? "both are new" : value > 0 ? "one is new" : "neither is new";
        };
    }

    private static String english(String pattern, @Nullable Object... values) {
        return String.format(Locale.ENGLISH, pattern, values);
    }

    private static String percent(double value) {
        return Math.round(100 * value) + " %";
    }

    private static String namesInCommon(int[] one, int[] other, List<String> names) {
        return Arrays.stream(one)
                .filter(name -> Arrays.binarySearch(other, name) >= 0)
                .mapToObj(names::get)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
