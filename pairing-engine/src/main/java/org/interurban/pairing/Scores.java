package org.interurban.pairing;

import java.util.Arrays;
import java.util.BitSet;

/** Whole numbers by position, in four bytes each while all of them fit. */
final class Scores {

    static final Scores NONE = new Scores(new int[0], new long[0]);

    private final int[] narrow;
    private final long[] wide;

    private Scores(int[] narrow, long[] wide) {
        this.narrow = narrow;
        this.wide = wide;
    }

    static Scores of(int[] values) {
        return new Scores(values, NONE.wide);
    }

    static Scores of(long[] values) {
        for (var value : values) {
            if ((int) value != value) {
                return new Scores(NONE.narrow, values);
            }
        }
        var narrow = new int[values.length];
        Arrays.setAll(narrow, i -> (int) values[i]);
        return of(narrow);
    }

    long at(int position) {
        return wide.length == 0 ? narrow[position] : wide[position];
    }

    /** These numbers with one of them raised. */
    Scores raised(int position, long by) {
        var values = new long[size()];
        Arrays.setAll(values, this::at);
        values[position] += by;
        return of(values);
    }

    /** These numbers with some of them raised. */
    Scores raised(BitSet positions, long by) {
        var values = new long[size()];
        Arrays.setAll(values, i -> at(i) + (positions.get(i) ? by : 0));
        return of(values);
    }

    /** The largest of these numbers that is above 0, or 0. */
    long largest() {
        var largest = 0L;
        for (var i = 0; i < size(); i++) {
            largest = Math.max(largest, at(i));
        }
        return largest;
    }

    /** These numbers, each with its last bits left out. */
    Scores shifted(int bits) {
        var values = new long[size()];
        Arrays.setAll(values, i -> at(i) >> bits);
        return of(values);
    }

    int size() {
        return wide.length == 0 ? narrow.length : wide.length;
    }
}
