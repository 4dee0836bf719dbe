package org.interurban.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class MergeOrganisationsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    CitySheet sheet;

    @Autowired
    Directory directory;

    @Autowired
    MessageSource messages;

    @BeforeEach
    void addTheSameCityTwice() {
        sample.load();
        sheet.create(List.of(
                Map.of("name", "Zzkeptstad", "country", "SE", "website", "https://kept.example"),
                Map.of("name", "Zzkeptstadt", "country", "SE", "population", "~250000", "note", "by another sheet")));
    }

    @Test
    void theRecordThatStaysTakesWhatIsChosenAndAllNames() {
        assertThat(page("/cities/zzkeptstad/merge")).bodyText().contains("Zzkeptstadt");
        assertThat(page("/cities/zzkeptstad/merge?with=zzkeptstadt"))
                .bodyText()
                .contains("by another sheet", "https://kept.example");

        assertThat(merge("zzkeptstad", "zzkeptstadt", "population", "note")).hasRedirectedUrl("/cities/zzkeptstad");

        assertThat(sql.sql("select population, population_qualifier, website, note from organisation where code ="
                                + " 'zzkeptstad'")
                        .query()
                        .singleRow())
                .containsEntry("population", 250_000L)
                .containsEntry("population_qualifier", "about")
                .containsEntry("website", "https://kept.example")
                .containsEntry("note", "by another sheet");
        assertThat(directory.findByName("Zzkeptstadt", Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Directory.Match.Known.class,
                        known -> assertThat(known.entry().code()).isEqualTo("zzkeptstad"));
        assertThat(browser.get().uri("/cities/zzkeptstadt")).hasStatus(404);
    }

    /** Each foreign key that there is names the one before and the other after; a column that is none is known to ReferencesTests. */
    @Test
    void whateverReferredToTheOneRefersToTheOther() {
        sql.sql("""
            do $$ declare one record; begin
              for one in select * from references_to('organisation') where referring::text <> 'organisation_name' loop
                begin
                  execute format('update %1$s set %2$I = (select %3$I from organisation where code = ''zzkeptstadt'')'
                                 || ' where ctid = (select ctid from %1$s where %2$I is not null limit 1)',
                                 one.referring, one.naming, one.named);
                exception when others then null;
                end;
              end loop;
            end $$
            """).update();
        var before = references("zzkeptstadt");
        assertThat((Long) before.get("number")).isGreaterThan(10);

        merge("zzkeptstad", "zzkeptstadt");

        assertThat(references("zzkeptstad")).isEqualTo(before);
    }

    @Test
    void whoSpokeForTheOneDoesNotComeToSpeakForTheOther() {
        var account = TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(id("zzkeptstadt")));

        merge("zzkeptstad", "zzkeptstadt");

        assertThat(sql.sql("select count(*) from role_assignment where account = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whereverTwoMayStandApartThereAreWordsForIt() {
        assertThat(sql.sql("select distinct referring::text from references_to('organisation')")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(10)
                .allSatisfy(table -> {
                    for (var language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                        assertThat(messages.getMessage("directory.merge.in." + table, null, "", language))
                                .as(table)
                                .isNotEmpty();
                    }
                });
    }

    @Test
    void aCountryIsCalledByItsName() {
        assertThat(page("/cities/zzkeptstad/merge?with=zzkeptstadt"))
                .bodyText()
                .contains("Sweden")
                .doesNotContain(">SE<");
    }

    @Test
    void nobodyElseMerges() {
        assertThat(browser.get().uri("/cities/zzkeptstad/merge").with(as(Role.FOCAL_POINT)))
                .hasStatus(403);
    }

    private Map<String, Object> references(String code) {
        return sql.sql("""
            select string_agg(referring || '.' || naming, ' ' order by 1) as columns, count(*) as number
              from references_to('organisation')
             where referring::text <> 'organisation_name'
               and (xpath('/row/n/text()', query_to_xml(format(
                    'select count(*) as n from %s where %I = (select %I from organisation where code = %L)',
                    referring, naming, named, :code), true, true, '')))[1]::text::int > 0
            """).param("code", code).query().singleRow();
    }

    private OrganisationId id(String code) {
        return directory.idOf(code).orElseThrow();
    }

    private MvcTestResult page(String address) {
        return browser.get().uri(address).with(as(Role.PROGRAMME_OFFICER)).exchange();
    }

    private MvcTestResult merge(String kept, String gone, String... taken) {
        return browser.post()
                .uri("/cities/" + kept + "/merge")
                .with(as(Role.PROGRAMME_OFFICER))
                .with(csrf())
                .param("other", gone)
                .param("version", version(kept))
                .param("otherVersion", version(gone))
                .param("take", taken)
                .exchange();
    }

    private String version(String code) {
        return sql.sql("select version::text from organisation where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }
}
