package org.interurban.pairing.scoring;

/** How well two cities suit each other, part by part; the first city is seen as A. */
final class Measures {

    /** A hundredfold difference in size, and a twentyfold one in income, is no similarity at all. */
    private static final double FAR_IN_SIZE = Math.log10(100);

    private static final double FAR_IN_INCOME = Math.log10(20);

    private final Likeness likeness;
    private final OfficeHours officeHours;
    private final Weights weights;

    Measures(Likeness likeness, OfficeHours officeHours, Weights weights) {
        this.likeness = likeness;
        this.officeHours = officeHours;
        this.weights = weights;
    }

    /** Fills in the value of each part, by its place among the parts; not a number where it is unknown. */
    void measure(City a, City b, double[] values) {
        var toB = met(b.seeks(), a.offers(), true);
        var toA = met(a.seeks(), b.offers(), true);
        values[Part.A_HELPS_B.ordinal()] = toB;
        values[Part.B_HELPS_A.ordinal()] = toA;
        values[Part.RECIPROCITY.ordinal()] = Math.min(toA, toB);
        // each side's view of the other's needs; the mean does not depend on who is called A
        values[Part.SHARED_CHALLENGE.ordinal()] =
                (met(a.seeks(), b.seeks(), false) + met(b.seeks(), a.seeks(), false)) / 2;
        circumstances(a, b, values);
    }

    /** The parts that do not rest on profile lines, which are cheap to measure. */
    void circumstances(City a, City b, double[] values) {
        values[Part.SIMILAR_SIZE.ordinal()] = nearness(a.logPopulation(), b.logPopulation(), FAR_IN_SIZE);
        values[Part.SIMILAR_INCOME.ordinal()] = nearness(a.logIncome(), b.logIncome(), FAR_IN_INCOME);
        values[Part.SHARED_TAGS.ordinal()] = sharedTags(a, b);
        values[Part.LANGUAGE.ordinal()] = a.languages().length == 0 || b.languages().length == 0
                ? Double.NaN
                : inCommon(a.languages(), b.languages()) > 0 ? 1 : 0;
        values[Part.OFFICE_HOURS.ordinal()] = a.zone() == City.NO_ZONE || b.zone() == City.NO_ZONE
                ? Double.NaN
                : officeHours.inCommon(a.zone(), b.zone());
        values[Part.WISH_OF_A.ordinal()] = wish(a, b);
        values[Part.WISH_OF_B.ordinal()] = wish(b, a);
        values[Part.PAST_TIE.ordinal()] = pastTie(a, b);
        values[Part.FIRST_TIMER.ordinal()] = firstTimer(a, b);
    }

    private double met(Line[] needs, Line[] others, boolean offers) {
        return needs.length == 0 || others.length == 0 ? Double.NaN : likeness.met(needs, others, offers);
    }

    /** 1 for equal logarithms, falling evenly to 0; not a number when either is unknown. */
    private static double nearness(double one, double other, double far) {
        return Math.max(0, 1 - Math.abs(one - other) / far);
    }

    private static double sharedTags(City a, City b) {
        if (a.tags().length == 0 || b.tags().length == 0) {
            return Double.NaN;
        }
        var common = inCommon(a.tags(), b.tags());
        return common / (double) (a.tags().length + b.tags().length - common);
    }

    /** How many numbers stand in both of two ascending lists. */
    static int inCommon(int[] one, int[] other) {
        var common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    private static double wish(City of, City wished) {
        return of.wishes().isEmpty() ? Double.NaN : of.wishes().getOrDefault(wished.id(), 0.0);
    }

    private double pastTie(City a, City b) {
        var pastOfA = a.ties().past();
        var pastOfB = b.ties().past();
        if (weights.pastTie() == null || (pastOfA.isEmpty() && pastOfB.isEmpty())) {
            return Double.NaN;
        }
        var tied = pastOfA.contains(b.id()) || pastOfB.contains(a.id());
        return tied == (weights.pastTie() == Weights.PastTie.BONUS) ? 1 : 0;
    }

    private static double firstTimer(City a, City b) {
        var newA = a.ties().firstTimer();
        var newB = b.ties().firstTimer();
        return newA == null || newB == null ? Double.NaN : ((newA ? 1 : 0) + (newB ? 1 : 0)) / 2.0;
    }
}
