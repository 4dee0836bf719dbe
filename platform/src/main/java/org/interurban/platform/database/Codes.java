package org.interurban.platform.database;

import java.util.regex.Pattern;
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
     * As in {@code PROGRAMME-City-City-07}.
     *
     * @param table whose column code holds the codes
     * @param digits of the number, at least
     */
    public String numbered(String table, String frame, int digits) {
        var cut = cut(frame);
        return ("%s-%0" + digits + "d").formatted(cut, next(table, cut, 1));
    }

    /**
     * The name itself for the first record that has it, {@code busan-2} for the second; a record that is named so is one of the
     * frame {@code busan} too.
     */
    public String named(String table, String name) {
        var wish = Wish.of(name);
        return wish.code(next(table, wish.frame(), wish.least()));
    }

    /** What a name asks for: the number that it ends in, or the first. */
    private record Wish(String frame, int least) {

        private static final Pattern NUMBERED = Pattern.compile("(.+)-([2-9]|[1-9][0-9]{1,7})");

        static Wish of(String name) {
            var numbered = NUMBERED.matcher(cut(name));
            return numbered.matches()
                    ? new Wish(numbered.group(1), Integer.parseInt(numbered.group(2)))
                    : new Wish(cut(name), 1);
        }

        String code(int number) {
            return number == 1 ? frame : frame + "-" + number;
        }
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

    private int next(String table, String frame, int least) {
        lock("pg_advisory_xact_lock_shared", table);
        return sql.sql("""
            insert into code_given as given (kind, frame, last)
            select :table, :frame,
                   greatest(:least,
                     1 + coalesce(max(case code when :frame then 1 else substr(code, length(:frame) + 2)::int end), 0))
              from %s
             where code = :frame
                or (starts_with(code, :frame || '-') and substr(code, length(:frame) + 2) ~ '^[0-9]{1,8}$')
            on conflict (kind, frame) do update set last = greatest(given.last + 1, excluded.last)
            returning last
            """.formatted(table))
                .param("table", table)
                .param("frame", frame)
                .param("least", least)
                .query(Integer.class)
                .single();
    }
}
