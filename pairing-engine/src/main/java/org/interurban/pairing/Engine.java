package org.interurban.pairing;

/** The door of the library: problems in, answers with their proofs out. */
public final class Engine {

    /** Kept with every certificate; rises when the same problem may get another answer. */
    public static final String VERSION = "2";

    private Engine() {}

    /** Solves the problem exactly where a method exists, with a bound for clusters, and says so otherwise. */
    public static Outcome solve(Problem problem) {
        return switch (problem.form()) {
            case Form.TwoSides _ -> onTwoSides(problem);
            case Form.OnePool _ -> new OnePool(problem).solve();
            case Form.Clusters(var size) -> new Clustering(problem, size).solve();
        };
    }

    private static Outcome onTwoSides(Problem problem) {
        var sides = new TwoSides(problem);
        return sides.refusal().orElseGet(() -> switch (problem.objective()) {
            case Objective.Total _ -> sides.total();
            case Objective.Fair _ -> new Fair(sides).solve();
            case Objective.Keeping _ -> new Keeping(sides).solve();
            case Objective.Stable(var proposing) -> new DeferredAcceptance(sides, proposing).solve();
        });
    }
}
