package org.interurban.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** A total that stands on two pages is the same, or the page says what it leaves out and why. */
@PlatformTest
@Transactional
class TotalsTests {

    private static final Pattern SIDE = Pattern.compile("<li>[A-Z][a-z]+: (\\d+) cities</li>");
    private static final Pattern HEADING = Pattern.compile("<h2[^>]*>([^<]+)</h2>");
    private static final Pattern LETTER = Pattern.compile("<span class=\"bullet[^>]*>([^<]+)</span>");
    private static final Pattern ROUTE = Pattern.compile(
            "<li data-line=\"line-(\\w+) route-.+?</a><span class=\"muted\">([^<]*)</span>", Pattern.DOTALL);
    private static final Pattern LOADED = Pattern.compile(
            "<(?:link rel=\"(?:preload|stylesheet)\"|script)[^>]*(?:href|src)=\"(/[^\"]+\\.(?:css|js|woff2))\"");
    private static final int CROWD = 2400;
    private static final int OF_ONE_CITY = 800;

    @Autowired
    WholeSample sample;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvcTester browser;

    @Test
    void areEqualOverTheSample() throws Exception {
        sample.load();

        assertPartnershipsAreCountedAlike();
        assertMembersAreCountedAlike();
    }

    @Test
    void areEqualOverAnEmptyNetwork() throws Exception {
        sample.load();
        sql.sql("update partnership set published = false").update();

        assertThat(total("/api/v1/partnerships")).isZero();
        assertThat(page("/")).contains("Cities that work together").doesNotContain("0 cities", "class=\"value\">0<");
    }

    @Test
    void theCitiesOfThePartsOfTheWorldAreThoseOnTheMap() throws Exception {
        sample.load();

        var home = page("/");
        var sides = SIDE.matcher(home)
                .results()
                .mapToLong(side -> Long.parseLong(side.group(1)))
                .sum();
        assertThat(home).contains("<li>Europe: ", "<li>Asia: ").contains(sides + " cities, ");
        assertThat(page("/?lang=ko")).contains("<li>유럽 ", "<li>아시아 ");
        assertThat(HEADING.matcher(home).results().map(heading -> heading.group(1)))
                .startsWith("Map of the partnerships", "The network in numbers");
    }

    @Test
    void whatIsYearsOldIsNotCalledNewOrActiveWithoutItsYear() throws Exception {
        sample.load();

        assertThat(page("/")).contains("Last on record").doesNotContain("What is new");
        assertThat(page("/partnerships?programme=IURC"))
                .contains("Active as of 2023")
                .doesNotContain(">Active</span>");
        assertThat(page("/partnerships/IURC-Seoul-Dublin"))
                .contains("Active as of ")
                .doesNotContain(">Active</dd>");
    }

    @Test
    void aLetterOnTheMapIsOfOneThemeAndFromTheNinthOnOfNone() throws Exception {
        sample.load();
        sql.sql("""
            update partnership p set topic = t.id, theme = t.label, theme_translations = t.label_translations, line = 'A'
              from (select code, row_number() over (order by code) as n from partnership where theme is null and code like 'WC-%') q,
                   (select l.*, row_number() over (order by label) as n from topic_label l
                     where not exists (select from partnership where theme = l.label)) t
             where p.code = q.code and t.n = q.n and q.n <= 4
            """).update();
        var legend = page("/").split("<ul class=\"legend\">")[1].split("</ul>")[0];
        var drawn = new TreeMap<String, Set<String>>();
        ROUTE.matcher(page("/?as=list")).results().forEach(route -> drawn.computeIfAbsent(
                        route.group(1), _ -> new TreeSet<>())
                .add(route.group(2)));

        assertThat(LETTER.matcher(legend).results().map(letter -> letter.group(1)))
                .containsExactly("A", "B", "C", "D", "E", "F", "G", "H", "–");
        assertThat(legend).contains("3 other themes", "3 partnerships");
        assertThat(drawn.remove("none")).hasSizeGreaterThan(2);
        assertThat(drawn)
                .hasSize(8)
                .allSatisfy((letter, themes) -> assertThat(themes).as(letter).hasSize(1));
        assertThat(page("/programmes/WC-2017-2018")).contains("line-a").doesNotContain("line-h");
    }

    @Test
    void countAPartnershipWithoutThemeAndPlaces() throws Exception {
        sample.load();
        sql.sql("update partnership set theme = null, topic = null, line = null where code = 'IURC-Seoul-Dublin'")
                .update();
        sql.sql("update organisation set latitude = null, longitude = null where code = 'rotterdam'")
                .update();

        assertPartnershipsAreCountedAlike();
        assertThat(page("/"))
                .contains("One has fewer than two cities whose place is known")
                .contains("/partnerships/IURC-Seoul-Dublin");
        assertThat(page("/?as=list")).contains("/partnerships/IURC-Busan-Rotterdam", "/partnerships/IURC-Seoul-Dublin");
        assertThat(page("/programmes/IURC")).contains("/partnerships/IURC-Busan-Rotterdam");
    }

    @Test
    void ofACrowdAPageDrawsAStatedNumber() throws Exception {
        sample.load();
        crowd();

        assertPartnershipsAreCountedAlike();
        assertThat(page("/programmes/YSAP")).contains("60 of 2,400 partnerships", "/partnerships?programme=YSAP");
        assertThat(page("/programmes/YSAP/one-pager")).isNotEmpty();
        assertThat(page("/cities/yokohama")).contains("60 of 800 partnerships", "/partnerships?city=yokohama");
        var officer = TestPeople.holding(sql, Role.ADMINISTRATOR);
        assertThat(browser.get().uri("/work?lang=en").with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("partnerships are drawn here");
    }

    @Test
    void theFirstPageOfSixtyCitiesAndFortyLinesIsLightWithAllThatItLoads() throws Exception {
        sample.load();
        sql.sql("""
            insert into partnership (id, code, programme, name, status, published, topic, theme, line)
            select gen_random_uuid(), 'light-' || n, g.id, 'Pair ' || n, 'active', true, t.id, t.label, chr(65 + n % 8)
              from generate_series(1, 40) n, programme g, topic_label t
             where g.code = 'YSAP' and t.id = (select min(id::text)::uuid from topic)
            """).update();
        sql.sql("""
            insert into partnership_member (id, partnership, organisation, side)
            select gen_random_uuid(), p.id, o.id, side
              from partnership p
              cross join generate_series(1, 2) side
              join (select id, row_number() over (order by longitude) as n from organisation where latitude is not null limit 60) o
                on o.n = case side when 1 then replace(p.code, 'light-', '')::int % 30 + 1
                                   else (replace(p.code, 'light-', '')::int * 7) % 30 + 31 end
             where p.code like 'light-%'
            """).update();

        var home = page("/");
        var loaded = 0;
        for (var file :
                LOADED.matcher(home).results().map(found -> found.group(1)).toList()) {
            var answer = browser.get().uri(file).exchange();
            assertThat(answer).as(file).hasStatusOk();
            var bytes = answer.getResponse().getContentAsByteArray();
            loaded += file.endsWith(".woff2") ? bytes.length : zipped(bytes);
        }

        assertThat(home).containsPattern("(5[5-9]|6\\d) cities, 40 partnerships");
        assertThat(loaded).isGreaterThan(40_000);
        assertThat(zipped(home.getBytes(StandardCharsets.UTF_8)) + loaded).isLessThan(110 * 1024);
    }

    private static int zipped(byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        return zipped.size();
    }

    private void assertPartnershipsAreCountedAlike() throws Exception {
        var total = total("/api/v1/partnerships");

        assertThat(page("/")).contains(total + " partnerships: follow each one");
        assertThat(page("/partnerships").replace(",", "")).contains(" of " + total + "</span>");
        var drawn =
                Pattern.compile("([\\d,]+) of ([\\d,]+) partnerships are here").matcher(page("/"));
        if (drawn.find()) {
            assertThat(drawn.group(2).replace(",", "")).isEqualTo(Long.toString(total));
        }
    }

    private void assertMembersAreCountedAlike() throws Exception {
        var total = total("/api/v1/members");

        assertThat(page("/")).contains("<span class=\"value\">" + total + "</span>");
        assertThat(page("/members")).contains(" of " + total + "</span>");
    }

    private long total(String list) throws UnsupportedEncodingException {
        var said = Pattern.compile("\"total\":(\\d+)").matcher(page(list + "?limit=1"));
        assertThat(said.find()).isTrue();
        return Long.parseLong(said.group(1));
    }

    private String page(String address) throws UnsupportedEncodingException {
        var answer = browser.get()
                .uri(address + (address.contains("?") ? "&" : "?") + "lang=en")
                .exchange();
        assertThat(answer).as(address).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    /** One programme of very many pairs; a third of them with the same city. */
    private void crowd() {
        sql.sql("""
            insert into partnership (id, code, programme, name, status, published)
            select gen_random_uuid(), 'crowd-' || n, g.id, 'Pair ' || n, 'active', true
              from generate_series(1, :most) n, programme g where g.code = 'YSAP'
            """).param("most", CROWD).update();
        sql.sql("""
            insert into partnership_member (id, partnership, organisation, side)
            select gen_random_uuid(), p.id, o.id, side
              from partnership p
              cross join generate_series(1, 2) side
              join organisation o on o.code = case when side = 2 then 'dublin'
                                                   when replace(p.code, 'crowd-', '')::int <= :its then 'yokohama' else 'seoul' end
             where p.code like 'crowd-%'
            """).param("its", OF_ONE_CITY).update();
    }
}
