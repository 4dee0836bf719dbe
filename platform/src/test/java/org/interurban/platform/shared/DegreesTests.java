package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.interurban.platform.shared.Degrees.Axis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegreesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        52.5        | 52.5
        52,5        | 52.5
        −52,5       | -52.5
        52.5°       | 52.5
        52.5 N      | 52.5
        S 33.9      | -33.9
        52°31′N     | 52.516667
        52° 31' 12" | 52.52
        99          | 99
        """)
    void areReadAsMapsWriteThem(String written, BigDecimal expected) {
        assertThat(Axis.LATITUDE.parse(written)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"52.5, 13.4", "13.4 E", "-52 N", "N 52 N", "52°75′", "north", "1e3", ""})
    void areNothingElse(String written) {
        assertThatThrownBy(() -> Axis.LATITUDE.parse(written)).isInstanceOf(NumberFormatException.class);
    }
}
