package org.interurban.platform.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.intake.Judgement.State;
import org.interurban.platform.intake.SheetImport.Stage;
import org.interurban.platform.intake.SheetImport.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All sheets that were uploaded, with their rows. */
@Repository
class SheetImports {

    private static final TypeReference<Map<String, Integer>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Trouble>> TROUBLE = new TypeReference<>() {};

    private static final String SELECT = """
        select id, target, file_name, charset, worksheets, worksheet, header_row, columns, stage, job, trouble,
               uploaded_at, imported_at, undone_at
          from sheet_import
        """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    SheetImports(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** A row with what would become of it, or became. */
    record Judged(
            SheetRow row, Judgement judgement, @Nullable String record) {}

    /** What a row became, to be able to take it back. */
    record Applied(int position, String record, @Nullable Map<String, String> before, Map<String, String> after) {}

    /** An earlier import as its list shows it. */
    record Line(
            UUID id,
            String target,
            String fileName,
            Stage stage,
            OffsetDateTime uploadedAt,
            int created,
            int changed) {}

    void add(SheetImport sheet, byte[] content, @Nullable UUID account) {
        sql.sql("""
            insert into sheet_import
                   (id, target, file_name, content, charset, worksheets, worksheet, header_row, columns, stage,
                    uploaded_at, uploaded_by)
            values (:id, :target, :fileName, :content, :charset, :worksheets, :worksheet, :headerRow,
                    :columns::jsonb, :stage, :at, :account)
            """)
                .param("id", sheet.id())
                .param("target", sheet.target())
                .param("fileName", sheet.fileName())
                .param("content", content)
                .param("charset", sheet.charset())
                .param("worksheets", sheet.worksheets().toArray(String[]::new))
                .param("worksheet", sheet.worksheet())
                .param("headerRow", sheet.headerRow())
                .param("columns", json.writeValueAsString(sheet.columns()))
                .param("stage", sheet.stage().code())
                .param("at", now())
                .param("account", account)
                .update();
    }

    void save(SheetImport sheet) {
        sql.sql("""
            update sheet_import
               set charset = :charset, worksheets = :worksheets, worksheet = :worksheet, header_row = :headerRow,
                   columns = :columns::jsonb
             where id = :id
            """)
                .param("id", sheet.id())
                .param("charset", sheet.charset())
                .param("worksheets", sheet.worksheets().toArray(String[]::new))
                .param("worksheet", sheet.worksheet())
                .param("headerRow", sheet.headerRow())
                .param("columns", json.writeValueAsString(sheet.columns()))
                .update();
    }

    Optional<SheetImport> find(UUID id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::sheet)
                .optional();
    }

    /** Nobody else goes on with the sheet until the transaction ends. */
    Optional<SheetImport> lock(UUID id) {
        return sql.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(this::sheet)
                .optional();
    }

    boolean isBy(UUID id, UUID account) {
        return sql.sql("select exists (select from sheet_import where id = :id and uploaded_by = :account)")
                .param("id", id)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** @param owner whose; null for everybody's */
    List<Line> recent(@Nullable UUID owner) {
        return sql.sql("""
            select i.id, i.target, i.file_name, i.stage, i.uploaded_at,
                   count(r.position) filter (where r.state = 'new') as created,
                   count(r.position) filter (where r.state = 'changed') as changed
              from (select * from sheet_import
                     where stage <> 'discarded' and (:owner::uuid is null or uploaded_by = :owner)
                     order by uploaded_at desc limit 20) i
              left join sheet_row r on r.sheet_import = i.id
             group by i.id, i.target, i.file_name, i.stage, i.uploaded_at
             order by i.uploaded_at desc
            """)
                .param("owner", owner)
                .query((rs, row) -> new Line(
                        rs.getObject("id", UUID.class),
                        rs.getString("target"),
                        rs.getString("file_name"),
                        stage(rs),
                        rs.getObject("uploaded_at", OffsetDateTime.class),
                        rs.getInt("created"),
                        rs.getInt("changed")))
                .list();
    }

    /** The file as it was uploaded; empty once the rows were imported or a person in it was erased. */
    Optional<byte[]> content(UUID id) {
        return sql.sql("select content from sheet_import where id = :id and content is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** The sheets that are not imported yet, with their files. */
    List<UUID> withContent() {
        return sql.sql("select id from sheet_import where content is not null")
                .query(UUID.class)
                .list();
    }

    /** The rows that were read stay; the file cannot be read another way any more. */
    void dropContent(UUID id) {
        sql.sql("update sheet_import set content = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Those nobody went on with since the day. */
    List<UUID> leftLyingSince(OffsetDateTime day) {
        return sql.sql("select id from sheet_import where stage in ('columns', 'rows') and uploaded_at < :day")
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    void goTo(UUID id, Stage stage) {
        sql.sql("update sheet_import set stage = :stage, job = null, trouble = '[]' where id = :id")
                .param("stage", stage.code())
                .param("id", id)
                .update();
    }

    /** From here on the rows are enough; the file is not kept. */
    void imported(UUID id) {
        sql.sql("""
            update sheet_import
               set stage = 'imported', job = null, trouble = '[]', content = null, imported_at = :at
             where id = :id
            """).param("at", now()).param("id", id).update();
    }

    void undone(UUID id) {
        sql.sql("update sheet_import set stage = 'undone', job = null, trouble = '[]', undone_at = :at where id = :id")
                .param("at", now())
                .param("id", id)
                .update();
    }

    /** What people uploaded and did not want is not kept. */
    void discarded(UUID id) {
        sql.sql("update sheet_import set stage = 'discarded', job = null, content = null where id = :id")
                .param("id", id)
                .update();
        sql.sql("delete from sheet_row where sheet_import = :id")
                .param("id", id)
                .update();
    }

    void setJob(UUID id, @Nullable UUID job) {
        sql.sql("update sheet_import set job = :job where id = :id")
                .param("job", job)
                .param("id", id)
                .update();
    }

    void setTrouble(UUID id, List<Trouble> trouble) {
        sql.sql("update sheet_import set job = null, trouble = :trouble::jsonb where id = :id")
                .param("trouble", json.writeValueAsString(trouble))
                .param("id", id)
                .update();
    }

    void replaceLines(UUID id, List<SheetFile.Line> lines) {
        sql.sql("delete from sheet_row where sheet_import = :id")
                .param("id", id)
                .update();
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

    /** The rows as they were uploaded, titles and headings included. */
    List<SheetFile.Line> lines(UUID id, int most) {
        return sql.sql("select position, cells from sheet_row where sheet_import = :id order by position limit :most")
                .param("id", id)
                .param("most", most)
                .query((rs, row) -> new SheetFile.Line(rs.getInt("position"), texts(rs.getArray("cells"))))
                .list();
    }

    int countRows(SheetImport sheet) {
        return sql.sql("select count(*) from sheet_row where sheet_import = :id and position > :headerRow")
                .param("id", sheet.id())
                .param("headerRow", sheet.headerRow())
                .query(Integer.class)
                .single();
    }

    List<SheetRow> rows(SheetImport sheet) {
        return sql.sql("""
            select position, cells, mended, decision from sheet_row
             where sheet_import = :id and position > :headerRow order by position
            """)
                .param("id", sheet.id())
                .param("headerRow", sheet.headerRow())
                .query(this::row)
                .list();
    }

    /** @param state null for all */
    List<Judged> judged(SheetImport sheet, @Nullable State state, int offset, int limit) {
        return sql.sql("""
            select position, cells, mended, decision, judgement, record from sheet_row
             where sheet_import = :id and judgement is not null and (:state::text is null or state = :state)
             order by position offset :offset limit :limit
            """)
                .param("id", sheet.id())
                .param("state", state == null ? null : state.code())
                .param("offset", offset)
                .param("limit", limit)
                .query((rs, row) -> new Judged(
                        row(rs, row),
                        json.readValue(rs.getString("judgement"), Judgement.class),
                        rs.getString("record")))
                .list();
    }

    Map<State, Integer> counts(UUID id) {
        var counts = new EnumMap<State, Integer>(State.class);
        sql.sql("select state, count(*) as rows from sheet_row where sheet_import = :id and state is not null"
                        + " group by state")
                .param("id", id)
                .query(rs -> {
                    counts.put(State.of(rs.getString("state")), rs.getInt("rows"));
                });
        return counts;
    }

    void saveJudgements(UUID id, List<SheetRow> rows, List<Judgement> judgements) {
        sql.sql("""
            update sheet_row r set state = given.state, judgement = given.judgement::jsonb
              from unnest(:positions::int[], :states::text[], :judgements::text[])
                   as given (position, state, judgement)
             where r.sheet_import = :id and r.position = given.position
               and r.judgement is distinct from given.judgement::jsonb
            """)
                .param("id", id)
                .param("positions", rows.stream().map(SheetRow::position).toArray(Integer[]::new))
                .param(
                        "states",
                        judgements.stream()
                                .map(judgement -> judgement.state().code())
                                .toArray(String[]::new))
                .param(
                        "judgements",
                        judgements.stream().map(json::writeValueAsString).toArray(String[]::new))
                .update();
    }

    void forgetJudgements(UUID id) {
        sql.sql("update sheet_row set state = null, judgement = null, decision = null, mended = '{}' where"
                        + " sheet_import = :id")
                .param("id", id)
                .update();
    }

    void decide(UUID id, int position, Map<String, String> mended, @Nullable String decision) {
        sql.sql("""
            update sheet_row set mended = mended || :mended::jsonb, decision = :decision
             where sheet_import = :id and position = :position
            """)
                .param("mended", json.writeValueAsString(mended))
                .param("decision", decision)
                .param("id", id)
                .param("position", position)
                .update();
    }

    void skipAll(UUID id, State state) {
        sql.sql("update sheet_row set decision = 'skip' where sheet_import = :id and state = :state")
                .param("id", id)
                .param("state", state.code())
                .update();
    }

    void saveApplied(UUID id, List<Applied> applied) {
        sql.sql("""
            update sheet_row r set record = given.record, before = given.before::jsonb, after = given.after::jsonb
              from unnest(:positions::int[], :records::text[], :before::text[], :after::text[])
                   as given (position, record, before, after)
             where r.sheet_import = :id and r.position = given.position
            """)
                .param("id", id)
                .param("positions", applied.stream().map(Applied::position).toArray(Integer[]::new))
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

    /** The last row first, as they must be taken back. */
    List<Applied> applied(UUID id) {
        return sql.sql("""
            select position, record, before, after from sheet_row
             where sheet_import = :id and record is not null order by position desc
            """)
                .param("id", id)
                .query((rs, row) -> new Applied(
                        rs.getInt("position"),
                        rs.getString("record"),
                        rs.getString("before") == null ? null : json.readValue(rs.getString("before"), TEXTS),
                        json.readValue(rs.getString("after"), TEXTS)))
                .list();
    }

    void remember(String target, List<String> headings, Map<String, Integer> columns) {
        sql.sql("""
            insert into sheet_columns (target, headings, columns, used_at)
            values (:target, :headings, :columns::jsonb, :at)
            on conflict (target, headings) do update set columns = excluded.columns, used_at = excluded.used_at
            """)
                .param("target", target)
                .param("headings", Headings.digest(headings))
                .param("columns", json.writeValueAsString(Headings.named(columns, headings)))
                .param("at", now())
                .update();
    }

    /** The columns that were chosen the last time a sheet had these headings. */
    Optional<Map<String, Integer>> remembered(String target, List<String> headings) {
        return sql.sql("select columns from sheet_columns where target = :target and headings = :headings")
                .param("target", target)
                .param("headings", Headings.digest(headings))
                .query((rs, row) -> Headings.found(json.readValue(rs.getString("columns"), TEXTS), headings))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private SheetRow row(ResultSet rs, int row) throws SQLException {
        return new SheetRow(
                rs.getInt("position"),
                texts(rs.getArray("cells")),
                json.readValue(rs.getString("mended"), TEXTS),
                rs.getString("decision"));
    }

    private SheetImport sheet(ResultSet rs, int row) throws SQLException {
        var importedAt = rs.getTimestamp("imported_at");
        var undoneAt = rs.getTimestamp("undone_at");
        return new SheetImport(
                rs.getObject("id", UUID.class),
                rs.getString("target"),
                rs.getString("file_name"),
                rs.getString("charset"),
                texts(rs.getArray("worksheets")),
                rs.getInt("worksheet"),
                rs.getInt("header_row"),
                json.readValue(rs.getString("columns"), COLUMNS),
                stage(rs),
                rs.getObject("job", UUID.class),
                json.readValue(rs.getString("trouble"), TROUBLE),
                rs.getTimestamp("uploaded_at").toInstant(),
                importedAt == null ? null : importedAt.toInstant(),
                undoneAt == null ? null : undoneAt.toInstant());
    }

    private static Stage stage(ResultSet rs) throws SQLException {
        return Stage.valueOf(rs.getString("stage").toUpperCase(Locale.ROOT));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
