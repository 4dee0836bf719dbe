package org.interurban.pairing;

/** Where a participant stands: on one of two sides, or in the one pool of a round without sides. */
public enum Side {
    A,
    B,
    POOL
}
