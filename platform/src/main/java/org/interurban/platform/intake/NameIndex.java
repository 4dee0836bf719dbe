package org.interurban.platform.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of records, to be asked for the same and for similar ones; kept in memory while one sheet is judged. */
public final class NameIndex {

    /** Less alike than this is another name. */
    private static final double ALIKE = 0.66;

    private static final int COMPARED = 40;
    private static final int OFFERED = 5;

    /** A record whose name is like the one that was asked for. */
    public record Alike(String record, String name, double likeness) {}

    private record Entry(String record, String name, String folded) {}

    private final Map<String, Set<String>> same = new HashMap<>();
    private final Map<String, List<Entry>> byTrigram = new HashMap<>();

    public void add(String name, String record) {
        var folded = Likeness.fold(name);
        if (folded.isEmpty()
                || !same.computeIfAbsent(folded, key -> new LinkedHashSet<>()).add(record)) {
            return;
        }
        var entry = new Entry(record, name, folded);
        Likeness.trigrams(folded).forEach(gram -> byTrigram
                .computeIfAbsent(gram, key -> new ArrayList<>())
                .add(entry));
    }

    /** The records that go by exactly this name, whatever its case, accents and punctuation. */
    public Set<String> same(String name) {
        return same.getOrDefault(Likeness.fold(name), Set.of());
    }

    /** The records with the most similar names, best first, each once. */
    public List<Alike> alike(String name) {
        var folded = Likeness.fold(name);
        var shared = new HashMap<Entry, Integer>();
        for (var gram : Likeness.trigrams(folded)) {
            byTrigram.getOrDefault(gram, List.of()).forEach(entry -> shared.merge(entry, 1, Integer::sum));
        }
        var best = new LinkedHashMap<String, Alike>();
        shared.entrySet().stream()
                .sorted(Map.Entry.<Entry, Integer>comparingByValue().reversed())
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .map(entry -> new Alike(entry.record(), entry.name(), Likeness.ofFolded(folded, entry.folded())))
                .filter(alike -> alike.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed().thenComparing(Alike::name))
                .forEach(alike -> best.putIfAbsent(alike.record(), alike));
        return best.values().stream().limit(OFFERED).toList();
    }
}
