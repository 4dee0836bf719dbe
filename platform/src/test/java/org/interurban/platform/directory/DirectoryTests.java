package org.interurban.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleRecords;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.intake.RecordImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @BeforeEach
    void sample() {
        SampleRecords.load(records);
    }

    @ParameterizedTest
    @CsvSource({
        "Seoul, seoul",
        "서울, seoul",
        "首尔, seoul",
        "SEOUL METROPOLITAN GOVERNMENT, seoul",
        "Pusan, busan",
        "더블린, dublin",
        "All India Institute of Local Self-Government, ailsg",
        "International Climate and Development Institute, icdi",
        "Almería, almeria",
        "almeria, almeria",
        "काठमाडौँ, kathmandu",
        "Kwangju, gwangju"
    })
    void findsARecordByAnyOfItsNames(String name, String code) {
        assertThat(directory.findByName(name, Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Match.Known.class,
                        known -> assertThat(known.entry().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"Roterdam, rotterdam", "AIILSG, ailsg", "काठमाडौं, kathmandu", "Kuala Lumpr, kuala-lumpur"})
    void guessesWhoWasMeantByAMisspeltName(String name, String code) {
        assertThat(directory.findByName(name, Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Match.Likely.class,
                        likely -> assertThat(likely.entry().code()).isEqualTo(code));
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
        var before =
                sql.sql("select count(*) from row_history").query(Long.class).single();

        SampleRecords.load(records);

        assertThat(sql.sql("select count(*) from row_history").query(Long.class).single())
                .isEqualTo(before);
        assertThat(sql.sql("select count(*) from organisation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(145 + 86);
        assertThat(sql.sql("select count(*) from post").query(Integer.class).single())
                .isEqualTo(5);
    }
}
