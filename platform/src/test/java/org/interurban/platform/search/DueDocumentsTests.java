package org.interurban.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.web.Languages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A change notes its row in its own transaction, and only the documents that it touches are read again. */
@PlatformTest
class DueDocumentsTests {

    /** Records with parts of their own. */
    private static final class Quolls implements SearchSource {

        private boolean isBroken;

        @Override
        public String kind() {
            return "quoll";
        }

        @Override
        public Map<String, String> touchedBy() {
            return Map.of(
                    "zz_quoll",
                    "select changed.keys ->> 'code'",
                    "zz_quoll_name",
                    "select q.code from zz_quoll q where q.id = (changed.keys ->> 'quoll')::uuid");
        }

        @Override
        public String sql() {
            return """
                select q.code, '/quolls/' || q.code, search_text(q.code, '{}'), '{}'::jsonb,
                       array(select n.name from zz_quoll_name n where n.quoll = q.id and 1 / %d = 1), '{}'::text[],
                       true, 'RECORDS_READ', '{}'::text[]
                  from zz_quoll q
                """.formatted(isBroken ? 0 : 1);
        }
    }

    @TempDir
    Path data;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @Autowired
    Languages languages;

    private final Quolls quolls = new Quolls();
    private Indexer indexer;

    @BeforeEach
    void make() throws IOException {
        sql.sql("create table zz_quoll (id uuid primary key default gen_random_uuid(), code text not null)")
                .update();
        sql.sql(
                        "create table zz_quoll_name (id uuid primary key default gen_random_uuid(), quoll uuid not null, name text not null)")
                .update();
        sql.sql("insert into zz_quoll (code) values ('spotted'), ('northern')").update();
        indexer = new Indexer(
                sql,
                transaction,
                json,
                clock,
                List.of(quolls),
                languages,
                new SearchSettings(data, new SearchSettings.Search(true)));
        level();
    }

    @AfterEach
    void drop() throws IOException {
        indexer.destroy();
        sql.sql("drop table zz_quoll, zz_quoll_name").update();
        for (var table : List.of("search_document", "search_due")) {
            sql.sql("delete from " + table + " where kind = 'quoll'").update();
        }
    }

    /** Another indexer of the same database may be at work at the moment. */
    private void level() {
        for (int i = 0; i < 100 && (isThere("search_change where table_name like 'zz_quoll%'") || i == 0); i++) {
            indexer.catchUp();
        }
        for (int i = 0; i < 100 && isThere("search_due where kind = 'quoll'"); i++) {
            indexer.catchUp();
        }
    }

    private boolean isThere(String what) {
        return sql.sql("select exists (select from " + what + ")")
                .query(Boolean.class)
                .single();
    }

    private List<String> titles() {
        return sql.sql(
                        "select code || ' ' || (title ->> 'und') from search_document where kind = 'quoll' and not removed order by code")
                .query(String.class)
                .list();
    }

    private void spoil() {
        sql.sql("update search_document set title = '{\"und\": \"spoilt\"}' where kind = 'quoll'")
                .update();
    }

    private void name(String code) {
        sql.sql("insert into zz_quoll_name (quoll, name) select id, 'Dasyurus' from zz_quoll where code = ?")
                .param(code)
                .update();
    }

    @Test
    void oneRecordThatChangesIsTheOnlyOneThatIsReadAgain() {
        assertThat(titles()).containsExactly("northern northern", "spotted spotted");
        spoil();

        name("spotted");
        level();

        assertThat(titles()).containsExactly("northern spoilt", "spotted spotted");
    }

    @Test
    void aRecordThatIsGoneIsFoundNoMore() {
        spoil();

        sql.sql("delete from zz_quoll where code = 'spotted'").update();
        level();

        assertThat(titles()).containsExactly("northern spoilt");
    }

    @Test
    void oneThatIsCalledOtherwiseIsFoundByItsNewCodeOnly() {
        sql.sql("update zz_quoll set code = 'eastern' where code = 'spotted'").update();
        level();

        assertThat(titles()).containsExactly("eastern eastern", "northern northern");
    }

    @Test
    void whatAChangeTakesBackIsNotNoted() {
        transaction.executeWithoutResult(status -> {
            name("spotted");
            status.setRollbackOnly();
        });

        assertThat(isThere("search_change where table_name = 'zz_quoll_name'")).isFalse();
    }

    @Test
    void whatCouldNotBeWrittenStaysDueUntilItIs() {
        spoil();
        quolls.isBroken = true;

        name("spotted");
        for (int i = 0; i < 100 && !isThere("search_due where kind = 'quoll' and code = 'spotted'"); i++) {
            indexer.catchUp();
        }
        indexer.catchUp();

        assertThat(isThere("search_change where table_name = 'zz_quoll_name'")).isFalse();
        assertThat(isThere("search_due where kind = 'quoll' and code = 'spotted'"))
                .isTrue();

        quolls.isBroken = false;
        level();

        assertThat(titles()).containsExactly("northern spoilt", "spotted spotted");
    }

    @Test
    void anImportOfManyReadsItsKindAsAWhole() {
        spoil();

        sql.sql("insert into zz_quoll (code) select 'quoll-' || n from generate_series(1, 600) n")
                .update();
        level();

        assertThat(titles()).hasSize(602).contains("northern northern");
    }
}
