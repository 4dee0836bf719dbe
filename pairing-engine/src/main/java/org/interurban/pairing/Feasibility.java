package org.interurban.pairing;

/** Whether all rules of a problem can hold together, as far as that is known. */
enum Feasibility {
    POSSIBLE,
    IMPOSSIBLE,
    UNKNOWN;

    static Feasibility of(boolean possible) {
        return possible ? POSSIBLE : IMPOSSIBLE;
    }
}
