package org.interurban.platform.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.delivery.JobId;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sheets.SheetImport.Stage;
import org.interurban.platform.sheets.SheetImport.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All sheets that were uploaded. */
@Repository
class SheetImports {

    private static final TypeReference<Map<String, Integer>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Trouble>> TROUBLE = new TypeReference<>() {};

    private static final String SELECT = """
        select id, target, file_name, charset, worksheets, worksheet, hidden_rows, hidden_columns, header_row, width,
               columns, said, source, stage, job,
               trouble, uploaded_at, imported_at, undone_at
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

    /** An earlier import as its list shows it. */
    record Line(
            SheetId id,
            String target,
            String fileName,
            Stage stage,
            OffsetDateTime uploadedAt,
            int created,
            int changed) {}

    void add(SheetImport sheet, Path file, @Nullable AccountId account) throws IOException {
        try (var content = Files.newInputStream(file)) {
            add(sheet, new SqlBinaryValue(content, Files.size(file)), account);
        }
    }

    /** One whose rows are those of an earlier one. */
    void add(SheetImport sheet, @Nullable AccountId account) {
        add(sheet, (SqlBinaryValue) null, account);
    }

    /** What was imported from the file by the same person already. */
    Set<String> targetsOf(SheetImport sheet) {
        return Set.copyOf(sql.sql("""
            select distinct other.target from sheet_import i
              join sheet_import other on other.file_name = i.file_name and other.uploaded_by is not distinct from i.uploaded_by
             where i.id = ? and (other.stage = 'imported' or other.id = i.id)
            """).param(sheet.id()).query(String.class).list());
    }

    private void add(SheetImport sheet, @Nullable SqlBinaryValue content, @Nullable AccountId account) {
        read(sheet, """
            insert into sheet_import
                   (id, target, file_name, content, charset, worksheets, worksheet, hidden_rows, hidden_columns, header_row, width,
                    columns, stage, uploaded_at, uploaded_by)
            values (:id, :target, :fileName, :content, :charset, :worksheets, :worksheet, :hiddenRows, :hiddenColumns, :headerRow,
                    :width, :columns::jsonb, :stage, :at, :account)
            """)
                .param("target", sheet.target())
                .param("fileName", sheet.fileName())
                .param("content", content)
                .param("stage", sheet.stage().code())
                .param("at", now())
                .param("account", account)
                .update();
    }

    void save(SheetImport sheet) {
        read(sheet, """
            update sheet_import
               set charset = :charset, worksheets = :worksheets, worksheet = :worksheet, hidden_rows = :hiddenRows,
                   hidden_columns = :hiddenColumns, header_row = :headerRow,
                   width = :width, columns = :columns::jsonb, said = :said::jsonb, source = :source
             where id = :id
            """)
                .param("said", json.writeValueAsString(sheet.said()))
                .param("source", sheet.source())
                .update();
    }

    /** With how the file is read. */
    private JdbcClient.StatementSpec read(SheetImport sheet, String statement) {
        return sql.sql(statement)
                .param("id", sheet.id())
                .param("charset", sheet.charset())
                .param("worksheets", sheet.worksheets().toArray(String[]::new))
                .param("worksheet", sheet.worksheet())
                .param("hiddenRows", sheet.hidden().rows().toArray(Integer[]::new))
                .param("hiddenColumns", sheet.hidden().columns().toArray(Integer[]::new))
                .param("headerRow", sheet.headerRow())
                .param("width", sheet.width())
                .param("columns", json.writeValueAsString(sheet.columns()));
    }

    Optional<SheetImport> find(SheetId id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::sheet)
                .optional();
    }

    /** Nobody else goes on with the sheet until the transaction ends. */
    Optional<SheetImport> lock(SheetId id) {
        return sql.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(this::sheet)
                .optional();
    }

    boolean isBy(SheetId id, AccountId account) {
        return sql.sql("select exists (select from sheet_import where id = :id and uploaded_by = :account)")
                .param("id", id)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** @param owner whose; null for everybody's */
    List<Line> recent(@Nullable AccountId owner) {
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
                        new SheetId(rs.getObject("id", UUID.class)),
                        rs.getString("target"),
                        rs.getString("file_name"),
                        stage(rs),
                        rs.getObject("uploaded_at", OffsetDateTime.class),
                        rs.getInt("created"),
                        rs.getInt("changed")))
                .list();
    }

    /**
     * Writes the file as it was uploaded.
     *
     * @return false once the rows were imported or a person in it was erased: then it is not kept any more
     */
    boolean copyContent(SheetId id, Path file) {
        return sql.sql("select content from sheet_import where id = :id and content is not null")
                .param("id", id)
                .query((rs, row) -> {
                    try (var content = rs.getBinaryStream("content")) {
                        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                        return true;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .optional()
                .isPresent();
    }

    /** The sheets that are not imported yet, with their files. */
    List<SheetId> withContent() {
        return sql.sql("select id from sheet_import where content is not null")
                .query((rs, row) -> new SheetId(rs.getObject("id", UUID.class)))
                .list();
    }

    /** The rows that were read stay; the file cannot be read another way any more. */
    void dropContent(SheetId id) {
        sql.sql("update sheet_import set content = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Those nobody went on with since the day. */
    List<SheetId> leftLyingSince(OffsetDateTime day) {
        return sql.sql("select id from sheet_import where stage in ('columns', 'rows') and uploaded_at < :day")
                .param("day", day)
                .query((rs, row) -> new SheetId(rs.getObject("id", UUID.class)))
                .list();
    }

    void goTo(SheetId id, Stage stage) {
        sql.sql("update sheet_import set stage = :stage, job = null, trouble = '[]' where id = :id")
                .param("stage", stage.code())
                .param("id", id)
                .update();
    }

    /** From here on the rows are enough; the file is not kept. */
    void imported(SheetId id) {
        sql.sql("""
            update sheet_import
               set stage = 'imported', job = null, trouble = '[]', content = null, imported_at = :at
             where id = :id
            """).param("at", now()).param("id", id).update();
    }

    void undone(SheetId id) {
        sql.sql("update sheet_import set stage = 'undone', job = null, trouble = '[]', undone_at = :at where id = :id")
                .param("at", now())
                .param("id", id)
                .update();
    }

    /** What people uploaded and did not want is not kept. */
    void discarded(SheetId id) {
        sql.sql("update sheet_import set stage = 'discarded', job = null, content = null where id = :id")
                .param("id", id)
                .update();
        sql.sql("delete from sheet_row where sheet_import = :id")
                .param("id", id)
                .update();
    }

    void setJob(SheetId id, @Nullable JobId job) {
        sql.sql("update sheet_import set job = :job where id = :id")
                .param("job", job)
                .param("id", id)
                .update();
    }

    void setTrouble(SheetId id, List<Trouble> trouble) {
        sql.sql("update sheet_import set job = null, trouble = :trouble::jsonb where id = :id")
                .param("trouble", json.writeValueAsString(trouble))
                .param("id", id)
                .update();
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

    private SheetImport sheet(ResultSet rs, int row) throws SQLException {
        var importedAt = rs.getTimestamp("imported_at");
        var undoneAt = rs.getTimestamp("undone_at");
        return new SheetImport(
                new SheetId(rs.getObject("id", UUID.class)),
                rs.getString("target"),
                rs.getString("file_name"),
                rs.getString("charset"),
                texts(rs.getArray("worksheets")),
                rs.getInt("worksheet"),
                new SheetFile.Hidden(numbers(rs.getArray("hidden_rows")), numbers(rs.getArray("hidden_columns"))),
                rs.getInt("header_row"),
                rs.getObject("width", Integer.class),
                json.readValue(rs.getString("columns"), COLUMNS),
                json.readValue(rs.getString("said"), TEXTS),
                rs.getString("source"),
                stage(rs),
                Identifier.ofNullable(rs.getObject("job", UUID.class), JobId::new),
                json.readValue(rs.getString("trouble"), TROUBLE),
                rs.getTimestamp("uploaded_at").toInstant(),
                importedAt == null ? null : importedAt.toInstant(),
                undoneAt == null ? null : undoneAt.toInstant());
    }

    private static Stage stage(ResultSet rs) throws SQLException {
        return Stage.valueOf(rs.getString("stage").toUpperCase(Locale.ROOT));
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
