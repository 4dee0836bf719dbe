package org.interurban.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What changed since, as programs ask for it. */
@PlatformTest
class ChangesApiTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    WholeSample sample;

    @Autowired
    JdbcClient sql;

    @Autowired
    SearchDocuments documents;

    @BeforeEach
    void load() {
        sample.load();
    }

    @Test
    void tellsOfWhatChangedSinceAMomentAndOfNothingBefore() {
        assertThat(browser.get().uri("/api/v1/changes?since=2020-01-31&kind=city&limit=2"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0]")
                .asMap()
                .containsKeys("kind", "code", "title", "url", "modified");
        assertThat(browser.get().uri("/api/v1/changes?since=2999-01-31T00:00:00Z"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void tellsOfNothingThatIsNotForEveryone() {
        var hidden = sql.sql("select code from search_document where not published or removed")
                .query(String.class)
                .list();

        var told = browser.get().uri("/api/v1/changes.csv").exchange();

        assertThat(told).hasStatusOk();
        assertThat(told)
                .bodyText()
                .doesNotContain(hidden.stream().map(code -> "," + code + ",").toList());
    }

    /** What is removed, and what is only not for everyone any more; and nothing of what never was. */
    @Test
    @Transactional
    void tellsWhoeverKeepsACopyWhatIsNoLongerForEveryone() {
        sql.sql("""
            insert into search_document (kind, code, url, title, published, permission)
            select 'city', code, '/cities/' || code, '{"en": "Zz Example"}', code <> 'zz-never', 'SHEETS_IMPORT'
              from unnest(array['zz-removed', 'zz-hidden', 'zz-never']) as code
            """).update();
        var before = sql.sql("update search_document set changed_at = '2020-01-01' where code like 'zz-%'")
                .update();
        assertThat(before).isEqualTo(3);

        documents.remove("city", "zz-removed");
        documents.remove("city", "zz-never");
        sql.sql("update search_document set published = false where code = 'zz-hidden'")
                .update();

        var told = browser.get()
                .uri("/api/v1/changes?kind=city&since=2020-02-01&limit=100")
                .exchange();
        assertThat(told).hasStatusOk().bodyText().doesNotContain("zz-never", "Zz Example");
        for (var code : List.of("zz-removed", "zz-hidden")) {
            assertThat(told)
                    .bodyJson()
                    .extractingPath("$.items[?(@.code == '%s')].removed".formatted(code))
                    .asArray()
                    .containsExactly(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-31", "2026", "0000-01-01", "2026-01-01T00:00"})
    void refusesWhatIsNoMoment(String since) {
        assertThat(browser.get().uri("/api/v1/changes?since={since}", since)).hasStatus(400);
    }

    @Test
    void whatIsOnlyAskedWhetherItChangedHasTheTagOfItsAnswer() {
        var whole = browser.get().uri("/api/v1/members?limit=1").exchange();

        assertThat(browser.head().uri("/api/v1/members?limit=1"))
                .hasStatusOk()
                .hasHeader("ETag", whole.getResponse().getHeader("ETag"));
    }

    @Test
    void theCatalogueNamesEveryOpenListWithItsFiles() {
        var catalogue = browser.get().uri("/api/v1/catalogue").exchange();

        assertThat(catalogue).hasStatusOk().hasContentType("application/ld+json");
        assertThat(catalogue)
                .bodyText()
                .contains("\"dcat:Catalog\"", "/api/v1/members.csv", "/api/v1/changes", "/api/v1/partnerships.xlsx")
                .doesNotContain("/api/v1/accounts");
    }
}
