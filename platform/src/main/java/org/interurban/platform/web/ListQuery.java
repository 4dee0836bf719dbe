package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What a reader asks of a list: words, filters by name, an order, a page. Taken from the address, so that every view of a
 * list is a link.
 *
 * @param q words to find, empty for all
 * @param sort name of a sortable column, with a leading minus for descending; empty for the list's own order
 * @param limit rows of a page, 1 to {@value #MOST}
 * @param offset rows passed over
 */
public record ListQuery(
        String path, String q, String sort, int limit, int offset, Map<String, String> filters, Locale locale) {

    public static final int MOST = 500;
    public static final int USUAL = 50;
    private static final Set<String> NOT_FILTERS = Set.of("q", "sort", "limit", "offset", "lang", "format", "view");

    /** Lists have a filter named theme; only these values of it are about light and dark. */
    private static final Set<String> LIGHT_OR_DARK = Set.of("auto", "light", "dark");

    public ListQuery {
        limit = Math.clamp(limit, 1, MOST);
        offset = Math.max(0, offset);
        filters = Map.copyOf(filters);
    }

    /** @throws BadQuery where limit or offset is not a number in its range */
    static ListQuery of(HttpServletRequest request, Locale locale) {
        var filters = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_FILTERS.contains(name)
                    && values.length > 0
                    && !values[0].isBlank()
                    && !(name.equals("theme") && LIGHT_OR_DARK.contains(values[0]))) {
                filters.put(name, values[0].strip());
            }
        });
        return new ListQuery(
                request.getRequestURI(),
                text(request.getParameter("q")),
                text(request.getParameter("sort")),
                number(request, "limit", USUAL, 1, MOST),
                number(request, "offset", 0, 0, Integer.MAX_VALUE),
                filters,
                locale);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static int number(HttpServletRequest request, String name, int usual, int least, int most) {
        var given = request.getParameter(name);
        if (given == null || given.isBlank()) {
            return usual;
        }
        try {
            var number = Integer.parseInt(given.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, with the same words as a number out of range
        }
        throw new BadQuery("errors.query.number", name, least, most, given);
    }

    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    /**
     * The date that a filter names, as people write dates; nothing where it is not asked for.
     *
     * @throws BadQuery where it is none, or can mean several
     */
    public PartialPeriod date(String name) {
        var given = filter(name);
        return switch (DateReading.of(given, DateReading.Extent.DATE, locale)) {
            case DateReading.Meant(var when) -> when;
            case DateReading.OneOf(var readings) ->
                throw new BadQuery(
                        "errors.query.date.which",
                        name,
                        given,
                        readings.stream().map(PartialPeriod::code).collect(Collectors.joining(", ")));
            case DateReading.Unread _ -> throw new BadQuery("errors.query.date", name, given);
        };
    }

    public boolean isSortedBy(String column) {
        return sort.equals(column) || sort.equals("-" + column);
    }

    public boolean isDescending() {
        return sort.startsWith("-");
    }

    public boolean isNarrowed() {
        return !q.isEmpty() || !filters.isEmpty();
    }

    /** All rows at once, for a download. */
    public ListQuery whole() {
        return new ListQuery(path, q, sort, MOST, 0, filters, locale);
    }

    /** Narrowed to what the program asks for, whatever the reader does. */
    public ListQuery with(String filter, String value) {
        var narrowed = new LinkedHashMap<>(filters);
        narrowed.put(filter, value);
        return new ListQuery(path, q, sort, limit, offset, narrowed, locale);
    }

    public ListQuery at(int newOffset) {
        return new ListQuery(path, q, sort, limit, newOffset, filters, locale);
    }

    public String nextLink() {
        return link(sort, offset + limit);
    }

    public String previousLink() {
        return link(sort, Math.max(0, offset - limit));
    }

    /** The same list ordered by the column; a second press turns the order round. */
    public String sortLink(String column) {
        return link(sort.equals(column) ? "-" + column : column, 0);
    }

    /** The same list as a sheet: {@code csv} or {@code xlsx}. */
    public String downloadLink(String ending) {
        var link = link(sort, 0);
        var question = link.indexOf('?');
        return question < 0 ? path + "." + ending : path + "." + ending + link.substring(question);
    }

    /** The same list seen another way, as on a map; empty for the usual way. */
    public String withView(String view) {
        var link = link(sort, 0);
        return view.isEmpty() ? link : link + (link.contains("?") ? "&" : "?") + "view=" + view;
    }

    private String link(String order, int start) {
        var parameters = new LinkedHashMap<String, String>();
        if (!q.isEmpty()) {
            parameters.put("q", q);
        }
        filters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> parameters.put(e.getKey(), e.getValue()));
        if (!order.isEmpty()) {
            parameters.put("sort", order);
        }
        if (limit != USUAL) {
            parameters.put("limit", Integer.toString(limit));
        }
        if (start > 0) {
            parameters.put("offset", Integer.toString(start));
        }
        var query = parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** What a list can be asked: the names of its filters, and of the columns it can be sorted by. */
    public record Terms(List<String> filters, List<String> orders) {

        static final Terms NONE = new Terms(List.of(), List.of());

        public Terms {
            filters = List.copyOf(filters);
            orders = List.copyOf(orders);
        }

        /** @throws BadQuery where the query names a filter or a column that the list does not have */
        public void refuseOthers(ListQuery query) {
            for (var name : query.filters().keySet()) {
                if (!filters.contains(name)) {
                    throw refusal("errors.query.filter", name, filters);
                }
            }
            var column = query.isDescending() ? query.sort().substring(1) : query.sort();
            if (!query.sort().isEmpty() && !orders.contains(column)) {
                throw refusal("errors.query.sort", column, orders);
            }
        }

        private BadQuery refusal(String message, String given, List<String> known) {
            return known.isEmpty()
                    ? new BadQuery(this, message + ".none", given)
                    : new BadQuery(this, message, given, String.join(", ", known));
        }
    }

    /** A question the list cannot answer; said in one sentence, answered with 400. */
    public static final class BadQuery extends RuntimeException {

        private final Terms terms;
        private final Object[] arguments;

        /** @param message the key of the sentence; @param arguments what stands in it */
        public BadQuery(String message, Object... arguments) {
            this(Terms.NONE, message, arguments);
        }

        private BadQuery(Terms terms, String message, Object... arguments) {
            super(message);
            this.terms = terms;
            // as text, so that a number is written as it stands in an address
            this.arguments = Stream.of(arguments).map(String::valueOf).toArray();
        }

        Terms terms() {
            return terms;
        }

        String sentence(MessageSource messages, Locale locale) {
            return String.valueOf(messages.getMessage(String.valueOf(getMessage()), arguments, getMessage(), locale));
        }
    }
}
