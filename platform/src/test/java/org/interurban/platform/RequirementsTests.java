package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What networks need and how far the platform is with it, as docs/requirements.csv says it, and what a week of use found, as
 * docs/findings.csv does: with pages and tests that exist.
 */
@PlatformTest
class RequirementsTests {

    private static final int MANY = 327;
    private static final Set<String> STATES = Set.of("works", "partly", "shown", "absent");
    private static final Path TESTS = Path.of("src/test/java");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private static List<CSVRecord> requirements() throws IOException {
        return rows("../docs/requirements.csv");
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        try (var file = CSVParser.parse(
                Path.of(csv),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return file.getRecords();
        }
    }

    private static Stream<String> where(Predicate<CSVRecord> fault) throws IOException {
        return requirements().stream().filter(fault).map(CSVRecord::toString);
    }

    @Test
    void haveEachNumberOnceAndAStateThatIsKnown() throws IOException {
        assertThat(requirements())
                .map(row -> Integer.valueOf(row.get("number")))
                .isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
        assertThat(where(row ->
                        !STATES.contains(row.get("state")) || row.get("title").isBlank()))
                .isEmpty();
    }

    @Test
    void nameThePageWhereWhatIsThereIsMetAndTheTestThatProvesWhatWorks() throws IOException {
        assertThat(where(row ->
                        row.get("state").equals("absent") != row.get("page").isEmpty()))
                .isEmpty();
        assertThat(where(row ->
                        row.get("state").equals("works") && row.get("test").isEmpty()))
                .isEmpty();
    }

    @Test
    void namePagesThatThereAre() throws IOException {
        var pages = mapping.getHandlerMethods().keySet().stream()
                .flatMap(request -> request.getPathPatternsCondition().getPatternValues().stream())
                .collect(Collectors.toSet());

        assertThat(where(row -> !row.get("page").isEmpty() && !pages.contains(row.get("page"))))
                .isEmpty();
    }

    @Test
    void nameTestsThatThereAreAsTheFindingsDo() throws IOException {
        Map<String, List<String>> classes;
        try (var files = Files.walk(TESTS)) {
            classes = files.filter(file -> file.toString().endsWith("Tests.java"))
                    .map(file -> TESTS.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'))
                    .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('.') + 1)));
        }

        assertThat(Stream.concat(requirements().stream(), rows("../docs/findings.csv").stream())
                        .filter(row -> !row.get("test").isEmpty()
                                && !isTest(row.get("test").split("#"), classes)))
                .isEmpty();
    }

    private static boolean isTest(String[] named, Map<String, List<String>> classes) {
        return classes.getOrDefault(named[0], List.of()).stream()
                .flatMap(name -> Arrays.stream(type(name).getDeclaredMethods()))
                .anyMatch(method -> method.getName().equals(named[1])
                        && AnnotatedElementUtils.hasAnnotation(method, Testable.class));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
