package org.interurban.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the formatter of Java does not look at: SQL, templates, styles, scripts and texts; ADR 30 says why no other formatter does. */
class FormattingTests {

    private static final int LINE = 140;
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Landed migrations are never edited. */
    private static final Set<String> LANDED = Set.of("V0401__programmes.sql", "V0602__plans.sql");

    private static final Set<String> TEXTS = Set.of("sql", "html", "css", "js", "properties", "yaml");
    private static final Pattern TAB_OR_BLANKS = Pattern.compile("\\t|[ ]+$");
    private static final Pattern TAG = Pattern.compile("( *)<.*");

    private record Line(Path file, int number, String text) {

        String where() {
            return file + ":" + number;
        }
    }

    @Test
    void noLineHoldsATabOrEndsInBlanks() {
        assertThat(lines(
                        FormattingTests::isText,
                        line -> TAB_OR_BLANKS.matcher(line.text()).find()))
                .isEmpty();
    }

    @Test
    void noLineIsLongerThanFits() {
        assertThat(lines(
                        file -> isText(file) && !is(file, "properties") || is(file, "java"),
                        line -> line.text().length() > LINE
                                && !LANDED.contains(line.file().getFileName().toString())))
                .isEmpty();
    }

    @Test
    void everyFileEndsWithOneLineEnd() throws IOException {
        var open = new ArrayList<Path>();
        for (var file : files(FormattingTests::isText)) {
            var text = Files.readString(file);
            if (!text.endsWith("\n") || text.endsWith("\n\n") || text.contains("\r")) {
                open.add(file);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void everyTagStandsAtAnEvenColumn() {
        assertThat(lines(file -> is(file, "html"), line -> TAG.matcher(line.text())
                        .results()
                        .anyMatch(tag -> tag.start() == 0 && tag.group(1).length() % 2 == 1)))
                .isEmpty();
    }

    /** Two blanks a block; what goes on from the line before may stand up to four further in. */
    @Test
    void stylesAreIndentedByTheirBlocks() throws IOException {
        var odd = new ArrayList<String>();
        for (var file : files(each -> is(each, "css"))) {
            var depth = 0;
            var remark = false;
            for (var line : lines(file).toList()) {
                var text = line.text().strip();
                var further = line.text().indexOf(text) - 2 * (depth - (text.startsWith("}") ? 1 : 0));
                remark |= text.startsWith("/*");
                if (!remark && !text.isEmpty() && (further < 0 || further > 4 || further % 2 == 1)) {
                    odd.add(line.where());
                }
                depth += remark ? 0 : count(text, '{') - count(text, '}');
                remark &= !text.endsWith("*/");
            }
        }
        assertThat(odd).isEmpty();
    }

    private static int count(String line, char sought) {
        return (int) line.chars().filter(letter -> letter == sought).count();
    }

    private static boolean isText(Path file) {
        return TEXTS.stream().anyMatch(kind -> is(file, kind));
    }

    private static boolean is(Path file, String kind) {
        return file.toString().endsWith("." + kind);
    }

    private static Stream<String> lines(Predicate<Path> which, Predicate<Line> wrong) {
        return files(which).stream()
                .flatMap(FormattingTests::lines)
                .filter(wrong)
                .map(Line::where);
    }

    private static Stream<Line> lines(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return Stream.iterate(0, at -> at < lines.size(), at -> at + 1)
                    .map(at -> new Line(file, at + 1, lines.get(at)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Predicate<Path> which) {
        try (var resources = Files.walk(RESOURCES);
                var java = Files.walk(JavaSources.MAIN)) {
            return Stream.concat(resources, java)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(RESOURCES.resolve("sample")))
                    .filter(which)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
