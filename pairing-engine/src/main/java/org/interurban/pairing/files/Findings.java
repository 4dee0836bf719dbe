package org.interurban.pairing.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What reading has found so far: faults, which must be mended, and notes, which need not. */
public final class Findings {

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void fault(Fault fault) {
        faults.add(fault);
    }

    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    public boolean clean() {
        return faults.isEmpty();
    }

    /** The faults by file, in the order of reading, and by line. */
    public List<Fault> faults() {
        var files = faults.stream().map(Fault::file).distinct().toList();
        return faults.stream()
                .sorted(Comparator.comparingInt((Fault fault) -> files.indexOf(fault.file()))
                        .thenComparingInt(Fault::line))
                .toList();
    }

    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }
}
