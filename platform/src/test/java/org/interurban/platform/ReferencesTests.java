package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A column that names another record is a foreign key, so that it never names one that is not there. */
@PlatformTest
class ReferencesTests {

    /** Columns that are none, by why that is right. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("agreement.place", "words: where it was signed"),
            Map.entry("audit_act.actor", "an account, on a higher floor; the trail is sealed and stays as it was"),
            Map.entry("country.time_zone", "a name of the IANA database, which knows more than the table of zones"),
            Map.entry("engagement.account", "words: what was told of it"),
            Map.entry("enquiry.post", "words: what whoever wrote is"),
            Map.entry("form_draft.account", "an account, on a higher floor; kept for a month"),
            Map.entry("form_sent.account", "an account, on a higher floor; kept for a day"),
            Map.entry("form_sent.number", "no record: the number in a form"),
            Map.entry("job.started_by", "an account, on a higher floor"),
            Map.entry("kept_picture.place", "words: whose picture it is"),
            Map.entry("notice.account", "an account, on a higher floor"),
            Map.entry("organisation.time_zone", "as of a country"),
            Map.entry("place.time_zone", "as of a country"),
            Map.entry("programme_theme.reading", "words: whose list of themes it is"),
            Map.entry("removal.account", "an account, on a higher floor; kept for a day"),
            Map.entry("role_assignment.scope_id", "a record of the kind that scope_kind says; ScopeNames tell of each"),
            Map.entry("sheet_answer.account", "an account, on a higher floor"),
            Map.entry("sheet_import.uploaded_by", "an account, on a higher floor"),
            Map.entry("taxonomy.programme", "a programme, on a higher floor"));

    @Autowired
    JdbcClient sql;

    @Test
    void everyColumnThatNamesARecordIsAForeignKey() {
        var without = new TreeSet<>(sql.sql("""
            select t.relname || '.' || c.attname
              from pg_class t
              join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
              join pg_type y on y.oid = c.atttypid
             where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and c.attname not in ('id', 'code')
               and (y.typname in ('uuid', '_uuid', 'record_code', '_record_code')
                    or y.typcategory in ('S') and exists (select from pg_class n
                                 where n.relkind = 'r' and n.relnamespace = t.relnamespace and n.relname = c.attname))
               and not exists (select from pg_constraint k
                                where k.contype = 'f' and k.conrelid = t.oid and c.attnum = any(k.conkey))
            """).query(String.class).list());

        assertThat(without).isEqualTo(new TreeSet<>(WITHOUT.keySet()));
    }
}
