package org.interurban.platform.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BareNamesTests {

    @ParameterizedTest
    @CsvSource({
        "Ville de Lyonne, Lyonne City",
        "Stadt Duplostadt, Duplostadt",
        "Alpha Metropolitan Government, City of Alpha",
        "테스트광역시, 테스트",
        "釜테山広域市, 釜테山市",
        "Gemeente Alpha, Alpha"
    })
    void leaveTheWordsForACityOut(String one, String other) {
        assertThat(BareNames.of(one)).isEqualTo(BareNames.of(other));
        assertThat(BareNames.of("Mexico")).isNotEqualTo(BareNames.of("Alpha"));
        assertThat(BareNames.of("City")).isEqualTo("city");
    }
}
