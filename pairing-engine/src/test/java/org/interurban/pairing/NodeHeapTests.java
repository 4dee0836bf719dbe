package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NodeHeapTests {

    @Test
    void givesTheNearestNodeWhateverFellOrWasCleared() {
        SmallRounds.seeds(400).forEach(random -> {
            var size = random.nextInt(1, 40);
            var distance = new long[size];
            var heap = new NodeHeap(distance);
            var inside = new TreeSet<Integer>();

            for (var step = 0; step < 300; step++) {
                var node = random.nextInt(size);
                switch (random.nextInt(12)) {
                    case 0 -> {
                        if (random.nextInt(8) == 0) {
                            heap.clear();
                            inside.clear();
                        }
                    }
                    case 1, 2, 3, 4 -> {
                        if (!inside.isEmpty()) {
                            var nearest = inside.stream()
                                    .mapToLong(one -> distance[one])
                                    .min()
                                    .getAsLong();
                            var first = heap.first();
                            assertThat(distance[first]).isEqualTo(nearest);
                            assertThat(heap.removeFirst()).isEqualTo(first);
                            assertThat(inside.remove(first)).isTrue();
                        }
                    }
                    default -> {
                        distance[node] =
                                inside.contains(node) ? distance[node] - random.nextInt(50) : random.nextInt(1000);
                        heap.fell(node);
                        inside.add(node);
                    }
                }
                assertThat(heap.isEmpty()).isEqualTo(inside.isEmpty());
                for (var one = 0; one < size; one++) {
                    assertThat(heap.contains(one)).isEqualTo(inside.contains(one));
                }
            }
        });
    }
}
