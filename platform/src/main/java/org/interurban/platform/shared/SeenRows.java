package org.interurban.platform.shared;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list as somebody was shown them: the id of each, and a mark of what it held. A form sends it back, so that what its
 * reader changed can be told from what others changed meanwhile.
 */
public record SeenRows(Map<UUID, String> marks) {

    private static final Pattern ROW = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})=([0-9a-f]+)");

    public SeenRows {
        marks = Map.copyOf(marks);
    }

    public static SeenRows of(Map<? extends Identifier, ?> rows) {
        var marks = new HashMap<UUID, String>();
        rows.forEach((id, row) -> marks.put(id.value(), mark(row)));
        return new SeenRows(marks);
    }

    /** What a form sent back; nothing was seen where it sent nothing that can be read. */
    public static SeenRows parse(@Nullable String sent) {
        var marks = new HashMap<UUID, String>();
        ROW.matcher(sent == null ? "" : sent)
                .results()
                .forEach(row -> marks.put(UUID.fromString(row.group(1)), row.group(2)));
        return new SeenRows(marks);
    }

    boolean has(Identifier id) {
        return marks.containsKey(id.value());
    }

    /** Whether the row held this when it was seen. */
    boolean has(Identifier id, Object row) {
        return mark(row).equals(marks.get(id.value()));
    }

    /** The row that held this when it was seen. */
    Optional<UUID> holding(Object row) {
        var mark = mark(row);
        return marks.entrySet().stream()
                .filter(seen -> seen.getValue().equals(mark))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String mark(Object row) {
        return Long.toHexString(UUID.nameUUIDFromBytes(row.toString().getBytes(StandardCharsets.UTF_8))
                .getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return marks.entrySet().stream()
                .map(row -> row.getKey() + "=" + row.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
