package org.interurban.platform.sources;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which of the records that documents tell of the current person sees, as a condition. */
@Component
public class SeenRecords {

    private final ObjectProvider<RecordKinds> kinds;
    private final Rights rights;

    SeenRecords(ObjectProvider<RecordKinds> kinds, Rights rights) {
        this.kinds = kinds;
        this.rights = rights;
    }

    /** @param table the alias of rows with {@code record_kind} and {@code record_code} */
    String in(String table) {
        return kinds.stream().map(known -> condition(known, table)).collect(Collectors.joining(" or ", "(", ")"));
    }

    /** A question is seen with all of the records it is about. */
    String question(String table) {
        return "not exists (select from question_record seen where seen.question = %s.id and not %s)"
                .formatted(table, in("seen"));
    }

    /** The code of a record that another one names, as an expression: null where the current person does not see it. */
    public String named(String kind, String code) {
        return "(select named.record_code from (values ('%s', %s::text)) named (record_kind, record_code) where %s)"
                .formatted(kind, code, in("named"));
    }

    /** What the record is called, as an expression in {@code :language}: null where it has no name. */
    String name(String table) {
        return kinds.stream()
                .filter(known -> !known.names().isEmpty())
                .map(known -> """
                    when %1$s.record_kind in (%2$s) then
                      (select called.name from (%3$s) called
                        where %1$s.record_code = called.code or starts_with(%1$s.record_code, called.code || '/')
                           or starts_with(%1$s.record_code, called.code || '.')
                        order by length(called.code) desc limit 1)
                    """.formatted(table, quoted(known), known.names()))
                .collect(Collectors.joining("", "case ", " end"));
    }

    private String condition(RecordKinds known, String table) {
        var ofThese = "%s.record_kind in (%s)".formatted(table, quoted(known));
        return known.select().isEmpty()
                ? ofThese
                : "%s and exists (select from (%s) kept where kept.code = split_part(%s.record_code, '/', 1) and %s)"
                        .formatted(ofThese, known.select(), table, Seen.by(rights.current(), "kept"));
    }

    private static String quoted(RecordKinds known) {
        return "'" + String.join("', '", new TreeSet<>(known.kinds())) + "'";
    }
}
