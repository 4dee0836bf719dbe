package org.interurban.pairing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** What a certificate claims, as the {@link Checker} read it: plain arrays, positions instead of ids. */
final class Claim {

    record City(String id, String side, long min, long max) {}

    record Ruling(String kind, long bonus, int a, int b) {}

    record Bounding(String kind, String name, long most, BitSet one, BitSet other) {}

    record LimitPrice(int limit, int participant, long price) {}

    record PriceList(long[] participants, List<LimitPrice> limits, long pairs, long paid) {}

    record PricedSet(int[] members, long price) {}

    /** Any of the proofs; what a kind does not have is empty. */
    record Evidence(
            String kind,
            List<PriceList> prices,
            long number,
            long pairs,
            long paid,
            long[] nodePrices,
            List<PricedSet> sets) {}

    List<City> participants = List.of();
    String form = "";
    long clusterSize;
    String objective = "";
    String proposing = "";

    /** Agreed pairs that are to be kept, each by two positions. */
    List<int[]> agreed = List.of();

    List<Ruling> locks = List.of();
    List<Bounding> limits = List.of();

    /** Allowed pairs: first, second, score, benefit of the first, benefit of the second, by pair. */
    int[] first = new int[0];

    int[] second = new int[0];
    long[] score = new long[0];
    long[] benefitFirst = new long[0];
    long[] benefitSecond = new long[0];

    long value;
    int[] chosenFirst = new int[0];
    int[] chosenSecond = new int[0];
    long[] chosenScore = new long[0];
    List<int[]> clusters = List.of();

    /** The digest of each member, as recomputed from its bytes. */
    Map<String, String> digests = Map.of();

    Evidence proof = new Evidence("", List.of(), 0, 0, 0, new long[0], List.of());

    private int[] rowStart = new int[0];

    /** Prepares {@link #find}; the pairs must be sorted. */
    void indexPairs() {
        rowStart = new int[participants.size() + 1];
        for (var row : first) {
            rowStart[row + 1]++;
        }
        for (var row = 0; row < participants.size(); row++) {
            rowStart[row + 1] += rowStart[row];
        }
    }

    /** The allowed pair of these two, or -1. */
    int find(int one, int other) {
        var row = Math.min(one, other);
        var at = Arrays.binarySearch(second, rowStart[row], rowStart[row + 1], Math.max(one, other));
        return at < 0 ? -1 : at;
    }
}
