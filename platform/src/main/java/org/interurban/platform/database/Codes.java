package org.interurban.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes for new records: what they belong to, and a number. Who asks waits until the transaction of whoever asked before within the
 * same frame has ended, so two never get the same; a number is given once, and those that came in with a file are passed over.
 */
@Component
public class Codes {

    private static final int FRAME_LENGTH = 70; // of the 80 that a code may have

    private final JdbcClient sql;

    Codes(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * As in {@code IURC-Seoul-Dublin-07}.
     *
     * @param table whose column code holds the codes
     * @param digits of the number, at least
     */
    public String numbered(String table, String frame, int digits) {
        var cut = cut(frame);
        return ("%s-%0" + digits + "d").formatted(cut, next(table, cut));
    }

    /** The name itself for the first record that has it, {@code busan-2} for the second. */
    public String named(String table, String name) {
        var cut = cut(name);
        var number = next(table, cut);
        return number == 1 ? cut : cut + "-" + number;
    }

    /** Until the transaction ends nobody else is given codes for the table: for many at once, made from those that are there. */
    public void alone(String table) {
        lock("pg_advisory_xact_lock", table);
    }

    private void lock(String lock, String table) {
        sql.sql("select " + lock + "(hashtextextended(:table, 14))")
                .param("table", "codes of " + table)
                .query((rs, row) -> true)
                .single();
    }

    private static String cut(String frame) {
        return frame.substring(0, Math.min(frame.length(), FRAME_LENGTH));
    }

    private int next(String table, String frame) {
        lock("pg_advisory_xact_lock_shared", table);
        return sql.sql("""
            insert into code_given as given (kind, frame, last)
            select :table, :frame,
                   1 + coalesce(max(case code when :frame then 1 else substr(code, length(:frame) + 2)::int end), 0)
              from %s
             where code = :frame
                or (starts_with(code, :frame || '-') and substr(code, length(:frame) + 2) ~ '^[0-9]{1,8}$')
            on conflict (kind, frame) do update set last = greatest(given.last + 1, excluded.last)
            returning last
            """.formatted(table))
                .param("table", table)
                .param("frame", frame)
                .query(Integer.class)
                .single();
    }
}
