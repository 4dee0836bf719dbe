package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.interurban.platform.Acting;
import org.interurban.platform.LeavesRecords;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Cities that sheets are held against, and an officer who brings sheets in. */
@PlatformTest
@TestPropertySource(properties = LeavesRecords.DATABASE + "=SheetWays")
abstract class SheetWays {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void haveCities() {
        sql.sql("insert into country (code, name) values ('KR', 'Korea'), ('JP', 'Japan') on conflict do nothing")
                .update();
        sql.sql("delete from site where code = 'zz-site'").update();
        sql.sql("delete from organisation_name where organisation in (select id from organisation where code ~"
                        + " '^(zz|qq|vv|xx)')")
                .update();
        sql.sql("delete from organisation where code ~ '^(zz|qq|vv|xx)'").update();
        city("qqoyangville", "Qqoyangville", null);
        city("vvseoulopolis", "Vvseoulopolis", 9400000);
    }

    void city(String code, String name, Integer population) {
        sql.sql("""
            with made as (
              insert into organisation (id, code, kind, local_government, name, country, population)
              values (gen_random_uuid(), :code, 'city', true, :name, 'KR', :population) returning id)
            insert into organisation_name (id, organisation, name, folded, kind)
            select gen_random_uuid(), id, :name, lower(:name), 'name' from made
            """)
                .param("code", code)
                .param("name", name)
                .param("population", population)
                .update();
    }

    void located(String code, String name, String country, double latitude, double longitude) {
        city(code, name, null);
        sql.sql("update organisation set country = ?, latitude = ?, longitude = ? where code = ?")
                .params(country, latitude, longitude, code)
                .update();
    }

    MvcTestResult upload(String target, String name, byte[] content) {
        return browser.post()
                .uri("/sheets")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .param("target", target)
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .exchange();
    }

    MvcTestResult get(String uri) {
        return browser.get()
                .uri(uri)
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    MvcTestResult post(String uri, Map<String, String> parameters) {
        var request = browser.post().uri(uri).with(Acting.as(Role.PROGRAMME_OFFICER));
        parameters.forEach(request::param);
        if (uri.endsWith("/columns")) {
            request.param("sure", "yes");
        }
        return request.exchange();
    }

    /** The address of a sheet that was taken in. */
    String uploaded(String target, byte[] content) {
        var answer = upload(target, "cities.xlsx", content);
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl()).replace("/columns", "");
    }

    static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    int count(String code) {
        return sql.sql("select count(*) from organisation where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    Integer population(String code) {
        return sql.sql("select population from organisation where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    String imported(String csv) {
        var sheet = uploaded("cities", csv.getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "population"));
        post(sheet + "/import", Map.of());
        return sheet;
    }

    /** Words that are not alike: as many different letters as can be. */
    static String word(int number) {
        var random = new Random(number);
        return random.ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    String stage(UUID id) {
        return sql.sql("select stage from sheet_import where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    void takePart(String... cities) {
        sql.sql("""
            insert into programme (id, code, name, kind) values (gen_random_uuid(), 'ZZP', 'Zz programme', 'city-to-city-cooperation')
            on conflict do nothing
            """).update();
        sql.sql("""
            insert into participant (id, programme, organisation)
            select gen_random_uuid(), p.id, o.id from programme p, organisation o
             where p.code = 'ZZP' and o.code = any(?) on conflict do nothing
            """).param(cities).update();
    }

    void leave() {
        sql.sql("delete from participant where programme = (select id from programme where code = 'ZZP')")
                .update();
    }

    static final Map<String, String> COLUMNS =
            Map.of("column-2", "name", "column-3", "country", "column-4", "population", "column-5", "website");
}
