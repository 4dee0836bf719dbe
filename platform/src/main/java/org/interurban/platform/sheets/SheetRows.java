package org.interurban.platform.sheets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sheets.Judgement.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of all sheets, with what would become of them and what became. */
@Repository
class SheetRows {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** Rows that are read, judged and written together. */
    private static final int AT_ONCE = 500;

    /** Letters of a cell where it is only shown. */
    private static final int SHOWN = 200;

    /** Those that no field is read from only by their beginning. */
    private static final String CELLS = """
        array(select case when number = any(:used) then cell else left(cell, :letters) end
                from unnest(cells) with ordinality as given (cell, number) order by number) as cells\
        """;

    private final JdbcClient sql;
    private final JsonMapper json;

    SheetRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A row with what would become of it, or became. */
    record Judged(
            SheetRow row, Judgement judgement, @Nullable String record) {}

    /** What a row became, to be able to take it back. */
    record Applied(
            int position, int part, String record, @Nullable Map<String, String> before, Map<String, String> after) {}

    void replaceLines(SheetId id, List<SheetFile.Line> lines) {
        sql.sql("delete from sheet_row where sheet_import = :id")
                .param("id", id)
                .update();
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            addLines(id, lines.subList(from, Math.min(from + AT_ONCE, lines.size())));
        }
    }

    /** As they were read, for another sheet. */
    void copyLines(SheetId from, SheetId to) {
        sql.sql("""
            insert into sheet_row (sheet_import, position, cells)
            select :to, position, cells from sheet_row where sheet_import = :from and part = 1
            """).param("from", from).param("to", to).update();
    }

    private void addLines(SheetId id, List<SheetFile.Line> lines) {
        sql.sql("""
            insert into sheet_row (sheet_import, position, cells)
            select :id, position, array(select jsonb_array_elements_text(cells::jsonb))
              from unnest(:positions::int[], :cells::text[]) as given (position, cells)
            """)
                .param("id", id)
                .param("positions", lines.stream().map(SheetFile.Line::position).toArray(Integer[]::new))
                .param(
                        "cells",
                        lines.stream()
                                .map(line -> json.writeValueAsString(line.cells()))
                                .toArray(String[]::new))
                .update();
    }

    /** The first rows as they were uploaded, titles and headings included, with the beginning of each cell. */
    List<SheetFile.Line> firstLines(SheetImport sheet, int most) {
        return lines(sheet, 0, most);
    }

    /** Rows with cells to the right of the last heading. */
    List<SheetFile.Line> widerLines(SheetImport sheet, int width, int most) {
        return lines(sheet, width, most);
    }

    private List<SheetFile.Line> lines(SheetImport sheet, int width, int most) {
        return sql.sql("""
            select position, array(select left(cell, :letters) from unnest(cells) with ordinality as given (cell, number)
                                    order by number) as cells
              from sheet_row where sheet_import = :id and cardinality(cells) > :width and part = 1
             order by position limit :most
            """)
                .param("letters", SHOWN)
                .param("id", sheet.id())
                .param("width", width)
                .param("most", most)
                .query((rs, row) -> new SheetFile.Line(rs.getInt("position"), SheetImports.texts(rs.getArray("cells"))))
                .list();
    }

    /** What stands above each column, as many as the widest row has. */
    List<String> headings(SheetImport sheet) {
        return sql.sql("""
            select array(select coalesce(left(h.cells[number], :letters), '') from generate_series(1, w.width) number) as cells
              from (select max(cardinality(cells)) as width from sheet_row where sheet_import = :id) w
              left join sheet_row h on h.sheet_import = :id and h.position = :headerRow and h.part = 1
            """)
                .param("letters", SHOWN)
                .param("id", sheet.id())
                .param("headerRow", sheet.headerRow())
                .query((rs, row) -> SheetImports.texts(rs.getArray("cells")))
                .single();
    }

    /** Whether the day stands first in the dates of the column, where those that can be read in one way agree. */
    Optional<Boolean> isDayFirst(SheetImport sheet, int column) {
        return sql.sql("""
            select bool_or(date[1]::int > 12) as day_first, bool_or(date[2]::int > 12) as month_first
              from sheet_row, regexp_match(cells[:column], :date) as date
             where sheet_import = :id and position > :headerRow and part = 1
            """)
                .param("column", column + 1)
                .param("date", DayOrders.IN_NUMBERS)
                .param("id", sheet.id())
                .param("headerRow", sheet.headerRow())
                .query((rs, row) -> rs.getBoolean("day_first") == rs.getBoolean("month_first")
                        ? Optional.<Boolean>empty()
                        : Optional.of(rs.getBoolean("day_first")))
                .single();
    }

    int countRows(SheetImport sheet) {
        return count(sheet, "position > :headerRow and part = 1");
    }

    /** The records that its rows became. */
    List<String> made(SheetImport sheet) {
        return sql.sql("select record from sheet_row where sheet_import = ? and state = 'new' and record is not null")
                .param(sheet.id())
                .query(String.class)
                .list();
    }

    int countApplied(SheetImport sheet) {
        return count(sheet, "record is not null");
    }

    private int count(SheetImport sheet, String which) {
        return sql.sql("select count(*) from sheet_row where sheet_import = :id and " + which)
                .param("id", sheet.id())
                .param("headerRow", sheet.headerRow())
                .query(Integer.class)
                .single();
    }

    /** The next rows behind one; few at a time, since a large sheet does not fit into memory with all its judgements. */
    List<SheetRow> rows(SheetImport sheet, @Nullable SheetRow after) {
        return sql.sql("select position, part, " + CELLS + """
            , mended, kept, taken, decision from sheet_row
             where sheet_import = :id and (position, part) > (:after, :afterPart) and position > :headerRow
             order by position, part limit :most
            """)
                .param("used", used(sheet))
                .param("letters", SHOWN)
                .param("id", sheet.id())
                .param("after", after == null ? 0 : after.position())
                .param("afterPart", after == null ? 0 : after.part())
                .param("headerRow", sheet.headerRow())
                .param("most", AT_ONCE)
                .query(this::row)
                .list();
    }

    private static Integer[] used(SheetImport sheet) {
        return sheet.columns().values().stream().map(column -> column + 1).toArray(Integer[]::new);
    }

    /**
     * All records that some rows make.
     *
     * @param state of one of these records; null for all rows
     */
    List<Judged> judged(SheetImport sheet, @Nullable State state, int offset, int limit) {
        return judged(sheet, """
            select distinct position from sheet_row
             where sheet_import = :id and judgement is not null and (:state::text is null or state = :state)
             order by position offset :offset limit :limit
            """)
                .param("state", state == null ? null : state.code())
                .param("offset", offset)
                .param("limit", limit)
                .query(this::judged)
                .list();
    }

    /** All records that the row makes. */
    List<Judged> judgedAt(SheetImport sheet, int position) {
        return judgedAt(sheet, Set.of(position));
    }

    /** All records that the rows make. */
    List<Judged> judgedAt(SheetImport sheet, Set<Integer> positions) {
        return judged(sheet, "select unnest(:positions::int[])")
                .param("positions", positions.toArray(Integer[]::new))
                .query(this::judged)
                .list();
    }

    private JdbcClient.StatementSpec judged(SheetImport sheet, String positions) {
        return sql.sql("select position, part, " + CELLS + """
            , mended, kept, taken, decision, judgement, record from sheet_row
             where sheet_import = :id and judgement is not null and position in (%s)
             order by position, part
            """.formatted(positions))
                .param("used", used(sheet))
                .param("letters", SHOWN)
                .param("id", sheet.id());
    }

    private Judged judged(ResultSet rs, int row) throws SQLException {
        return new Judged(
                row(rs, row), json.readValue(rs.getString("judgement"), Judgement.class), rs.getString("record"));
    }

    /** @param state of one of the records that the rows make; null for all rows */
    int countJudged(SheetImport sheet, @Nullable State state) {
        return sql.sql("""
            select count(distinct position) from sheet_row
             where sheet_import = :id and judgement is not null and (:state::text is null or state = :state)
            """)
                .param("id", sheet.id())
                .param("state", state == null ? null : state.code())
                .query(Integer.class)
                .single();
    }

    /** The next rows behind one. */
    List<Judged> judged(SheetImport sheet, @Nullable SheetRow after) {
        return sql.sql("select position, part, " + CELLS + """
            , mended, kept, taken, decision, judgement, record from sheet_row
             where sheet_import = :id and judgement is not null and (position, part) > (:after, :afterPart)
             order by position, part limit :limit
            """)
                .param("used", used(sheet))
                .param("letters", SHOWN)
                .param("id", sheet.id())
                .param("after", after == null ? 0 : after.position())
                .param("afterPart", after == null ? 0 : after.part())
                .param("limit", AT_ONCE)
                .query(this::judged)
                .list();
    }

    Map<State, Integer> counts(SheetId id) {
        var counts = new EnumMap<State, Integer>(State.class);
        sql.sql("select state, count(*) as rows from sheet_row where sheet_import = :id and state is not null"
                        + " group by state")
                .param("id", id)
                .query(rs -> {
                    counts.put(Coded.of(State.class, rs.getString("state")), rs.getInt("rows"));
                });
        return counts;
    }

    void saveJudgements(SheetId id, List<SheetRow> rows, List<@Nullable Judgement> judgements) {
        sql.sql("""
            update sheet_row r set state = given.state, judgement = given.judgement::jsonb
              from unnest(:positions::int[], :parts::int[], :states::text[], :judgements::text[])
                   as given (position, part, state, judgement)
             where r.sheet_import = :id and r.position = given.position and r.part = given.part
               and r.judgement is distinct from given.judgement::jsonb
            """)
                .param("id", id)
                .param("positions", rows.stream().map(SheetRow::position).toArray(Integer[]::new))
                .param("parts", rows.stream().map(SheetRow::part).toArray(Integer[]::new))
                .param(
                        "states",
                        judgements.stream()
                                .map(judgement -> judgement == null
                                        ? null
                                        : judgement.state().code())
                                .toArray(String[]::new))
                .param(
                        "judgements",
                        judgements.stream()
                                .map(judgement -> judgement == null ? null : json.writeValueAsString(judgement))
                                .toArray(String[]::new))
                .update();
    }

    /** Makes each row as many records as it has cells for, with nothing decided about any. */
    void part(SheetImport sheet, Collection<Part> parts) {
        sql.sql("delete from sheet_row where sheet_import = :id and part > 1")
                .param("id", sheet.id())
                .update();
        sql.sql("update sheet_row set state = null, judgement = null, decision = null, mended = '{}', kept ="
                        + " '{}', taken = '{}' where sheet_import = :id")
                .param("id", sheet.id())
                .update();
        parts.stream().filter(part -> part.number() > 1).forEach(part -> sql.sql("""
            insert into sheet_row (sheet_import, position, part, cells)
            select sheet_import, position, :part, cells from sheet_row
             where sheet_import = :id and part = 1 and position > :headerRow
               and exists (select from unnest(:own::int[]) number where cells[number] <> '')
            """)
                .param("part", part.number())
                .param("id", sheet.id())
                .param("headerRow", sheet.headerRow())
                .param("own", part.own().stream().map(column -> column + 1).toArray(Integer[]::new))
                .update());
    }

    /** @param part null for all records that the row makes */
    void mend(SheetId id, int position, @Nullable Integer part, Map<String, String> mended) {
        sql.sql("""
            update sheet_row set mended = mended || :mended::jsonb
             where sheet_import = :id and position = :position and (:part::int is null or part = :part)
            """)
                .param("mended", json.writeValueAsString(mended))
                .param("id", id)
                .param("position", position)
                .param("part", part)
                .update();
    }

    /** @param part null for all records that the row makes */
    void decide(SheetId id, Set<Integer> positions, @Nullable Integer part, @Nullable String decision) {
        sql.sql("""
            update sheet_row set decision = :decision
             where sheet_import = :id and position = any(:positions) and (:part::int is null or part = :part)
            """)
                .param("decision", decision)
                .param("id", id)
                .param("positions", positions.toArray(Integer[]::new))
                .param("part", part)
                .update();
    }

    /** For all rows that are at fault in the field because nothing stands there. */
    void mendEmpty(SheetId id, String field, @Nullable Integer column, String meant) {
        sql.sql("""
            update sheet_row set mended = mended || jsonb_build_object(:field::text, :meant::text)
             where sheet_import = :id and state = 'faulty' and jsonb_exists(judgement -> 'unfit', :field)
               and coalesce(cells[:column::int], '') = ''
            """)
                .param("field", field)
                .param("meant", meant)
                .param("id", id)
                .param("column", column == null ? null : column + 1)
                .update();
    }

    /** What was mended in one row gives way to an answer for all. */
    void unmend(SheetId id, int position, Collection<String> fields) {
        sql.sql("update sheet_row set mended = mended - :fields::text[] where sheet_import = :id and position"
                        + " = :position")
                .param("fields", fields.toArray(String[]::new))
                .param("id", id)
                .param("position", position)
                .update();
    }

    /**
     * @param kept whether the record keeps what it has in the field; else what the row says is taken, whatever other documents say
     * @param position null for all rows that differ there from their record
     */
    void keep(SheetId id, @Nullable Integer position, String field, boolean kept) {
        sql.sql("""
            update sheet_row set kept = array_remove(kept, :field) || case when :kept then array[:field::text] else '{}' end,
                   taken = array_remove(taken, :field) || case when :kept then '{}' else array[:field::text] end
             where sheet_import = :id and (:position::int is null or position = :position)
               and judgement -> 'differences' @> jsonb_build_array(jsonb_build_object('field', :field::text))
            """)
                .param("kept", kept)
                .param("field", field)
                .param("id", id)
                .param("position", position)
                .update();
    }

    void skipAll(SheetId id, State state) {
        sql.sql("update sheet_row set decision = 'skip' where sheet_import = :id and state = :state")
                .param("id", id)
                .param("state", state.code())
                .update();
    }

    void saveApplied(SheetId id, List<Applied> applied) {
        sql.sql("""
            update sheet_row r set record = given.record, before = given.before::jsonb, after = given.after::jsonb
              from unnest(:positions::int[], :parts::int[], :records::text[], :before::text[], :after::text[])
                   as given (position, part, record, before, after)
             where r.sheet_import = :id and r.position = given.position and r.part = given.part
            """)
                .param("id", id)
                .param("positions", applied.stream().map(Applied::position).toArray(Integer[]::new))
                .param("parts", applied.stream().map(Applied::part).toArray(Integer[]::new))
                .param("records", applied.stream().map(Applied::record).toArray(String[]::new))
                .param(
                        "before",
                        applied.stream()
                                .map(one -> one.before() == null ? null : json.writeValueAsString(one.before()))
                                .toArray(String[]::new))
                .param(
                        "after",
                        applied.stream()
                                .map(one -> json.writeValueAsString(one.after()))
                                .toArray(String[]::new))
                .update();
    }

    /** The next rows before one, the last row first, as they must be taken back. */
    List<Applied> applied(SheetId id, @Nullable Applied before) {
        return sql.sql("""
            select position, part, record, before, after from sheet_row
             where sheet_import = :id and record is not null
               and (:before::int is null or (position, part) < (:before, :beforePart))
             order by position desc, part desc limit :most
            """)
                .param("id", id)
                .param("before", before == null ? null : before.position())
                .param("beforePart", before == null ? null : before.part())
                .param("most", AT_ONCE)
                .query((rs, row) -> new Applied(
                        rs.getInt("position"),
                        rs.getInt("part"),
                        rs.getString("record"),
                        rs.getString("before") == null ? null : json.readValue(rs.getString("before"), TEXTS),
                        json.readValue(rs.getString("after"), TEXTS)))
                .list();
    }

    private SheetRow row(ResultSet rs, int row) throws SQLException {
        return new SheetRow(
                rs.getInt("position"),
                rs.getInt("part"),
                SheetImports.texts(rs.getArray("cells")),
                json.readValue(rs.getString("mended"), TEXTS),
                SheetImports.texts(rs.getArray("kept")),
                SheetImports.texts(rs.getArray("taken")),
                rs.getString("decision"));
    }
}
