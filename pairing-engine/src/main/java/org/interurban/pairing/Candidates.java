package org.interurban.pairing;

import java.util.Arrays;

/**
 * The allowed pairs with their scores, in compressed rows: a pair stands once, in the row of the participant that comes first.
 *
 * <p>Participants are known by their position in {@link Problem#participants()}. A score is a whole number, 0 or more, usually in
 * millionths. The two directed benefits of a pair (what each gains from the other) are optional; without them the score stands for
 * both.
 */
public final class Candidates {

    private final int[] start;
    private final int[] partner;
    private final Scores score;
    private final Scores benefitFirst;
    private final Scores benefitSecond;

    private Candidates(int[] start, int[] partner, Scores score, Scores benefitFirst, Scores benefitSecond) {
        this.start = start;
        this.partner = partner;
        this.score = score;
        this.benefitFirst = benefitFirst;
        this.benefitSecond = benefitSecond;
    }

    /**
     * Takes rows that are compressed already, without a copy: the partners of participant {@code i} stand from {@code start[i]} to
     * before {@code start[i + 1]}, ascending, each later than {@code i}.
     */
    public static Candidates ofRows(int[] start, int[] partner, int[] score) {
        if (start.length == 0
                || start[0] != 0
                || start[start.length - 1] != partner.length
                || partner.length != score.length) {
            throw new IllegalArgumentException("The rows do not fit the pairs");
        }
        for (var row = 0; row < start.length - 1; row++) {
            for (int at = start[row], before = row; at < start[row + 1]; before = partner[at++]) {
                if (partner[at] <= before || partner[at] > start.length - 2) {
                    throw new IllegalArgumentException(
                            "The partners in row %d do not ascend within the participants".formatted(row));
                }
            }
            if (start[row + 1] < start[row]) {
                throw new IllegalArgumentException("Row %d ends before it starts".formatted(row));
            }
        }
        return new Candidates(start, partner, Scores.of(score), Scores.NONE, Scores.NONE);
    }

    public static Builder among(int participants) {
        return new Builder(participants);
    }

    public int participants() {
        return start.length - 1;
    }

    /** How many pairs are allowed. */
    public int size() {
        return partner.length;
    }

    /** The position of the row's first pair; the row ends before {@code rowStart(row + 1)}. */
    public int rowStart(int row) {
        return start[row];
    }

    public int partner(int pair) {
        return partner[pair];
    }

    public long score(int pair) {
        return score.at(pair);
    }

    public boolean hasBenefits() {
        return benefitFirst.size() > 0;
    }

    /** What the participant that comes first gains from the pair. */
    public long benefitFirst(int pair) {
        return hasBenefits() ? benefitFirst.at(pair) : score(pair);
    }

    /** What the participant that comes second gains from the pair. */
    public long benefitSecond(int pair) {
        return hasBenefits() ? benefitSecond.at(pair) : score(pair);
    }

    /** The participant in whose row the pair stands. */
    public int first(int pair) {
        var at = Arrays.binarySearch(start, pair);
        if (at < 0) {
            return -at - 2;
        }
        while (start[at + 1] == pair) {
            at++;
        }
        return at;
    }

    /** The position of the pair of these two, in any order, or -1 when it is not allowed. */
    public int find(int one, int other) {
        var row = Math.min(one, other);
        var at = Arrays.binarySearch(partner, start[row], start[row + 1], Math.max(one, other));
        return at < 0 ? -1 : at;
    }

    Scores scores() {
        return score;
    }

    int[] starts() {
        return start;
    }

    int[] partners() {
        return partner;
    }

    /** The same pairs with other scores, by position. */
    Candidates withScores(long[] scores) {
        return new Candidates(start, partner, Scores.of(scores), benefitFirst, benefitSecond);
    }

    /** Collects pairs in any order. */
    public static final class Builder {

        private final int participants;
        private int size;
        private int[] first = new int[16];
        private int[] second = new int[16];
        private long[] score = new long[16];
        private long[] benefitFirst = new long[0];
        private long[] benefitSecond = new long[0];

        private Builder(int participants) {
            this.participants = participants;
        }

        public Builder add(int one, int other, long pairScore) {
            if (benefitFirst.length > 0) {
                throw new IllegalArgumentException("Either all pairs have directed benefits or none");
            }
            append(one, other, pairScore);
            return this;
        }

        public Builder add(int one, int other, long pairScore, long benefitOne, long benefitOther) {
            if (benefitFirst.length == 0 && size > 0) {
                throw new IllegalArgumentException("Either all pairs have directed benefits or none");
            }
            append(one, other, pairScore);
            if (benefitFirst.length < score.length) {
                benefitFirst = Arrays.copyOf(benefitFirst, score.length);
                benefitSecond = Arrays.copyOf(benefitSecond, score.length);
            }
            benefitFirst[size - 1] = one < other ? benefitOne : benefitOther;
            benefitSecond[size - 1] = one < other ? benefitOther : benefitOne;
            return this;
        }

        private void append(int one, int other, long pairScore) {
            if (one == other || Math.min(one, other) < 0 || Math.max(one, other) >= participants) {
                throw new IllegalArgumentException("%d and %d are not two participants".formatted(one, other));
            }
            if (size == score.length) {
                var capacity = size + (size >> 1);
                first = Arrays.copyOf(first, capacity);
                second = Arrays.copyOf(second, capacity);
                score = Arrays.copyOf(score, capacity);
            }
            first[size] = Math.min(one, other);
            second[size] = Math.max(one, other);
            score[size++] = pairScore;
        }

        public Candidates build() {
            var order = sortedBy(first, sortedBy(second, identity()));
            var start = new int[participants + 1];
            for (var i = 0; i < size; i++) {
                start[first[i] + 1]++;
            }
            for (var i = 0; i < participants; i++) {
                start[i + 1] += start[i];
            }
            for (var i = 1; i < size; i++) {
                if (first[order[i]] == first[order[i - 1]] && second[order[i]] == second[order[i - 1]]) {
                    throw new IllegalArgumentException(
                            "The pair of %d and %d stands twice".formatted(first[order[i]], second[order[i]]));
                }
            }
            var partner = new int[size];
            Arrays.setAll(partner, i -> second[order[i]]);
            var benefits = benefitFirst.length > 0;
            return new Candidates(
                    start,
                    partner,
                    picked(score, order),
                    benefits ? picked(benefitFirst, order) : Scores.NONE,
                    benefits ? picked(benefitSecond, order) : Scores.NONE);
        }

        private int[] identity() {
            var order = new int[size];
            Arrays.setAll(order, i -> i);
            return order;
        }

        /** A stable counting sort. */
        private int[] sortedBy(int[] key, int[] order) {
            var next = new int[participants + 1];
            for (var i = 0; i < size; i++) {
                next[key[i] + 1]++;
            }
            for (var i = 0; i < participants; i++) {
                next[i + 1] += next[i];
            }
            var sorted = new int[size];
            for (var i : order) {
                sorted[next[key[i]]++] = i;
            }
            return sorted;
        }

        private Scores picked(long[] values, int[] order) {
            var picked = new long[size];
            Arrays.setAll(picked, i -> values[order[i]]);
            return Scores.of(picked);
        }
    }
}
