package org.interurban.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.database.Seen;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL of one list. It names what may be searched, filtered and sorted; the reader's query picks from that and nothing else
 * reaches the statement. Rows and their total come from one statement.
 *
 * <p>The select may use {@code :language}. Filters compare with {@code :name}.
 */
public final class ListSql<T> {

    private final String select;
    private final RowMapper<T> mapper;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> filters = new LinkedHashMap<>();
    private final Map<String, String> orders = new LinkedHashMap<>();
    private final Map<String, Object> given = new LinkedHashMap<>();
    private String searched = "";
    private String usualOrder = "1";

    private ListSql(String select, RowMapper<T> mapper) {
        this.select = select;
        this.mapper = mapper;
    }

    /** @param select a statement up to and including its joins, without where */
    public static <T> ListSql<T> of(String select, RowMapper<T> mapper) {
        return new ListSql<>(select, mapper);
    }

    /** @param expression text in which the reader's words are looked for, each of them somewhere */
    public ListSql<T> search(String expression) {
        return searchBy("(" + expression + ") ilike :word");
    }

    /** @param condition that a row fulfils for each of the reader's words, given as {@code :word}, a pattern of ilike */
    public ListSql<T> searchBy(String condition) {
        this.searched = condition;
        return this;
    }

    public ListSql<T> always(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * Leaves out what the person may not see.
     *
     * @param view the alias of the view that says who sees a record of this kind
     */
    public ListSql<T> visibleTo(Person person, String view) {
        return always(Seen.by(person, view));
    }

    /** A value of the program's own for the select and its conditions. */
    public ListSql<T> with(String name, Object value) {
        given.put(name, value);
        return this;
    }

    public ListSql<T> filter(String name, String condition) {
        filters.put(name, condition);
        return this;
    }

    public ListSql<T> sort(String name, String expression) {
        orders.put(name, expression);
        return this;
    }

    /** The order where the reader asks for none; also breaks ties, so it must tell any two rows apart. */
    public ListSql<T> usually(String order) {
        this.usualOrder = order;
        return this;
    }

    public ListQuery.Terms terms() {
        return new ListQuery.Terms(List.copyOf(filters.keySet()), List.copyOf(orders.keySet()));
    }

    /** @throws ListQuery.BadQuery where the query names a filter or a column that the list does not have */
    public Slice<T> run(JdbcClient sql, ListQuery query) {
        terms().refuseOthers(query);
        var where = new ArrayList<>(conditions);
        var parameters = new LinkedHashMap<>(given);
        parameters.put("language", query.locale().getLanguage());
        query.filters().forEach((name, value) -> {
            where.add("(" + filters.get(name) + ")");
            parameters.put(name, value);
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
        var rows = sql.sql("with listed as (" + select + condition
                        + ")\nselect *, count(*) over () as list_total from listed\norder by " + order(query)
                        + "\nlimit :most offset :skipped")
                .params(parameters)
                .query((rs, row) -> {
                    total[0] = rs.getLong("list_total");
                    return mapper.mapRow(rs, row);
                })
                .list();
        return new Slice<T>(
                rows, rows.isEmpty() && query.offset() > 0 ? count(sql, condition, parameters) : total[0], query);
    }

    /** The row with this code, where the reader may see it. */
    public Optional<T> one(JdbcClient sql, String column, String code, Locale locale) {
        return filter("code", column + " = :code")
                .run(sql, new ListQuery("", "", "", 1, 0, Map.of("code", code), locale))
                .items()
                .stream()
                .findFirst();
    }

    private long count(JdbcClient sql, String condition, Map<String, Object> parameters) {
        return sql.sql("select count(*) from (" + select + condition + ") as listed")
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
