package org.interurban.platform.taxonomy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column named {@code topic} of the module that offers it.
 *
 * @param owner the column within whose value a topic stands once only; such a row has nothing to say without its topic
 * @param words key of the words that say how many rows there are
 */
public record TopicColumn(
        JdbcClient sql, String table, @Nullable String owner, String words) implements RestsOnTopics {

    public TopicColumn(JdbcClient sql, String table, String words) {
        this(sql, table, null, words);
    }

    @Override
    public String counted() {
        return "select '%s' as words, count(*) as many from %s where topic = any(:topics)".formatted(words, table);
    }

    @Override
    public void move(TopicId from, @Nullable TopicId to) {
        if (owner == null) {
            sql.sql("update %s set topic = :to where topic = :from".formatted(table))
                    .param("to", to)
                    .param("from", from)
                    .update();
            return;
        }
        if (to != null) {
            sql.sql("""
                update %1$s t set topic = :to
                 where topic = :from and not exists (select from %1$s o where o.%2$s = t.%2$s and o.topic = :to)
                """.formatted(table, owner))
                    .param("to", to)
                    .param("from", from)
                    .update();
        }
        sql.sql("delete from %s where topic = ?".formatted(table)).param(from).update();
    }
}
