package org.interurban.platform.sheets;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person out of the sheets: a row that named the person is emptied and can no longer be taken back, and the file of a sheet
 * that is not imported yet is dropped where the person stands anywhere in it.
 */
@Component
public class ForgottenRows {

    private final JdbcClient sql;
    private final SheetImports imports;
    private final ReadingRoom room;

    ForgottenRows(JdbcClient sql, SheetImports imports, ReadingRoom room) {
        this.sql = sql;
        this.imports = imports;
        this.room = room;
    }

    /** What a person is called and written to by, and the sheets whose kept files hold that. */
    public record Traces(List<String> words, List<SheetId> sheets) {}

    /** Reads every kept file in its turn, however long that takes: outside of any transaction, so that no connection waits. */
    public Traces find(@Nullable String... called) {
        var words = Stream.of(called)
                .filter(word -> word != null && !word.isBlank())
                .map(ForgottenRows::folded)
                .toList();
        return new Traces(
                words,
                words.isEmpty()
                        ? List.of()
                        : imports.withContent().stream()
                                .filter(id -> names(id, words))
                                .toList());
    }

    /** @return number of rows that named the person, whole in a cell or as it was mended here */
    @Transactional
    public int forget(Traces traces) {
        if (traces.words().isEmpty()) {
            return 0;
        }
        traces.sheets().forEach(imports::dropContent);
        sql.sql("delete from sheet_answer where cell in (:words) or lower(trim(meant)) in (:words)")
                .param("words", traces.words())
                .update();
        sql.sql("""
            update sheet_import
               set answers = (select coalesce(jsonb_agg(one order by number), '[]')
                                from jsonb_array_elements(answers) with ordinality as given (one, number)
                               where one ->> 'cell' not in (:words) and lower(trim(one ->> 'meant')) not in (:words))
             where answers <> '[]'
            """).param("words", traces.words()).update();
        return sql.sql("""
            update sheet_row
               set cells = array_fill(''::text, array[cardinality(cells)]), mended = '{}', judgement = null,
                   decision = 'skip', state = 'skipped', record = null, before = null, after = null
             where exists (select from unnest(cells) cell where lower(trim(cell)) in (:words))
                or exists (select from jsonb_each_text(mended) cell where lower(trim(cell.value)) in (:words))
            """).param("words", traces.words()).update();
    }

    private static String folded(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether any cell of any worksheet is one of the words; a file that no longer reads is taken for one. */
    private boolean names(SheetId sheet, List<String> words) {
        var charset = imports.find(sheet).map(SheetImport::charset).orElse(null);
        return room.inTurn(file -> {
            imports.copyContent(sheet, file);
            return switch (SheetFile.read(file, charset)) {
                case SheetFile.Outcome.Refused refused -> true;
                case SheetFile.Outcome.Read(var read) ->
                    read.worksheets().stream()
                            .flatMap(worksheet -> worksheet.lines().stream())
                            .flatMap(line -> line.cells().stream())
                            .anyMatch(cell -> words.contains(folded(cell)));
            };
        });
    }
}
