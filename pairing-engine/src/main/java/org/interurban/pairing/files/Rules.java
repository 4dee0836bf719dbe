package org.interurban.pairing.files;

import java.util.List;
import java.util.Map;
import org.interurban.pairing.Form;
import org.interurban.pairing.Limit;
import org.interurban.pairing.Lock;
import org.interurban.pairing.Objective;
import org.interurban.pairing.scoring.HardRules;
import org.interurban.pairing.scoring.Part;
import org.interurban.pairing.scoring.Weights;

/**
 * What a programme decides about a round.
 *
 * @param priors cautious values of the programme's own for parts that are unknown
 * @param year the year whose calendar decides on common office hours
 */
public record Rules(
        Form form,
        Objective objective,
        Weights weights,
        Map<Part, Double> priors,
        HardRules hardRules,
        List<Lock> locks,
        List<Limit> limits,
        int year,
        long seed) {

    /** Part of the version of the scores: another year may have other summer time. */
    public static final int USUAL_YEAR = 2026;

    public Rules {
        priors = Map.copyOf(priors);
        locks = List.copyOf(locks);
        limits = List.copyOf(limits);
    }

    static Rules usual(Form form) {
        return new Rules(
                form,
                new Objective.Total(),
                Weights.usual(),
                Map.of(),
                HardRules.NONE,
                List.of(),
                List.of(),
                USUAL_YEAR,
                0);
    }
}
