package org.interurban.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.Person;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people of the sample network ask for, and what they must find at the top. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenQueriesTests {

    @Autowired
    Indexer indexer;

    @BeforeAll
    void readTheSample() {
        indexer.catchUp();
    }

    private Found find(String words) {
        return indexer.find(words, "", Person.NOBODY, "en", 0, 20);
    }

    @ParameterizedTest
    @CsvSource({
        "Seoul, city, seoul",
        "서울, city, seoul",
        "首尔, city, seoul",
        "首爾, city, seoul",
        "ソウル, city, seoul",
        "সিউল, city, seoul",
        "सोल, city, seoul",
        "부산, city, busan",
        "釜山, city, busan",
        "Pusan, city, busan",
        "IURC, programme, IURC",
        "dublin, city, dublin"
    })
    void findsARecordFirstByAnyOfItsNames(String words, String kind, String code) {
        assertThat(find(words).hits().getFirst())
                .extracting(Found.Hit::kind, Found.Hit::code)
                .containsExactly(kind, code);
    }

    @ParameterizedTest
    @CsvSource({
        "seoul dublin, partnership, IURC-Seoul-Dublin",
        "서울 더블린, partnership, IURC-Seoul-Dublin",
        "busan rotterdam, partnership, IURC-Busan-Rotterdam",
        "busan study visit, activity, SV-03"
    })
    void findsWhatJoinsThem(String words, String kind, String code) {
        assertThat(find(words).hits().stream().limit(8))
                .extracting(hit -> hit.kind() + " " + hit.code())
                .contains(kind + " " + code);
    }

    @Test
    void findsEveryKindOfRecord() {
        assertThat(find("Seoul").kinds()).containsKeys("city", "member", "programme", "partnership", "activity");
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThat(find("Kathmndu").suggestion()).startsWith("Kathmandu");
        assertThat(find("Rotterdm").suggestion()).startsWith("Rotterdam");
    }

    @Test
    void showsVisitorsNoUnsignedAgreement() {
        assertThat(indexer.find("agreement memorandum letter", "agreement", Person.NOBODY, "en", 0, 50)
                        .hits())
                .hasSizeLessThanOrEqualTo(8);
    }
}
