package org.interurban.pairing;

import java.util.List;

/** Input that describes no round; names everything that is wrong with it at once. */
public final class InvalidProblemException extends IllegalArgumentException {

    private final List<String> faults;

    InvalidProblemException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
