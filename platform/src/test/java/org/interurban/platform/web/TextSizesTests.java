package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Text grows with the size that a reader set for text; only what is drawn to measure, or printed, has sizes of its own. */
class TextSizesTests {

    private static final Path SHEETS = Path.of("src/main/resources/static/css");
    private static final List<String> TO_MEASURE = List.of("one-pager.css", "picture.css");
    private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)}");
    private static final Pattern SIZE =
            Pattern.compile("(?:^|[;\\s])(?:font|font-size|line-height|--t-[\\w-]+)\\s*:[^;]*?\\dpx");

    @Test
    void areNotInPixelsButWhereTextIsPartOfADrawing() throws IOException {
        try (var sheets = Files.list(SHEETS)) {
            assertThat(sheets.filter(sheet ->
                                    !TO_MEASURE.contains(sheet.getFileName().toString()))
                            .flatMap(TextSizesTests::inPixels))
                    .isEmpty();
        }
    }

    private static Stream<String> inPixels(Path sheet) {
        try {
            return RULE.matcher(Files.readString(sheet))
                    .results()
                    .filter(rule -> !rule.group(1).contains(".drawing")
                            && SIZE.matcher(rule.group(2)).find())
                    .map(MatchResult::group);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
