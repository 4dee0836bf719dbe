package org.interurban.platform.pairing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results in one line. */
record Strip(
        boolean exact,
        @Nullable String bound,
        String aim,
        String total,
        int pairs,
        long served,
        int cities,
        PairLines.@Nullable Line weakest,
        int robust,
        int robustOf,
        int blocking,
        List<PairLines.Line> blockingPairs,
        int must,
        int mustNot,
        int prefer,
        String lockCost) {

    private static final int MOST_NAMED = 6;

    static Strip of(Bench bench, PairLines lines) {
        var run = bench.run();
        var kinds = new int[RoundLock.Kind.values().length];
        run.locks().stream()
                .filter(lock -> bench.scoring().has(lock.a()) && bench.scoring().has(lock.b()))
                .forEach(lock -> kinds[lock.kind().ordinal()]++);
        var bound = run.result().bound();
        return new Strip(
                run.exact(),
                bound == null ? null : SolveRound.millionths(bound),
                run.rules().aim().code(),
                SolveRound.millionths(run.objective()),
                run.result().pairs().size(),
                bench.served(),
                bench.scoring().cities().size(),
                bench.weakest().map(pair -> lines.line(pair[0], pair[1])).orElse(null),
                run.result().robust().stream().mapToInt(Run.Held::runs).min().orElse(0),
                run.result().robustOf(),
                run.result().blocking(),
                run.result().blockingPairs().stream()
                        .limit(MOST_NAMED)
                        .map(pair -> lines.line(
                                bench.scoring().position(pair.a()),
                                bench.scoring().position(pair.b())))
                        .toList(),
                kinds[RoundLock.Kind.MUST.ordinal()],
                kinds[RoundLock.Kind.MUST_NOT.ordinal()],
                kinds[RoundLock.Kind.PREFER.ordinal()],
                SolveRound.shown(run.result().lockCosts().stream()
                        .mapToLong(Run.LockCost::cost)
                        .sum()));
    }
}
