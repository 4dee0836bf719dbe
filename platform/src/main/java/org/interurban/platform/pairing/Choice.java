package org.interurban.platform.pairing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks at on the workbench, as its address says.
 *
 * @param run number of the run; null for the newest, or the proposed one
 * @param a code of the first city of the selected pair
 * @param row first row of the part of the matrix that is shown
 */
record Choice(
        @Nullable Integer run,
        @Nullable String view,
        @Nullable String a,
        @Nullable String b,
        @Nullable String order,
        @Nullable String show,
        @Nullable Integer row,
        @Nullable Integer column) {

    public Choice withView(@Nullable String other) {
        return new Choice(run, other, a, b, order, show, null, null);
    }

    public Choice withPair(String one, String other) {
        return new Choice(run, view, one, other, order, show, row, column);
    }

    public Choice withOrder(@Nullable String other) {
        return new Choice(run, view, a, b, other, show, null, null);
    }

    public Choice withShow(@Nullable String other) {
        return new Choice(run, view, a, b, order, other, row, column);
    }

    public Choice at(int newRow, int newColumn) {
        return new Choice(run, view, a, b, order, show, newRow, newColumn);
    }

    public Choice withRun(@Nullable Integer other) {
        return new Choice(other, view, a, b, order, show, row, column);
    }

    /** The question part of the address, with its mark. */
    public String query() {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("run", run);
        parameters.put("view", view);
        parameters.put("a", a);
        parameters.put("b", b);
        parameters.put("order", order);
        parameters.put("show", show);
        parameters.put("row", row);
        parameters.put("column", column);
        var query = parameters.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(Choice::parameter)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String parameter(Map.Entry<String, @Nullable Object> entry) {
        return entry.getKey() + "="
                + java.net.URLEncoder.encode(String.valueOf(entry.getValue()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
