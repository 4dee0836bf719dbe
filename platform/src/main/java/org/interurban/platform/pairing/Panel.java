package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.interurban.pairing.Regrets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The pair that is looked at. */
record Panel(
        Named a,
        Named b,
        @Nullable String score,
        boolean chosen,
        @Nullable String cost,
        @Nullable String notAllowed,
        @Nullable RoundLock lock,
        @Nullable String lockCost,
        int rank,
        Reasons.@Nullable Explained why,
        List<MoveLine> moves,
        int moreMoves,
        List<String> conflict,
        List<PairLines.Line> ofA,
        List<PairLines.Line> ofB) {

    private static final int ALTERNATIVES = 6;
    private static final int MOVES = 12;

    record MoveLine(String city, List<String> now, List<String> then) {}

    static Panel of(Bench bench, PairLines lines, int one, int other, MessageSource messages, Locale locale) {
        var reasons = new Reasons(bench, messages, locale);
        var allowed = bench.scoring().allowed(one, other);
        var chosen = bench.isChosen(one, other);
        var lock = bench.lock(one, other);
        var moves = new ArrayList<MoveLine>();
        var conflict = new ArrayList<String>();
        String cost = null;
        if (!chosen && allowed) {
            switch (bench.forced(one, other)) {
                case Bench.Forced.Possible(var lost, var moved) -> {
                    cost = SolveRound.shown(lost);
                    moved.forEach(move -> moves.add(new MoveLine(
                            bench.city(move.city()).name(locale),
                            lines.partners(move.city(), move.now()),
                            lines.partners(move.city(), move.then()))));
                }
                case Bench.Forced.Impossible(var rules) ->
                    rules.stream().map(reasons::conflict).forEach(conflict::add);
            }
        } else if (chosen) {
            var lost = bench.cost(one, other);
            cost = lost.isEmpty() || lost.getAsLong() == Regrets.IMPOSSIBLE ? null : SolveRound.shown(lost.getAsLong());
        }
        return new Panel(
                Named.of(bench.city(one), locale),
                Named.of(bench.city(other), locale),
                allowed ? SolveRound.shown(bench.scoring().score(one, other)) : null,
                chosen,
                cost,
                allowed ? null : reasons.notAllowed(one, other),
                lock.orElse(null),
                lock.isEmpty()
                        ? null
                        : bench.run().result().lockCosts().stream()
                                .filter(known -> lock.get().isOf(known.a(), known.b()))
                                .findFirst()
                                .map(known -> SolveRound.shown(known.cost()))
                                .orElse(null),
                rank(bench, one, other),
                allowed ? reasons.explain(one, other) : null,
                moves.stream().limit(MOVES).toList(),
                Math.max(0, moves.size() - MOVES),
                conflict,
                lines.alternatives(one, true, ALTERNATIVES),
                lines.alternatives(other, false, ALTERNATIVES));
    }

    /** At which place the second city stands among what the first could get, by score. */
    private static int rank(Bench bench, int one, int other) {
        var score = bench.scoring().score(one, other);
        return 1
                + (int) IntStream.range(0, bench.scoring().cities().size())
                        .filter(city -> bench.scoring().score(one, city) > score)
                        .count();
    }
}
