package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.pairing.Limit;
import org.interurban.pairing.Rule;
import org.interurban.pairing.scoring.Evidence;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.pairing.scoring.Part;
import org.interurban.pairing.scoring.Reading;
import org.interurban.platform.participants.ProfileLine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says in the reader's words why a pair scores as it does, and why it is not proposed. */
final class Reasons {

    /** Lines that match at least so well say nearly the same, and those that match so well have much in common. */
    private static final double ALIKE = 0.9;

    private static final double MUCH = 0.6;

    private final Bench bench;
    private final MessageSource messages;
    private final Locale locale;

    Reasons(Bench bench, MessageSource messages, Locale locale) {
        this.bench = bench;
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * One part of the score.
     *
     * @param bar its length in percent; for an unknown part, that of the cautious value
     * @param known whether the part is known
     * @param adds what it adds to the score, which is the sum of all parts; of an unknown one, by the cautious value
     */
    record PartLine(
            String name, String weight, boolean known, String adds, double bar, String reason, List<String> evidence) {}

    /**
     * @param fresh what the profiles score today's way, where that is not the number kept with the run
     * @param lead the strongest reason in one sentence; in two, where each of the cities offers what the other seeks
     */
    record Explained(
            Fit fit,
            String confidence,
            boolean donor,
            @Nullable String fresh,
            String lead,
            List<PartLine> parts) {}

    Explained explain(int one, int other) {
        return explain(one, other, null);
    }

    /** @param reader what that city of the two gains is said first; null for the stronger reason */
    Explained explain(int one, int other, @Nullable Integer reader) {
        var score = bench.explained(one, other);
        var kept = bench.scoring().score(one, other);
        var a = bench.scoring().position(score.a());
        var b = bench.scoring().position(score.b());
        var parts = new ArrayList<PartLine>();
        for (var part : Part.values()) {
            var weight = weight(part);
            if (weight > 0) {
                parts.add(line(part, score, a, b, weight));
            }
        }
        // known parts by what they weigh, then what is not known
        parts.sort(Comparator.<PartLine, Boolean>comparing(line -> !line.known())
                .thenComparing(line -> -Double.parseDouble(line.weight())));
        return new Explained(
                fit(score),
                Long.toString(Math.round(score.confidence() / (PairScore.ONE / 100.0))),
                score.donor(),
                score.joint() == kept ? null : SolveRound.shown(score.joint()),
                lead(score, a, b, reader == null ? null : reader == a ? Part.B_HELPS_A : Part.A_HELPS_B),
                parts);
    }

    /** The parts of one criterion carry its weight in equal shares. */
    private double weight(Part part) {
        var weights = bench.run().rules().scoring().values();
        var all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var sharing = java.util.Arrays.stream(Part.values())
                .filter(other -> other.criterion() == part.criterion())
                .count();
        return 100 * weights.getOrDefault(part.criterion(), 0.0) / sharing / all;
    }

    private PartLine line(Part part, PairScore score, int a, int b, double weight) {
        var reading = score.parts().get(part);
        if (reading == null) {
            throw new IllegalStateException("A score without its part " + part);
        }
        var shownWeight = String.format(Locale.ROOT, weight == Math.rint(weight) ? "%.0f" : "%.1f", weight);
        return new PartLine(
                name(part, a, b),
                shownWeight,
                reading instanceof Reading.Known,
                String.format(Locale.ROOT, "%.3f", weight * reading.value() / 100),
                100 * reading.value(),
                switch (reading) {
                    case Reading.Known known -> reason(part, known.value(), a, b);
                    case Reading.Unknown _ ->
                        say("pairing.unknown." + part.criterion().key());
                },
                reading instanceof Reading.Known known
                        ? known.evidence().stream()
                                .map(evidence -> words(evidence, a, b))
                                .toList()
                        : List.of());
    }

    /** An interest is no offer: where a city has stated nothing else, the part is not called one. */
    private String name(Part part, int a, int b) {
        var stated = part == Part.A_HELPS_B ? stated(a, b) : part != Part.B_HELPS_A || stated(b, a);
        return stated
                ? say("pairing.part." + part.key(), name(a), name(b))
                : say(
                        "pairing.part.interests",
                        name(part == Part.A_HELPS_B ? a : b),
                        name(part == Part.A_HELPS_B ? b : a));
    }

    /** Whether the one says that it offers something, and the other that it seeks something. */
    private boolean stated(int one, int other) {
        return has(one, ProfileLine.Kind.OFFER) && has(other, ProfileLine.Kind.SEEK);
    }

    private boolean has(int city, ProfileLine.Kind kind) {
        return bench.city(city).lines().stream().anyMatch(line -> line.kind() == kind);
    }

    /** A pair of which neither has what the other looks for is no more than possible, whatever speaks for it beside. */
    private Fit fit(PairScore score) {
        var a = bench.scoring().position(score.a());
        var b = bench.scoring().position(score.b());
        if (bench.city(a).lines().isEmpty() || bench.city(b).lines().isEmpty()) {
            return Fit.UNKNOWN;
        }
        return bench.matches(score).stream().anyMatch(match -> meets(match.evidence(), a, b))
                ? bench.fit(a, b)
                : Fit.POSSIBLE;
    }

    private String reason(Part part, double value, int a, int b) {
        return switch (part) {
            case A_HELPS_B -> helps(value, a, b);
            case B_HELPS_A -> helps(value, b, a);
            case SIMILAR_SIZE -> say("pairing.reason.similar_size", people(a), people(b));
            case SIMILAR_INCOME -> say("pairing.reason.similar_income", income(a), income(b));
            case LANGUAGE ->
                value == 0 ? say("pairing.reason.interpretation") : say("pairing.reason.language", languages(a, b));
            case OFFICE_HOURS -> say("pairing.reason.office_hours", String.format(Locale.ROOT, "%.1f", 8 * value));
            case WISH_OF_A -> say(value > 0 ? "pairing.reason.wish" : "pairing.reason.no-wish", name(a), name(b));
            case WISH_OF_B -> say(value > 0 ? "pairing.reason.wish" : "pairing.reason.no-wish", name(b), name(a));
            case PAST_TIE ->
                say(
                        bench.city(a).past().contains(bench.city(b).id())
                                ? "pairing.reason.past"
                                : "pairing.reason.no-past");
            case FIRST_TIMER ->
                say(
                        value == 1
                                ? "pairing.reason.both-new"
                                : value > 0 ? "pairing.reason.one-new" : "pairing.reason.none-new");
            case RECIPROCITY -> say("pairing.reason.reciprocity." + share(value));
            case SHARED_CHALLENGE -> say("pairing.reason.shared_challenge." + share(value));
            case SHARED_TAGS -> say("pairing.reason.shared_tags." + share(value));
        };
    }

    private String helps(double value, int one, int other) {
        return stated(one, other)
                ? say("pairing.reason.helps." + share(value), name(one), name(other))
                : say("pairing.reason.interests." + share(value), name(one), name(other));
    }

    /** The ending of the messages that say how much of something there is; a percentage would say more than is known. */
    private static String share(double value) {
        return value >= 0.85 ? "all" : value >= 0.5 ? "much" : value >= 0.2 ? "some" : value > 0 ? "little" : "none";
    }

    /** The best match each way, where there is one both ways; else the best of all. @param first which way is said first */
    private String lead(PairScore score, int a, int b, @Nullable Part first) {
        var matches = bench.matches(score);
        var ways = Stream.of(Part.A_HELPS_B, Part.B_HELPS_A)
                .flatMap(way -> matches.stream()
                        .filter(match -> match.part() == way && isHelp(match.evidence(), a, b))
                        .limit(1))
                .sorted(Comparator.<Bench.Match, Boolean>comparing(match -> match.part() != first)
                        .thenComparing(matches::indexOf))
                .toList();
        return (ways.size() == 2 ? ways.stream() : matches.stream().limit(1))
                .map(match -> words(match.evidence(), a, b))
                .reduce((one, other) -> one + " " + other)
                .orElseGet(() -> say("pairing.lead.little"));
    }

    /** Two that seek the same, or offer the same, have that in common, and neither has it for the other. */
    private boolean meets(Evidence evidence, int a, int b) {
        return isHelp(evidence, a, b) || bench.city(a).line(evidence.a().line()).kind() == ProfileLine.Kind.INTEREST;
    }

    private boolean isHelp(Evidence evidence, int a, int b) {
        return bench.city(a).line(evidence.a().line()).kind()
                != bench.city(b).line(evidence.b().line()).kind();
    }

    /** Lines that differ are both quoted, each as what its city says: it must not be put into the other's mouth. */
    private String words(Evidence evidence, int a, int b) {
        var one = bench.city(a).line(evidence.a().line());
        var other = bench.city(b).line(evidence.b().line());
        var same = one.in(locale).equalsIgnoreCase(other.in(locale));
        if (same && one.kind() == other.kind()) {
            return say("pairing.lead.both." + one.kind().code(), name(a), name(b), one.in(locale));
        }
        if (same && one.kind() == ProfileLine.Kind.OFFER && other.kind() == ProfileLine.Kind.SEEK) {
            return say("pairing.lead.helps", name(a), name(b), one.in(locale));
        }
        if (same && one.kind() == ProfileLine.Kind.SEEK && other.kind() == ProfileLine.Kind.OFFER) {
            return say("pairing.lead.helps", name(b), name(a), one.in(locale));
        }
        return say(
                "pairing.lead.two",
                says(one, a),
                says(other, b),
                say("pairing.alike." + alike(same ? 1 : evidence.strength())));
    }

    private static String alike(double strength) {
        return strength >= ALIKE ? "same" : strength >= MUCH ? "much" : "some";
    }

    private String says(RoundCity.Line line, int city) {
        return say("pairing.says." + line.kind().code(), name(city), line.in(locale));
    }

    /** A rule that stands in the way. */
    String conflict(Rule rule) {
        return conflict(rule, bench.scoring().cities(), messages, locale);
    }

    /** What stands in each other's way; a lock that fails by itself does so because its pair is not allowed. */
    static Stream<String> conflicts(List<Rule> rules, List<RoundCity> cities, MessageSource messages, Locale locale) {
        return rules.size() == 1 && rules.getFirst() instanceof Rule.Locked(var lock)
                ? Stream.of(
                        conflict(rules.getFirst(), cities, messages, locale),
                        notAllowed(city(lock.a(), cities), city(lock.b(), cities), messages, locale))
                : rules.stream().map(rule -> conflict(rule, cities, messages, locale));
    }

    private static RoundCity city(String id, List<RoundCity> cities) {
        return cities.stream().filter(city -> city.id().equals(id)).findFirst().orElseThrow();
    }

    static String conflict(Rule rule, List<RoundCity> cities, MessageSource messages, Locale locale) {
        return switch (rule) {
            case Rule.Minimum(var participant) ->
                messages.getMessage(
                        "pairing.conflict.minimum",
                        new Object[] {named(participant.id(), cities, locale), participant.min()},
                        locale);
            case Rule.Locked(var lock) ->
                messages.getMessage(
                        lock instanceof org.interurban.pairing.Lock.Must
                                ? "pairing.conflict.must"
                                : "pairing.conflict.must-not",
                        new Object[] {named(lock.a(), cities, locale), named(lock.b(), cities, locale)},
                        locale);
            case Rule.Limited(Limit.PartnersFrom(var _, var _, var among, var most)) ->
                messages.getMessage(
                        "pairing.conflict.city", new Object[] {country(among, cities, locale), most}, locale);
            case Rule.Limited(Limit.PairsWith(var _, var members, var most)) ->
                messages.getMessage(
                        "pairing.conflict.pairs", new Object[] {country(members, cities, locale), most}, locale);
            case Rule.Limited(Limit.PairsBetween(var name, var _, var _, var _)) ->
                throw new IllegalStateException("No round asks for a limit between two groups: " + name);
            case Rule.Stability(var shortfalls, var ofAll) ->
                messages.getMessage(
                        ofAll ? "pairing.conflict.stability" : "pairing.conflict.stability-of-draw",
                        new Object[] {
                            shortfalls.stream()
                                    .map(shortfall -> "%s %d/%d"
                                            .formatted(
                                                    named(
                                                            shortfall
                                                                    .participant()
                                                                    .id(),
                                                            cities,
                                                            locale),
                                                    shortfall.partners(),
                                                    shortfall.participant().min()))
                                    .collect(Collectors.joining(", "))
                        },
                        locale);
        };
    }

    /** Limits are for the cities of one country. */
    private static String country(Set<String> ids, List<RoundCity> cities, Locale locale) {
        var code = cities.stream()
                .filter(city -> ids.contains(city.id()))
                .findFirst()
                .map(RoundCity::country)
                .orElseThrow();
        return Locale.of("", code).getDisplayCountry(locale);
    }

    private static String named(String id, List<RoundCity> cities, Locale locale) {
        return city(id, cities).name(locale);
    }

    /** Why the pair may not be proposed at all. */
    String notAllowed(int one, int other) {
        return notAllowed(bench.city(one), bench.city(other), messages, locale);
    }

    private static String notAllowed(RoundCity a, RoundCity b, MessageSource messages, Locale locale) {
        if (a.declined().contains(b.id()) || b.declined().contains(a.id())) {
            return saidBy(a.declined().contains(b.id()), a, b, "pairing.not-allowed.declined", messages, locale);
        }
        if (a.rulesOut(b) || b.rulesOut(a)) {
            return saidBy(a.rulesOut(b), a, b, "pairing.not-allowed.excluded", messages, locale);
        }
        return messages.getMessage(
                a.paired().contains(b.id()) ? "pairing.not-allowed.paired" : "pairing.not-allowed.side", null, locale);
    }

    private static String saidBy(
            boolean first, RoundCity a, RoundCity b, String message, MessageSource messages, Locale locale) {
        var names = new Object[] {(first ? a : b).name(locale), (first ? b : a).name(locale)};
        return messages.getMessage(message, names, locale);
    }

    private String people(int city) {
        return number(bench.city(city).population());
    }

    private String income(int city) {
        return number(bench.city(city).income());
    }

    private String number(@Nullable Number number) {
        return number == null ? "?" : String.format(locale, "%,d", Math.round(number.doubleValue()));
    }

    private String languages(int a, int b) {
        return bench.city(a).languages().stream()
                .map(Locale::forLanguageTag)
                .filter(one -> bench.city(b).languages().stream()
                        .anyMatch(other ->
                                Locale.forLanguageTag(other).getLanguage().equals(one.getLanguage())))
                .map(language -> language.getDisplayLanguage(locale))
                .distinct()
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private String name(int city) {
        return bench.city(city).name(locale);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
