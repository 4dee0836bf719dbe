package org.interurban.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.CommonPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class SearchTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    SearchDocuments documents;

    @Autowired
    Indexer indexer;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    List<SearchSource> sources;

    @BeforeEach
    void putOne() {
        put("zz-quokkaville", "Quokkaville");
    }

    private void put(String code, String title) {
        transaction.executeWithoutResult(status -> documents.put(new SearchDocument(
                "city",
                code,
                "/cities/" + code,
                Map.of("en", title, "ko", "쿼카빌"),
                Map.of("en", "A harbour town with <b>solar</b> ferries.", "ko", "태양광 여객선이 다니는 항구 도시"),
                List.of("夸卡维尔"),
                List.of(),
                true,
                CommonPermission.RECORDS_READ,
                Set.of())));
        indexer.catchUp();
    }

    @Test
    void showsWhatWasFoundWithTheWordsMarked() {
        assertThat(browser.get().uri("/search?q=solar ferries"))
                .hasStatusOk()
                .bodyText()
                .contains("Quokkaville", "<mark>ferries</mark>", "/cities/zz-quokkaville")
                .doesNotContain("<b>solar");
    }

    @Test
    void speaksKorean() {
        assertThat(browser.get().uri("/search?q=여객선&lang=ko"))
                .hasStatusOk()
                .bodyText()
                .contains("쿼카빌", "<mark>여객선</mark>", "lang=\"ko\"", "도시");
    }

    @Test
    void readsTheDocumentsOfEveryKind() {
        for (var source : sources) {
            assertThatCode(() -> sql.sql("select count(*) from (%s) d where :kind <> ''".formatted(source.sql()))
                            .param("kind", source.kind())
                            .query(Long.class)
                            .single())
                    .as(source.kind())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void asksOfEveryTableWhichDocumentsAChangeTouches() {
        for (var source : sources) {
            source.touchedBy().forEach((table, select) -> assertThatCode(() -> sql.sql("""
                select code from (select search_keys(to_jsonb(r)) as keys from %s r) changed cross join lateral (%s) touched(code)
                """.formatted(table, select))
                            .query(String.class)
                            .list())
                    .as(source.kind() + " by " + table)
                    .doesNotThrowAnyException());
        }
    }

    /** The tables on which the columns of a statement rest, also through views, as the database knows. */
    private Set<String> tablesUnder(String select) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            sql.sql(
                            "create temporary view searched (code, url, title, text, aliases, related, published, permission, scopes) as "
                                    + select)
                    .update();
            return sql.sql("""
                with recursive rests (relation) as (
                  select 'searched'::regclass::oid
                  union
                  select d.refobjid
                    from rests r
                    join pg_rewrite w on w.ev_class = r.relation
                    join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
                                    and d.refclassid = 'pg_class'::regclass
                )
                select distinct c.relname from rests r join pg_class c on c.oid = r.relation where c.relkind = 'r'
                """).query(String.class).set();
        }));
    }

    @Test
    void hearsOfEveryTableOnWhichADocumentRests() {
        var all = new SoftAssertions();
        for (var source : sources) {
            var unheard = new TreeSet<>(tablesUnder(source.sql()));
            unheard.removeAll(source.touchedBy().keySet());
            all.assertThat(unheard).as(source.kind()).isEmpty();
        }
        all.assertAll();
    }

    @Test
    void holdsATextInTheLanguageItWasWrittenIn() {
        assertThat(sql.sql("""
            select search_text('Bruges', '{"original": {"language": "nl"}, "ko": {"text": "브뤼허"}}') =
                   '{"nl": "Bruges", "ko": "브뤼허"}'
               and search_text('Bruges', '{}') = '{"und": "Bruges"}'
               and search_text(null, '{}') = '{}'
            """).query(Boolean.class).single()).isTrue();
    }

    @Test
    void findsAndShowsWhatNobodyToldTheLanguageOfInTheFirst() {
        transaction.executeWithoutResult(status -> documents.put(new SearchDocument(
                "city",
                "zz-numbatville",
                "/cities/zz-numbatville",
                Map.of(SearchDocument.UNSAID, "Numbatville of the harbours"),
                Map.of(),
                List.of(),
                List.of(),
                true,
                CommonPermission.RECORDS_READ,
                Set.of())));
        indexer.catchUp();

        assertThat(browser.get().uri("/search?q=numbatville harbour&lang=ko"))
                .hasStatusOk()
                .bodyText()
                .contains("<mark>Numbatville</mark> of the <mark>harbours</mark>", "lang=\"en\"");
    }

    @Test
    void saysThatNothingWasFoundAndShowsOtherWays() {
        assertThat(browser.get().uri("/search?q=xylophonequark"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing found", "/partnerships");
    }

    @Test
    void offersTheNameThatWasMeant() {
        assertThat(browser.get().uri("/search?q=Qokkavile"))
                .hasStatusOk()
                .bodyText()
                .contains("Did you mean", "/search?q=Quokkaville");
    }

    @Test
    void beginsWithAnEmptyBox() {
        assertThat(browser.get().uri("/search")).hasStatusOk().bodyText().contains("name=\"q\"");
    }

    @Test
    void answersPrograms() {
        assertThat(browser.get().uri("/api/v1/search?q=Quokkaville&kind=city"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0]")
                .asMap()
                .containsEntry("code", "zz-quokkaville")
                .containsEntry("kind", "city")
                .containsEntry("url", "/cities/zz-quokkaville");
    }

    @Test
    void tellsProgramsWhatASearchNeeds() {
        assertThat(browser.get().uri("/api/v1/search")).hasStatus(400);
        assertThat(browser.get().uri("/api/v1/search?q=x&colour=red")).hasStatus(400);
    }

    @Test
    void followsAChangeAndARemoval() {
        put("zz-quokkaville", "Wombatville");
        assertThat(browser.get().uri("/search?q=Quokkaville")).bodyText().doesNotContain("/cities/zz-quokkaville");
        assertThat(browser.get().uri("/search?q=Wombatville")).bodyText().contains("/cities/zz-quokkaville");

        transaction.executeWithoutResult(status -> documents.remove("city", "zz-quokkaville"));
        indexer.catchUp();
        assertThat(browser.get().uri("/search?q=Wombatville")).bodyText().doesNotContain("/cities/zz-quokkaville");
    }
}
