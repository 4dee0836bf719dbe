package org.interurban.platform.partnerships;

import java.sql.Types;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Gives every theme one of eight lines. A theme keeps the letter it has; a new one takes the letter that the fewest themes
 * have, the first of them in the alphabet, so that up to eight themes never share one.
 */
@Repository
class ThemeLines {

    private final JdbcClient sql;

    ThemeLines(JdbcClient sql) {
        this.sql = sql;
    }

    void setTheme(String partnership, @Nullable TopicId topic) {
        setTheme(partnership, topic, null);
    }

    /** @param line the one it has had so far, elsewhere; null where it has none yet */
    void setTheme(String partnership, @Nullable TopicId topic, @Nullable String line) {
        sql.sql("""
            update partnership p
               set topic = t.id, theme = t.label, theme_translations = coalesce(t.label_translations, '{}'),
                   line = case when t.id is null then null else coalesce(
                     :line,
                     (select line from partnership where topic = t.id and line is not null limit 1),
                     (select letter::text
                        from unnest(array['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']) as letter
                       order by (select count(distinct topic) from partnership where line = letter), letter
                       limit 1)) end,
                   version = p.version + 1
              from (select :topic::uuid as wanted) w left join topic_label t on t.id = w.wanted
             where p.code = :partnership and (p.topic is distinct from t.id or p.theme is distinct from t.label
                    or p.line <> :line)
            """)
                .param("topic", topic)
                .param("line", line, Types.VARCHAR)
                .param("partnership", partnership)
                .update();
    }
}
