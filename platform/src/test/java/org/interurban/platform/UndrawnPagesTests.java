package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.interurban.platform.authority.Role;
import org.interurban.platform.drawing.SafeDrawing;
import org.interurban.platform.pairing.RoundHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** A drawing that fails, made to fail here, takes no page with it: the page says so and shows the same in words. */
@PlatformTest
@TestPropertySource(
        properties =
                "interurban.test.database=UndrawnPagesTests") // lines that were drawn before are kept, and cannot fail
@Transactional
class UndrawnPagesTests {

    private static final String LINES = "org.interurban.platform.drawing.LineLayout";

    @Autowired
    WholeSample sample;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    MessageSource messages;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private RequestPostProcessor officer;

    @BeforeEach
    void listen() {
        sample.load();
        sql.sql("update partnership set theme = coalesce(theme, '') || ?") // so that no drawing of them is kept yet
                .param(UUID.randomUUID().toString())
                .update();
        officer = TestPeople.holding(sql, Role.ADMINISTRATOR);
        log.start();
        ((Logger) LoggerFactory.getLogger(SafeDrawing.class)).addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(SafeDrawing.class)).detachAppender(log);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                                       | MapLayout  | class=\"rows route-list\"",
                "/programmes/IURC                        | LineLayout | <th scope=\"row\">",
                "/programmes/IURC                        | MapLayout  | class=\"rows route-list\"",
                "/partnerships/IURC-Seoul-Dublin         | LineLayout | <th scope=\"row\">",
                "/cities/seoul                           | LineLayout | <th scope=\"row\">",
                "/cities/seoul                           | MapLayout  | class=\"rows route-list\"",
                "/cities?view=map                        | MapLayout  | <th scope=\"row\">",
                "/members?view=map                       | MapLayout  | <th scope=\"row\">",
                "/programmes/IURC/one-pager              | LineLayout | <th scope=\"row\">",
                "/programmes/IURC/one-pager              | MapLayout  | class=\"sheet-pair",
                "/work                                   | LineLayout | <th scope=\"row\">",
                "/components                             | LineLayout | <th scope=\"row\">",
            })
    void aPageStandsWithItsWords(String address, String broken, String words) throws Exception {
        for (var language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            var page = address + (address.contains("?") ? "&" : "?") + "lang=" + language.getLanguage();
            var said = messages.getMessage("components.not-drawn", null, language);

            try (var fails =
                    mockConstruction(Class.forName("org.interurban.platform.drawing." + broken), (drawing, context) -> {
                        throw new IllegalStateException("Made to fail");
                    })) {
                assertThat(browser.get().uri(page).with(officer))
                        .hasStatusOk()
                        .bodyText()
                        .contains(said, words)
                        .doesNotContain("??");
            }

            assertThat(log.list).isNotEmpty().allSatisfy(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.WARN);
                assertThat(event.getMDCPropertyMap()).containsKey("request");
            });
            assertThat(browser.get().uri(page).with(officer))
                    .as("the next time it can be drawn")
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(said);
        }
    }

    @Test
    void whatVisitorsSeeIsDrawnAgainToo() throws Exception {
        var said = messages.getMessage("components.not-drawn", null, Locale.ENGLISH);
        for (var page : List.of("/partnerships/IURC-Busan-Rotterdam", "/programmes/IURC", "/cities/busan")) {
            log.list.clear();
            try (var fails = mockConstruction(Class.forName(LINES), (drawing, context) -> {
                throw new IllegalStateException("Made to fail");
            })) {
                assertThat(browser.get().uri(page)).hasStatusOk().bodyText().contains(said);
            }
            assertThat(log.list).as("one line of the log for one drawing").hasSize(1);
            assertThat(browser.get().uri(page)).hasStatusOk().bodyText().doesNotContain(said);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "platforms, pairing.Platforms$Drawing",
        "matrix, pairing.Matrix$Drawing",
        "map, drawing.MapLayout",
        "map, pairing.ProposedRoutes"
    })
    void theWorkbenchStandsWithItsTable(String view, String broken) throws Exception {
        var round = new RoundHttp(browser, officer).create("IURC", "eu", "non-eu", "TOTAL");
        var page = "/rounds/%s?view=%s".formatted(round, view);
        var said = messages.getMessage("components.not-drawn", null, Locale.ENGLISH);

        try (var fails = broken.endsWith("Routes")
                ? mockStatic(Class.forName("org.interurban.platform." + broken), call -> {
                    throw new IllegalStateException("Made to fail");
                })
                : mockConstruction(Class.forName("org.interurban.platform." + broken), (drawing, context) -> {
                    throw new IllegalStateException("Made to fail");
                })) {
            assertThat(browser.get().uri(page).with(officer))
                    .hasStatusOk()
                    .bodyText()
                    .contains(said, "Busan");
        }

        assertThat(log.list).isNotEmpty();
        assertThat(browser.get().uri(page).with(officer))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(said);
    }
}
