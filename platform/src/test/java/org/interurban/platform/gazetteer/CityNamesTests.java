package org.interurban.platform.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityNamesTests {

    @ParameterizedTest
    @CsvSource({
        "Köln, koln",
        "부산, busan",
        "서울, seoul",
        "Сеул, seoul",
        "Wien, vienna",
        "비엔나, vienna",
        "Praha, prague",
        "Łódź, lodz",
        "東京, tokyo",
        "Athènes, athens",
        "Cologne, koln",
        "München, munich",
        "뮌헨, munich",
        "Firenze, florence",
        "Napoli, naples",
        "Den Haag, the hague",
        "Genf, geneve",
        "Bale, basel",
        "Gothenburg, goteborg",
        "Salonica, thessaloniki",
        "Санкт-Петербург, saint petersburg",
        "Peking, beijing",
        "Canton, guangzhou",
        "Saigon, ho chi minh city",
        "Ciudad de México, mexico city"
    })
    void areKnownInAnyLettersAndLargeOnesInAnyLanguage(String written, String known) {
        assertThat(CityNames.of(written)).contains(known);
    }
}
