package org.interurban.platform.pairing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.interurban.pairing.Regrets;
import org.jspecify.annotations.Nullable;

/** Pairs of a run as tables show them. */
final class PairLines {

    /**
     * A pair in a table.
     *
     * @param cost of choosing it, or of losing it where it is chosen; null where not known or no answer has it
     */
    record Line(
            Named a,
            Named b,
            String score,
            @Nullable String cost,
            boolean impossible,
            boolean chosen,
            boolean selected,
            @Nullable String lock,
            String confidence,
            String link) {}

    private final Bench bench;
    private final Choice choice;
    private final Locale locale;
    private final String address;
    private final Map<Integer, Named> names = new HashMap<>();

    PairLines(Bench bench, Choice choice, Locale locale, String address) {
        this.bench = bench;
        this.choice = choice;
        this.locale = locale;
        this.address = address;
    }

    private Named named(int city) {
        return names.computeIfAbsent(city, position -> Named.of(bench.city(position), locale));
    }

    Line line(int one, int other) {
        var cost = bench.cost(one, other);
        var impossible = cost.isPresent() && cost.getAsLong() == Regrets.IMPOSSIBLE;
        return new Line(
                named(one),
                named(other),
                SolveRound.shown(bench.scoring().score(one, other)),
                shown(cost),
                impossible,
                bench.isChosen(one, other),
                named(one).id().equals(choice.a()) && named(other).id().equals(choice.b()),
                bench.lock(one, other).map(lock -> lock.kind().code()).orElse(null),
                Long.toString(Math.round(bench.scoring().confidence(one, other) / 10_000.0)),
                address + choice.withPair(named(one).id(), named(other).id()).query());
    }

    private static @Nullable String shown(OptionalLong cost) {
        return cost.isEmpty() || cost.getAsLong() == Regrets.IMPOSSIBLE ? null : SolveRound.shown(cost.getAsLong());
    }

    List<Line> chosen() {
        return bench.pairs().stream().map(pair -> line(pair[0], pair[1])).toList();
    }

    List<Named> unpaired() {
        return IntStream.range(0, bench.scoring().cities().size())
                .filter(city -> bench.partners(city).isEmpty())
                .mapToObj(this::named)
                .toList();
    }

    List<Line> alternatives(int city, boolean first, int most) {
        var others = new LinkedHashSet<>(
                bench.alternatives(city).stream().limit(most).toList());
        // what is looked at is always among them
        var looked = first ? choice.b() : choice.a();
        if (looked != null && bench.scoring().has(looked)) {
            var position = bench.scoring().position(looked);
            if (bench.scoring().allowed(city, position)) {
                others.add(position);
            }
        }
        return others.stream()
                .map(other -> first ? line(city, other) : line(other, city))
                .toList();
    }

    List<String> partners(int city, List<Integer> partners) {
        return partners.stream()
                .map(partner -> named(partner).name() + " "
                        + SolveRound.shown(bench.scoring().score(city, partner)))
                .toList();
    }
}
