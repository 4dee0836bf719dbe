package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class DatesInWordsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private final DatesInWords dates = new DatesInWords();

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 14 May 2026    | 14 May           | 14 May 2026, 09:05 UTC      | 14 May 2026, 09:05:07 UTC",
                "ko | 2026년 5월 14일 | 5월 14일         | 2026년 5월 14일 09:05 UTC   | 2026년 5월 14일 9시 5분 7초 UTC",
            })
    void areWrittenAsTheReaderDoes(String language, String day, String dayOfYear, String minute, String second) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(dates.day(LocalDate.parse("2026-05-14"))).isEqualTo(day);
        assertThat(dates.day(Instant.parse("2026-05-14T09:05:07Z"))).isEqualTo(day);
        assertThat(dates.dayOfYear(LocalDate.parse("2026-05-14"))).isEqualTo(dayOfYear);
        assertThat(dates.moment(OffsetDateTime.parse("2026-05-14T18:05:07+09:00")))
                .isEqualTo(minute);
        assertThat(dates.second(Instant.parse("2026-05-14T09:05:07Z"))).isEqualTo(second);
    }

    @Test
    void noTemplateHasAPatternOfItsOwn() throws IOException {
        try (var templates = Files.walk(TEMPLATES)) {
            assertThat(templates.filter(file -> file.toString().endsWith(".html")))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).doesNotContain("#temporals", "#dates.", "#calendars"));
        }
    }
}
