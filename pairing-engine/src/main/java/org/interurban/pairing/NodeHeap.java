package org.interurban.pairing;

import java.util.Arrays;

/** A binary heap of nodes ordered by a distance that may fall while they are inside. */
final class NodeHeap {

    private static final int ABSENT = -1;

    private final long[] distance;
    private final int[] heap;
    private final int[] place;
    private int size;

    /** @param distance by node, changed by the owner only through {@link #fell} */
    NodeHeap(long[] distance) {
        this.distance = distance;
        this.heap = new int[distance.length];
        this.place = new int[distance.length];
        Arrays.fill(place, ABSENT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean contains(int node) {
        return place[node] != ABSENT;
    }

    int first() {
        return heap[0];
    }

    /** Puts the node in, or moves it up after its distance fell. */
    void fell(int node) {
        if (place[node] == ABSENT) {
            place[node] = size++;
        }
        var at = place[node];
        var key = distance[node];
        while (at > 0) {
            var up = (at - 1) >> 1;
            if (distance[heap[up]] <= key) {
                break;
            }
            put(at, heap[up]);
            at = up;
        }
        put(at, node);
    }

    int removeFirst() {
        var first = heap[0];
        place[first] = ABSENT;
        var last = heap[--size];
        if (size > 0) {
            sink(last);
        }
        return first;
    }

    private void sink(int node) {
        var at = 0;
        var key = distance[node];
        for (var down = 1; down < size; down = 2 * at + 1) {
            if (down + 1 < size && distance[heap[down + 1]] < distance[heap[down]]) {
                down++;
            }
            if (distance[heap[down]] >= key) {
                break;
            }
            put(at, heap[down]);
            at = down;
        }
        put(at, node);
    }

    private void put(int at, int node) {
        heap[at] = node;
        place[node] = at;
    }

    void clear() {
        while (size > 0) {
            place[heap[--size]] = ABSENT;
        }
    }
}
