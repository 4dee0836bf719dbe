package org.interurban.pairing.files;

/** A score that a programme brings with it; the benefits are the joint score where it says nothing else. */
public record GivenScore(String a, String b, long score, long benefitOfA, long benefitOfB) {

    /** Larger scores could not be added up exactly in a large round. */
    public static final long LARGEST = 1_000_000_000_000L;
}
