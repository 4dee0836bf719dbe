package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class VersionsTests {

    @Autowired
    JdbcClient sql;

    @Test
    void theVersionOfEveryRecordRisesWhenAnImportChangesIt() {
        assertThat(sql.sql("""
            select a.attrelid::regclass::text
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
             where a.attname = 'version'
               and exists (select from pg_trigger h where h.tgrelid = c.oid and h.tgname = 'keep_history')
               and not exists (select from pg_trigger r where r.tgrelid = c.oid and r.tgname = 'raise_version')
            """).query(String.class).list()).isEmpty();
    }
}
