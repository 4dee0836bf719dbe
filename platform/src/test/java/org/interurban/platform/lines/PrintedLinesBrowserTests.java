package org.interurban.platform.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Browsers.assertFits;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.interurban.platform.Browsers;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lines on paper, printed as browsers do by themselves: without backgrounds. */
@PlatformTest
class PrintedLinesBrowserTests {

    private static final Pattern PAGES = Pattern.compile("Pages: +(\\d+)");

    @Autowired
    WholeSample sample;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @ParameterizedTest
    @CsvSource({
        "/programmes/ICP-AGIR, en, true, 1",
        "/programmes/ICP-AGIR, ko, true, 1",
        "/programmes/IURC, en, true, 1",
        "/programmes/IUC, en, true, 1",
        "/programmes/IUC, ko, true, 1",
        "/partnerships/IURC-Seoul-Dublin, en, false, 3",
        "/partnerships/AGIR-Taichung-Prato, ko, false, 3",
        "/cities/seoul, en, false, 4",
    })
    void keepEveryMarkOnFewSheets(String address, String language, boolean lying, int most) throws Exception {
        try (var context = Browsers.open(1200, "en", true)) {
            var page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + address + "?lang=" + language);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            var fills = (List<?>) page.evaluate("""
                [...document.querySelectorAll('.diagram-across .dot.held')]
                  .filter(mark => mark instanceof SVGElement && mark.checkVisibility()).map(mark => getComputedStyle(mark).fill)
                """);
            assertThat(fills)
                    .as("the fills of stations held, which no printer leaves out")
                    .isNotEmpty()
                    .allMatch(fill -> fill.toString().startsWith("rgb") && !fill.equals("rgb(255, 255, 255)"));
            assertThat(page.locator(".upright:visible").count()).isZero();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia((Media) null));

            var file = folder.resolve("page.pdf");
            page.pdf(new Page.PdfOptions()
                    .setPath(file)
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(false));

            var info = run("pdfinfo", file.toString());
            assertThat(info)
                    .containsPattern(
                            lying ? "Page size: +84[12][.\\d]* x 59[45]" : "Page size: +59[45][.\\d]* x 84[12]");
            assertThat(pages(info)).isLessThanOrEqualTo(most);
            assertThat(run("pdftotext", file.toString(), "-"))
                    .contains(address + "?lang=" + language)
                    .doesNotContain("SVG", ".ics", "JSON");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 820, 1440})
    void keepTheirMarksInForcedColours(int width) {
        try (var context = Browsers.open(width, "en", false)) {
            var page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            page.navigate("http://127.0.0.1:" + port + "/programmes/ICP-AGIR");

            assertFits(page);
            var colours = page.evaluate("""
                [...document.querySelectorAll('.dot.held, .halt:not(.shared, .vague)')]
                  .filter(mark => mark.checkVisibility() && mark.closest('.line-c, .line-d, .line-e, .line-f, .line-g'))
                  .map(mark => mark.tagName == 'SPAN' ? getComputedStyle(mark).backgroundColor : getComputedStyle(mark).fill)
                """);
            assertThat((List<?>) colours)
                    .hasSizeGreaterThan(8)
                    .allMatch(colour -> colour.toString().matches("rgb.*")
                            && !colour.toString().contains("255, 255, 255"));
        }
    }

    /** What the layout takes for the width of a name is what the browser draws, or more. */
    @Test
    void areAsWideAsTheyWereLaidOutFor() {
        try (var context = Browsers.open(1440, "en", false)) {
            var page = context.newPage();
            for (var address : List.of("/programmes/ICP-AGIR", "/partnerships/IURC-Seoul-Dublin", "/")) {
                for (var width : new int[] {820, 1100, 1440}) {
                    page.setViewportSize(width, 900);
                    page.navigate("http://127.0.0.1:" + port + address);
                    assertThat((List<?>) page.evaluate("""
                        [...document.querySelectorAll('.drawing')].filter(svg => svg.checkVisibility()).flatMap(svg => {
                          const texts = [...svg.querySelectorAll('.label-title, .label-detail, .siding-text, .map-stop text, .map-listed text')]
                            .filter(text => text.textContent.trim() !== '')
                            .map(text => ({ said: text.textContent, box: text.getBoundingClientRect() }));
                          const small = texts.filter(text => text.box.height < 13).map(text => 'small: ' + text.said);
                          const hits = texts.flatMap((one, i) => texts.slice(i + 1).filter(other =>
                            one.box.left + 1 < other.box.right && other.box.left + 1 < one.box.right
                            && one.box.top + 4 < other.box.bottom - 4 && other.box.top + 4 < one.box.bottom - 4)
                            .map(other => one.said + ' / ' + other.said));
                          return [...small, ...hits];
                        })
                        """))
                            .as("%s at %d", address, width)
                            .isEmpty();
                }
            }
        }
    }

    private static int pages(String info) {
        var found = PAGES.matcher(info);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static String run(String... command) throws IOException {
        try (var output =
                new ProcessBuilder(command).redirectErrorStream(true).start().inputReader()) {
            return output.readAllAsString();
        }
    }
}
