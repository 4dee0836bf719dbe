package org.interurban.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleRecords;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.directory.Directory.Match;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class DirectoryTests {

    @Autowired
    RecordImport records;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient sql;

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("Seoul", "seoul"),
            Map.entry("서울", "seoul"),
            Map.entry("首尔", "seoul"),
            Map.entry("SEOUL METROPOLITAN GOVERNMENT", "seoul"),
            Map.entry("Pusan", "busan"),
            Map.entry("더블린", "dublin"),
            Map.entry("All India Institute of Local Self-Government", "ailsg"),
            Map.entry("International Climate and Development Institute", "icdi"),
            Map.entry("Almería", "almeria"),
            Map.entry("almeria", "almeria"),
            Map.entry("काठमाडौँ", "kathmandu"),
            Map.entry("Kwangju", "gwangju"));

    private static final Map<String, String> MISSPELT = Map.ofEntries(
            Map.entry("Roterdam", "rotterdam"),
            Map.entry("AIILSG", "ailsg"),
            Map.entry("काठमाडौं", "kathmandu"),
            Map.entry("Kuala Lumpr", "kuala-lumpur"));

    @Test
    void findsARecordByAnyOfItsNames() {
        KNOWN.forEach((name, code) -> assertThat(directory.findByName(name, Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Match.Known.class,
                        known -> assertThat(known.entry().code()).as(name).isEqualTo(code)));
    }

    @Test
    void guessesWhoWasMeantByAMisspeltName() {
        MISSPELT.forEach((name, code) -> assertThat(directory.findByName(name, Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Match.Likely.class,
                        likely -> assertThat(likely.entry().code()).as(name).isEqualTo(code)));
    }

    @Test
    void saysThatANameIsUnknown() {
        assertThat(directory.findByName("Atlantis on Sea", Locale.ENGLISH)).isInstanceOf(Match.None.class);
    }

    @Test
    void namesACityInTheReadersLanguage() {
        assertThat(directory.find("seoul", Locale.KOREAN)).hasValueSatisfying(seoul -> {
            assertThat(seoul.name()).isEqualTo("서울");
            assertThat(seoul.localName()).isNull();
            assertThat(seoul.link()).isEqualTo("/cities/seoul");
        });
        assertThat(directory.find("seoul", Locale.ENGLISH))
                .hasValueSatisfying(seoul -> assertThat(seoul.localName()).isEqualTo("서울"));
    }

    @Test
    void importsTheSameFilesTwiceWithoutATrace() {
        var before = changesOfRecords();

        SampleRecords.load(records);

        assertThat(changesOfRecords()).isEqualTo(before);
    }

    /** Without the outbox, which goes on sending what is due. */
    private long changesOfRecords() {
        return sql.sql("select count(*) from row_history where table_name <> 'mail_message'")
                .query(Long.class)
                .single();
    }

    @Test
    void asksWhichOfSeveralOfOneNameIsMeantAndFindsItAsItIsTold() {
        sql.sql("""
            with made as (
              insert into organisation (id, code, kind, local_government, name, country)
              values (gen_random_uuid(), 'seoul-us', 'city', true, 'Seoul', 'US') returning id)
            insert into organisation_name (id, organisation, name, folded, kind)
            select gen_random_uuid(), id, 'Seoul', 'seoul', 'name' from made
            """).update();

        assertThat(directory.findByName("seoul", Locale.ENGLISH))
                .isInstanceOfSatisfying(Match.Several.class, several -> {
                    assertThat(several.entries())
                            .extracting(Directory.Entry::told)
                            .containsExactly("Seoul, KR (seoul)", "Seoul, US (seoul-us)");
                    for (var entry : several.entries()) {
                        assertThat(directory.findByName(entry.told(), Locale.ENGLISH))
                                .isEqualTo(new Match.Known(entry));
                        assertThat(directory.findByName("SEOUL, " + entry.country(), Locale.ENGLISH))
                                .isEqualTo(new Match.Known(entry));
                    }
                });
    }
}
