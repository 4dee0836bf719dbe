package org.interurban.pairing.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What reading has found so far: faults, which must be mended, and notes, which need not. */
public final class Findings {

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    void fault(Fault fault) {
        faults.add(fault);
    }

    void note(String note) {
        notes.add(note);
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
        return List.copyOf(notes);
    }
}
