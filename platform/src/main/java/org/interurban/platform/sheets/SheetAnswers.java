package org.interurban.platform.sheets;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people said once for all rows with the same cell: of one sheet, and for their later ones. */
@Repository
class SheetAnswers {

    private static final TypeReference<List<Answer>> LIST = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    SheetAnswers(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** Those of the sheet, and those its owner gave for earlier ones. */
    Answer.Known known(SheetId sheet) {
        var answers =
                new ArrayList<>(sql.sql("""
            select a.field, a.cell, a.meant, true as remembered
              from sheet_import i join sheet_answer a on a.account = i.uploaded_by and a.target = i.target
             where i.id = ?
            """).param(sheet).query(Answer.class).list());
        answers.addAll(of(sheet));
        return Answer.Known.of(answers);
    }

    /** In the order in which they were given. */
    List<Answer> of(SheetId sheet) {
        return sql.sql("select answers from sheet_import where id = ?")
                .param(sheet)
                .query((rs, row) -> json.readValue(rs.getString("answers"), LIST))
                .single();
    }

    void give(SheetId sheet, Collection<Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        sql.sql("update sheet_import set answers = answers || :answers::jsonb where id = :id")
                .param("answers", json.writeValueAsString(answers))
                .param("id", sheet)
                .update();
        answers.stream().filter(Answer::canBeRemembered).forEach(answer -> sql.sql("""
            insert into sheet_answer (account, target, field, cell, meant, said_at)
            select uploaded_by, target, :field, :cell, :meant, :at from sheet_import where id = :id and uploaded_by is not null
            on conflict (account, target, field, cell) do update set meant = excluded.meant, said_at = excluded.said_at
            """)
                .param("field", answer.field())
                .param("cell", answer.cell())
                .param("meant", answer.meant())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", sheet)
                .update());
    }

    /**
     * Takes the last answer back, also for later sheets.
     *
     * @param number of the answer, from 1; nothing happens where it is not the last one any more
     */
    void takeBack(SheetId sheet, int number) {
        var all = of(sheet);
        if (all.isEmpty() || all.size() != number) {
            return;
        }
        sql.sql("update sheet_import set answers = answers - (jsonb_array_length(answers) - 1) where id = ?")
                .param(sheet)
                .update();
        sql.sql("""
            delete from sheet_answer a using sheet_import i
             where i.id = :id and a.account = i.uploaded_by and a.target = i.target and (a.field, a.cell) = (:field, :cell)
            """)
                .param("id", sheet)
                .param("field", all.getLast().field())
                .param("cell", all.getLast().cell())
                .update();
    }

    /** New records that were asked about are known ones from now on, so that the next sheet makes no second one. */
    void made(SheetId sheet, Map<String, String> recordByCell) {
        sql.sql("""
            update sheet_answer a set meant = made.record
              from sheet_import i, unnest(:cells::text[], :records::text[]) as made (cell, record)
             where i.id = :id and a.account = i.uploaded_by and a.target = i.target
               and a.field = '' and a.cell = made.cell and a.meant = :create
            """)
                .param("cells", recordByCell.keySet().stream().map(Answer::key).toArray(String[]::new))
                .param("records", recordByCell.values().toArray(String[]::new))
                .param("id", sheet)
                .param("create", Judge.CREATE)
                .update();
    }

    /** Records that were taken back are to be made anew where the sheet comes in again. */
    void unmade(SheetId sheet, Collection<String> records) {
        sql.sql("""
            update sheet_answer a set meant = :create from sheet_import i
             where i.id = :id and a.account = i.uploaded_by and a.target = i.target
               and a.field = '' and a.meant = any(:records)
            """)
                .param("create", Judge.CREATE)
                .param("id", sheet)
                .param("records", records.toArray(String[]::new))
                .update();
    }
}
