package org.interurban.platform.web;

import java.util.List;

/** One page of a list: its rows, how many there are in all, and the query that found them. */
public record Slice<T>(List<T> items, long total, ListQuery query) {

    public Slice {
        items = List.copyOf(items);
    }

    public boolean hasNext() {
        return query.offset() + items.size() < total;
    }

    public boolean hasPrevious() {
        return query.offset() > 0;
    }

    /** Position of the first row shown, counted from 1; 0 in an empty list. */
    public long first() {
        return items.isEmpty() ? 0 : query.offset() + 1;
    }

    public long last() {
        return (long) query.offset() + items.size();
    }
}
