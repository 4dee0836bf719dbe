package org.interurban.pairing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTests {

    private final Topics topics = Topics.shipped();

    @ParameterizedTest
    @CsvSource({
        "Walking and cycling, walking-cycling",
        "WALKABLE & CYCLABLE CITIES, walking-cycling",
        "SDG-7, energy",
        "Cultural tourism, tourism",
        "smart-city, smart-city",
    })
    void findsATopicByCodeLabelOrOtherNameInAnySpelling(String name, String code) {
        assertThat(topics.find(name)).map(Topic::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "New bicycle lanes along the river | cycling rivers",
                "자전거와 대중교통 | cycling public-transport",
                "循环经济与污水处理 | circular-economy wastewater",
                "Gestión de residuos y movilidad | waste mobility",
                "Hochwasser und Stadtplanung | floods planning",
                "Pengelolaan sampah kota | waste",
                "Quelque chose d'autre | ",
            })
    void recognisesTopicsByTheirWordsInSeveralLanguages(String text, String codes) {
        var named = Arrays.stream(topics.namedIn(text))
                .mapToObj(topic -> topics.get(topic).code())
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(codes == null ? List.of() : List.of(codes.split(" ")));
    }

    @Test
    void countsAWordOfALongerPhraseOnlyOnce() {
        assertThat(topics.namedIn("smart urban mobility")).containsExactly(topics.indexOf("smart-mobility"));
    }

    @Test
    void putsCloserTogetherWhatStandsCloserInTheTree() {
        var cycling = topics.indexOf("cycling");

        assertThat(topics.closeness(cycling, cycling)).isEqualTo(1);
        assertThat(topics.closeness(cycling, topics.indexOf("walking")))
                .isLessThan(topics.closeness(cycling, topics.indexOf("walking-cycling")))
                .isGreaterThan(topics.closeness(cycling, topics.indexOf("fares")));
        assertThat(topics.closeness(cycling, topics.indexOf("hydrogen"))).isZero();
    }

    @Test
    void refusesATreeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Topics.of(List.of(topic("x", "y"), topic("y", "x"))))
                .withMessage("The topic x stands above itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Topics.of(List.of(topic("x", "z"))))
                .withMessage("The topic x stands under z, which is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Topics.of(List.of(topic("x", null), topic("x", null))))
                .withMessage("The topic x stands twice");
    }

    private static Topic topic(String code, String parent) {
        return new Topic(code, code, parent, List.of());
    }
}
