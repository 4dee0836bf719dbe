package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class SpokenLanguagesTests {

    private final SpokenLanguages spoken = new SpokenLanguages(new WebSettings(
            "Example", URI.create("https://network.example"), List.of("en", "ko"), List.of("fr", "ru")));

    @ParameterizedTest
    @CsvSource({
        "ko, Mayors and leaders, en",
        "ko, 27 to 31 March 2023., en",
        "ko, Мэры и города, ru",
        "en, 도시 협력 이야기, ko",
        "ko, 서울의 Mayors and leaders,",
        "en, Mayors and leaders,",
        "fr, Mayors and leaders,",
        "ko, Dublin,",
        "ko, AG-01,",
        "ko, 12 of 16,",
        "ko, رؤساء البلديات والمدن,"
    })
    void tellsTheLanguageOfAPassageByItsLetters(String page, String text, String language) {
        assertThat(spoken.of(text, Locale.forLanguageTag(page))).isEqualTo(language);
    }

    @Test
    void followsWhatIsStatedForAllThatLiesWithin() {
        assertThat(written("<div th:lang=\"${'fr'}\"><p th:text=\"${text}\"></p></div><p th:text=\"${text}\"></p>"))
                .isEqualTo("<div lang=\"fr\"><p>Maires &amp; villes</p></div><p lang=\"en\">Maires &amp; villes</p>");
        assertThat(written("<p th:lang=\"${null}\" th:text=\"${text}\"></p>"))
                .isEqualTo("<p lang=\"en\">Maires &amp; villes</p>");
    }

    private String written(String template) {
        var templates = new SpringTemplateEngine();
        templates.setTemplateResolver(new StringTemplateResolver());
        templates.addDialect(spoken);
        return templates.process(template, new Context(Locale.KOREAN, Map.of("text", "Maires & villes")));
    }
}
