package org.interurban.platform.intake;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a person out of the rows of sheets that were brought in; such a row is emptied and can no longer be taken back. */
@Component
public class ForgottenRows {

    private final JdbcClient sql;

    ForgottenRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return number of rows that named the person, whole in a cell or as it was mended here */
    @Transactional
    public int forget(@Nullable String name, @Nullable String email) {
        var words = Stream.of(name, email)
                .filter(word -> word != null && !word.isBlank())
                .map(word -> word.strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
        if (words.isEmpty()) {
            return 0;
        }
        return sql.sql("""
            update sheet_row
               set cells = array_fill(''::text, array[cardinality(cells)]), mended = '{}', judgement = null,
                   decision = 'skip', state = 'skipped', record = null, before = null, after = null
             where exists (select from unnest(cells) cell where lower(trim(cell)) in (:words))
                or exists (select from jsonb_each_text(mended) cell where lower(trim(cell.value)) in (:words))
            """).param("words", words).update();
    }
}
