package org.interurban.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Rows;
import org.interurban.platform.database.Seen;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL of one list. It names what may be searched, filtered and sorted; the reader's query picks from that and nothing else
 * reaches the statement. Rows and their total come from one statement.
 *
 * <p>The select may use {@code :language}. Filters compare with {@code :name}. Each change makes a new one, so that one list serves
 * every request.
 */
public final class ListSql<T> {

    private final Supplier<String> select;
    private final Supplier<RowMapper<T>> rows;
    private final List<Supplier<String>> conditions = new ArrayList<>();
    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, String> orders = new LinkedHashMap<>();
    private final Map<String, Object> given = new LinkedHashMap<>();
    private String searched = "";
    private String usualOrder = "1";

    private record Filter(String condition, UnaryOperator<Object> value) {}

    private ListSql(Supplier<String> select, Supplier<RowMapper<T>> rows) {
        this.select = select;
        this.rows = rows;
    }

    /** @param select a statement up to and including its joins, without where; its columns are the row's components */
    public static <T extends Record> ListSql<T> of(String select, Class<T> row) {
        return of(() -> select, row);
    }

    /** @param select asked each time, where it depends on who reads */
    public static <T extends Record> ListSql<T> of(Supplier<String> select, Class<T> row) {
        return new ListSql<>(select, Rows.of(row)::mapper);
    }

    /** @param select a statement up to and including its joins, without where */
    public static <T> ListSql<T> of(String select, RowMapper<T> mapper) {
        return new ListSql<>(() -> select, () -> mapper);
    }

    private ListSql<T> changed(Consumer<ListSql<T>> change) {
        var next = new ListSql<>(select, rows);
        next.conditions.addAll(conditions);
        next.filters.putAll(filters);
        next.orders.putAll(orders);
        next.given.putAll(given);
        next.searched = searched;
        next.usualOrder = usualOrder;
        change.accept(next);
        return next;
    }

    /** @param expression text in which the reader's words are looked for, each of them somewhere */
    public ListSql<T> search(String expression) {
        return searchBy("(" + expression + ") ilike :word");
    }

    /** @param condition that a row fulfils for each of the reader's words, given as {@code :word}, a pattern of ilike */
    public ListSql<T> searchBy(String condition) {
        return changed(next -> next.searched = condition);
    }

    public ListSql<T> always(String condition) {
        return always(() -> condition);
    }

    /** @param condition asked each time, where it depends on who reads */
    public ListSql<T> always(Supplier<String> condition) {
        return changed(next -> next.conditions.add(condition));
    }

    /**
     * Leaves out what the reader may not see.
     *
     * @param view the alias of the view that says who sees a record of this kind
     */
    public ListSql<T> visibleTo(Rights reader, String view) {
        return always(() -> Seen.by(reader.current(), view));
    }

    /** A value of the program's own for the select and its conditions. */
    public ListSql<T> with(String name, Object value) {
        return changed(next -> next.given.put(name, value));
    }

    public ListSql<T> filter(String name, String condition) {
        return filter(name, condition, value -> value);
    }

    /** @param value what the condition is given for the reader's word */
    public ListSql<T> filter(String name, String condition, UnaryOperator<Object> value) {
        return changed(next -> next.filters.put(name, new Filter(condition, value)));
    }

    public ListSql<T> sort(String name, String expression) {
        return changed(next -> next.orders.put(name, expression));
    }

    /** The order where the reader asks for none; also breaks ties, so it must tell any two rows apart. */
    public ListSql<T> usually(String order) {
        return changed(next -> next.usualOrder = order);
    }

    public ListQuery.Terms terms() {
        return new ListQuery.Terms(List.copyOf(filters.keySet()), List.copyOf(orders.keySet()));
    }

    /** @throws ListQuery.BadQuery where the query names a filter or a column that the list does not have */
    public Slice<T> run(JdbcClient sql, ListQuery query) {
        terms().refuseOthers(query);
        var statement = select.get();
        var where = new ArrayList<>(conditions.stream().map(Supplier::get).toList());
        var parameters = new LinkedHashMap<>(given);
        parameters.put("language", query.locale().getLanguage());
        query.filters().forEach((name, value) -> {
            var filter = Objects.requireNonNull(filters.get(name));
            where.add("(" + filter.condition() + ")");
            parameters.put(name, filter.value().apply(value));
        });
        if (!searched.isEmpty()) {
            var words = query.q().isEmpty() ? new String[0] : query.q().split("\\s+");
            for (int i = 0; i < Math.min(words.length, 8); i++) {
                where.add("(" + searched.replace(":word", ":word" + i) + ")");
                parameters.put(
                        "word" + i,
                        "%" + words[i].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            }
        }
        var condition = where.isEmpty() ? "" : "\nwhere " + String.join("\n  and ", where);
        parameters.put("most", query.limit());
        parameters.put("skipped", query.offset());
        var total = new long[] {0};
        var mapper = rows.get();
        var found = sql.sql("with listed as (" + statement + condition
                        + ")\nselect *, count(*) over () as list_total from listed\norder by " + order(query)
                        + "\nlimit :most offset :skipped")
                .params(parameters)
                .query((rs, row) -> {
                    total[0] = rs.getLong("list_total");
                    return mapper.mapRow(rs, row);
                })
                .list();
        return new Slice<T>(
                found,
                found.isEmpty() && query.offset() > 0 ? count(sql, statement + condition, parameters) : total[0],
                query);
    }

    /** The row with this code, where the reader may see it. */
    public Optional<T> one(JdbcClient sql, String column, String code, Locale locale) {
        return filter("code", column + " = :code")
                .run(sql, new ListQuery("", "", "", 1, 0, Map.of("code", code), locale))
                .items()
                .stream()
                .findFirst();
    }

    private static long count(JdbcClient sql, String statement, Map<String, Object> parameters) {
        return sql.sql("select count(*) from (" + statement + ") as listed")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private String order(ListQuery query) {
        if (query.sort().isEmpty()) {
            return usualOrder;
        }
        var expression = orders.get(query.isDescending() ? query.sort().substring(1) : query.sort());
        return expression + (query.isDescending() ? " desc nulls last, " : " asc nulls last, ") + usualOrder;
    }
}
