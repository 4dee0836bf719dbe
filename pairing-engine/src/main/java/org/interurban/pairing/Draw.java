package org.interurban.pairing;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The lot that decides between equally good answers.
 *
 * <p>The engine lets ties fall by the order of the participants. That order is drawn from the seed and the ids, so that neither the
 * alphabet nor the order of a file favours anyone, and the same seed gives the same order on every machine.
 */
final class Draw {

    private Draw() {}

    /** Side A first, then side B, each in the order of the lots. */
    static List<Participant> ordered(List<Participant> participants, long seed) {
        var lots = new HashMap<String, Long>();
        participants.forEach(participant -> lots.put(participant.id(), lot(participant.id(), seed)));
        return participants.stream()
                .sorted(Comparator.comparing(Participant::side)
                        .thenComparing(participant -> lots.getOrDefault(participant.id(), 0L))
                        .thenComparing(Participant::id))
                .toList();
    }

    /** FNV-1a over the id, then the finalizer of SplitMix64 with the seed. */
    static long lot(String id, long seed) {
        var hash = 0xcbf29ce484222325L;
        for (var b : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        return mix(hash + mix(seed + 0x9e3779b97f4a7c15L));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
