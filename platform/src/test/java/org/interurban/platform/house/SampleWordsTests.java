package org.interurban.platform.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No word of the sample network is a rule for others: names and codes of its programmes, groups, cities, bodies, regions, lists of topics
 * and plans, and names of continents, stand in its own files alone.
 */
class SampleWordsTests {

    private static final Path MAIN = Path.of("src/main");
    private static final Path SAMPLE = MAIN.resolve("resources/sample");

    /** The columns of the sample's files that hold names and codes of its own. */
    private static final Map<String, List<String>> NAMED = Map.of(
            "programmes.csv", List.of("code", "abbreviation", "name", "name_ko"),
            "programme_groups.csv", List.of("code", "name", "name_ko"),
            "cities.csv", List.of("name", "name_ko", "name_local"),
            "organisations.csv", List.of("name", "abbreviation"),
            "partnerships.csv", List.of("code", "name"),
            "taxonomies.csv", List.of("code", "name"),
            "clusters.csv", List.of("name"),
            "plan_templates.csv", List.of("name", "abbreviation"));

    private static final List<String> CONTINENTS = List.of(
            "Africa",
            "African",
            "America",
            "American",
            "Asia",
            "Asian",
            "Asia-Pacific",
            "Europe",
            "European",
            "Oceania",
            "아시아",
            "유럽",
            "아프리카",
            "아메리카",
            "오세아니아");

    /** Names that the sample shares with the world: states and unions of states, goals of all states; codes of kinds of visit. */
    private static final Set<String> COMMON = Set.of(
            "European Union", "유럽연합", "Korea", "China", "korea", "china", "Sustainable Development Goals", "sdg");

    /** Where such words are no rule, by the ending of a path: what migrations said in comments or carry over from what code said. */
    private static final Set<String> ALLOWED = Set.of(
            "V0401__programmes.sql",
            "V0402__network.sql",
            "V0501__partnerships.sql",
            "V0230__taxonomy.sql",
            "V0430__programmes.sql",
            "V0551__partnerships.sql",
            "V0487__membership.sql",
            "CityWords.java"); // names of states as sheets write them

    /** Words of measures, which are still kept as messages by the code of the measure. */
    private static final Pattern MEASURE = Pattern.compile("^(lines|network)\\.measure\\..*");

    private static final Pattern EXAMPLE = Pattern.compile("(th:text=\"[^\"]*\"(?:[^>\"]|\"[^\"]*\")*>)([^<]*)");

    @ParameterizedTest
    @CsvSource({"java, .java", "resources/db, .sql", "resources/templates, .html", "resources/messages, .properties"})
    void standOnlyInTheSample(String folder, String ending) throws IOException {
        var word = words();
        var found = new ArrayList<String>();
        try (var files = Files.walk(MAIN.resolve(folder))) {
            for (var file : files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                if (ALLOWED.contains(file.getFileName().toString())) {
                    continue;
                }
                var number = 0;
                for (var line : said(Files.readString(file)).lines().toList()) {
                    number++;
                    var matcher = word.matcher(MEASURE.matcher(line).replaceAll(""));
                    while (matcher.find()) {
                        found.add("%s:%d %s".formatted(MAIN.relativize(file), number, matcher.group()));
                    }
                }
            }
        }

        assertThat(found).isEmpty();
    }

    /** Without the examples in templates, which stand where a text is put and are shown to nobody. */
    private static String said(String text) {
        return EXAMPLE.matcher(text)
                .replaceAll(example -> Matcher.quoteReplacement(
                        example.group(1) + example.group(2).replaceAll("[^\n]", " ")));
    }

    private static Pattern words() throws IOException {
        var words = new TreeSet<>(CONTINENTS);
        for (var file : NAMED.entrySet()) {
            try (var rows = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(Files.newBufferedReader(SAMPLE.resolve(file.getKey())))) {
                for (var row : rows) {
                    file.getValue().stream()
                            .filter(row::isMapped)
                            .map(row::get)
                            .filter(name -> name.length() > 2 && !COMMON.contains(name))
                            .forEach(words::add);
                }
            }
        }
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_])(?:%s)(?![\\p{L}\\p{N}_])"
                        .formatted(words.descendingSet().stream()
                                .map(Pattern::quote)
                                .collect(joining("|"))),
                Pattern.UNICODE_CHARACTER_CLASS);
    }
}
