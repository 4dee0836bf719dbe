package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interurban.platform.sheets.Judgement.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be asked of the rows of a sheet, once for all with the same cell. */
@Repository
class SheetQuestions {

    private static final int MOST = 200;

    private final JdbcClient sql;

    SheetQuestions(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param field at fault; empty where it is asked which record the rows are about
     * @param position of the first row that waits
     * @param part which of the records of that row
     * @param positions all rows with the same cell, the first of them if there are many
     * @param all how many questions there are
     */
    record Question(String field, int position, int part, List<Integer> positions, int rows, int all) {

        public String place() {
            return SheetRow.place(position, part);
        }

        boolean isOf(@Nullable State state) {
            return field.isEmpty() ? state == State.DOUBTFUL : state == State.FAULTY;
        }

        public boolean isOneOfMany() {
            return rows > 1;
        }
    }

    /** Faults that hold for one row whatever else has the same cell. */
    static final List<String> OF_ONE_ROW = List.of("shifted", "same-as-row", "not-yours", "not-kept", "uncomputed");

    /** In the order of the rows; as many as anybody looks through. */
    List<Question> open(SheetImport sheet, Map<Integer, Part> parts) {
        var numbers = new ArrayList<Integer>();
        var fields = new ArrayList<String>();
        var columns = new ArrayList<Integer>();
        parts.values().forEach(part -> part.columns().forEach((field, column) -> {
            numbers.add(part.number());
            fields.add(field);
            columns.add(column + 1);
        }));
        return sql.sql("""
            with asked as (
              select r.position, r.part, f.field, r.judgement -> 'unfit' -> f.field ->> 'reason' as reason,
                     case when f.field = '' then r.judgement ->> 'asked'
                          else coalesce(r.mended ->> f.field, r.cells[c.number]) end as cell
                from sheet_row r
               cross join lateral (select '' where r.state = 'doubtful'
                                   union all
                                   select jsonb_object_keys(r.judgement -> 'unfit') where r.state = 'faulty') f (field)
                left join unnest(:parts::int[], :fields::text[], :numbers::int[]) c (part, field, number)
                  on (c.part, c.field) = (r.part, f.field)
               where r.sheet_import = :id and r.state in ('doubtful', 'faulty')),
            grouped as (
              select field, min(position) as position, (array_agg(part order by position, part))[1] as part,
                     array_agg(distinct position order by position) as positions
                from asked
               group by field, lower(trim(cell)), case when reason = any(:ofOneRow) then position end)
            select field, position, part, cardinality(positions) as rows, count(*) over () as all,
                   trim_array(positions, greatest(cardinality(positions) - 20, 0)) as positions
              from grouped order by position, field limit :most
            """)
                .param("parts", numbers.toArray(Integer[]::new))
                .param("fields", fields.toArray(String[]::new))
                .param("numbers", columns.toArray(Integer[]::new))
                .param("ofOneRow", OF_ONE_ROW.toArray(String[]::new))
                .param("id", sheet.id())
                .param("most", MOST)
                .query((rs, row) -> new Question(
                        rs.getString("field"),
                        rs.getInt("position"),
                        rs.getInt("part"),
                        Arrays.asList((Integer[]) rs.getArray("positions").getArray()),
                        rs.getInt("rows"),
                        rs.getInt("all")))
                .list();
    }
}
