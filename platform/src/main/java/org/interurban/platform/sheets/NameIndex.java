package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Names of records, to be asked for the same and for similar ones; kept in memory while one sheet is judged. */
public final class NameIndex {

    /** Less alike than this is another name. */
    private static final double ALIKE = 0.66;

    private static final int COMPARED = 40;
    private static final int OFFERED = 5;

    /** A record whose name is like the one that was asked for. */
    public record Alike(String record, String name, double likeness) {}

    private record Entry(String record, String name, String folded, int trigrams) {}

    /** The entries that have a trigram; as many numbers as there are letters in all names, so they stay numbers. */
    private static final class Having {

        private int[] entries = new int[4];
        private int size;

        void add(int entry) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
            }
            entries[size++] = entry;
        }

        void countIn(int[] shared) {
            for (int i = 0; i < size; i++) {
                shared[entries[i]]++;
            }
        }
    }

    private final Map<String, Set<String>> same = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Having> byTrigram = new HashMap<>();

    public void add(String name, String record) {
        var whole = Likeness.fold(name);
        var known = same.getOrDefault(whole, Set.of());
        if (whole.isEmpty() || known.contains(record)) {
            return;
        }
        same.put(whole, known.isEmpty() ? Set.of(record) : and(known, record));
        var folded = Likeness.folded(name);
        folded.trigrams()
                .forEach(gram ->
                        byTrigram.computeIfAbsent(gram, key -> new Having()).add(entries.size()));
        var text = folded.text().equals(whole) ? whole : folded.text();
        entries.add(new Entry(record, name, text, folded.trigrams().size()));
    }

    private static Set<String> and(Set<String> records, String record) {
        var more = records instanceof LinkedHashSet<String> ? records : new LinkedHashSet<>(records);
        more.add(record);
        return more;
    }

    /** The records that go by exactly this name, whatever its case, accents and punctuation. */
    public Set<String> same(String name) {
        return same.getOrDefault(Likeness.fold(name), Set.of());
    }

    /** The records with the most similar names, best first, each once. */
    public List<Alike> alike(String name) {
        var folded = Likeness.folded(name);
        var trigrams = folded.trigrams();
        var shared = new int[entries.size()];
        for (var gram : trigrams) {
            var having = byTrigram.get(gram);
            if (having != null) {
                having.countIn(shared);
            }
        }
        var least = enough(shared, trigrams.size());
        var best = new LinkedHashMap<String, Alike>();
        IntStream.range(0, shared.length)
                .filter(index -> shared[index] >= least)
                .boxed()
                .sorted(Comparator.comparingInt(index -> -shared[index]))
                .limit(COMPARED)
                .map(index -> {
                    var entry = entries.get(index);
                    var common = Likeness.common(shared[index], trigrams.size(), entry.trigrams());
                    return new Alike(entry.record(), entry.name(), Likeness.of(folded, entry.folded(), common, ALIKE));
                })
                .filter(alike -> alike.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed().thenComparing(Alike::name))
                .forEach(alike -> best.putIfAbsent(alike.record(), alike));
        return best.values().stream().limit(OFFERED).toList();
    }

    /** The records of {@link #alike(String)} that are at least so much alike. */
    public List<String> alike(String name, double least) {
        return alike(name).stream()
                .filter(one -> one.likeness() >= least)
                .map(Alike::record)
                .toList();
    }

    /** How many trigrams a name must share to be among the {@value #COMPARED} that share the most. */
    private static int enough(int[] shared, int most) {
        var names = new int[most + 1];
        for (var count : shared) {
            names[count]++;
        }
        var least = most;
        for (var compared = names[most]; least > 1 && compared < COMPARED; ) {
            compared += names[--least];
        }
        return least;
    }
}
