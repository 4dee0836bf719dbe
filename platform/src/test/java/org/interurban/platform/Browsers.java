package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's Chromium, one for all browser tests of a run; every test opens a context of its own and closes it. */
public final class Browsers {

    private static final class Chromium {
        static final Browser INSTANCE = launch();

        private static Browser launch() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--no-first-run")));
        }

        private static Path program() {
            return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The browser tests need the Debian package chromium"));
        }
    }

    private Browsers() {}

    /** @param width of the window in CSS pixels; @param language tag of the reader's language */
    public static BrowserContext open(int width, String language, boolean scripts) {
        return Chromium.INSTANCE.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setJavaScriptEnabled(scripts));
    }

    /** WCAG 2.2 AA as far as a program can tell; asked inside of the page, and only for what is wrong, which takes half the time. */
    public static void assertAccessible(Page page) {
        page.evaluate(Axe.SOURCE);
        assertThat((List<?>) page.evaluate("""
            async tags => (await axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations.map(rule =>
              `${rule.id}: ${rule.help} ${rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`)
            """, Axe.TAGS))
                .as("accessibility of %s", page.url())
                .isEmpty();
    }

    private static final class Axe {
        static final String SOURCE = source();
        static final List<String> TAGS =
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

        private static String source() {
            try (var file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Nothing sticks out at the side, so a phone's reader never scrolls sideways. */
    public static void assertFits(Page page) {
        var overflow =
                (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow.intValue())
                .as("pixels that %s sticks out", page.url())
                .isLessThanOrEqualTo(0);
    }
}
