package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interurban.platform.house.House;
import org.interurban.platform.house.SqlReferences;
import org.interurban.platform.house.SqlReferences.Reference;
import org.interurban.platform.house.Tables;
import org.junit.jupiter.api.Test;

/** The doors of the house in SQL: a module reads its own tables, and of others the views that they publish. */
class SqlFloorsTests {

    private static final Pattern NAMED_ONLY =
            Pattern.compile("(?i)(drop|create|create or replace|comment on) view \\w+");

    private static final Path FOREIGN = House.kept("foreign-tables.txt");

    @Test
    void everyTableBelongsToAModule() {
        assertThat(Tables.all()).allSatisfy((name, table) -> assertThat(ModularityTests.FLOORS)
                .as("%s belongs to %s; a migration is named for its module", name, table.owner())
                .anyMatch(floor -> floor.contains(table.owner())));
    }

    /** The list is what was so when this test was written; it gets shorter until it is empty. */
    @Test
    void aModuleNamesNoTableOfAnother() throws IOException {
        var kept = new TreeSet<>(Files.readAllLines(FOREIGN));
        var now = SqlReferences.foreign()
                .filter(reference -> !reference.table().view())
                .map(SqlFloorsTests::line)
                .collect(Collectors.toCollection(TreeSet::new));
        var fresh = new TreeSet<>(now);
        fresh.removeAll(kept);
        assertThat(fresh).as("read a view that the other module publishes").isEmpty();

        if (House.writes()) {
            Files.write(FOREIGN, now);
            kept = now;
        }
        assertThat(kept)
                .as("no longer named; run this test once with -D%s=true", House.WRITE)
                .isEqualTo(now);
    }

    /** In our code, or by another view. */
    @Test
    void everyViewIsRead() throws IOException {
        var texts = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .toList()) {
                texts.append(NAMED_ONLY.matcher(Files.readString(file)).replaceAll(""));
            }
        }
        var words = new HashSet<>(List.of(texts.toString().split("\\W+")));

        assertThat(Tables.all().values().stream()
                        .filter(Tables.Relation::view)
                        .map(Tables.Relation::name)
                        .filter(view -> !words.contains(view)))
                .isEmpty();
    }

    @Test
    void aModuleReadsViewsOfLowerFloorsOnly() {
        assertThat(SqlReferences.foreign()
                        .filter(reference -> reference.table().view())
                        .filter(reference ->
                                ModularityTests.floor(reference.table().owner())
                                        >= ModularityTests.floor(reference.module())))
                .isEmpty();
    }

    @Test
    void theSecondDiagramInTheDocumentationIsTheHouseAsItsSqlSeesIt() throws IOException {
        var arrows = new TreeMap<String, TreeSet<String>>();
        ModularityTests.FLOORS.forEach(floor -> floor.forEach(module -> arrows.put(module, new TreeSet<>())));
        SqlReferences.foreign()
                .filter(reference -> arrows.containsKey(reference.module()))
                .forEach(reference ->
                        arrows.get(reference.module()).add(reference.table().owner()));

        ModularityTests.assertDrawn("SqlFloorsTests", arrows);
    }

    private static String line(Reference reference) {
        return "%s -> %s of %s"
                .formatted(
                        reference.module(),
                        reference.table().name(),
                        reference.table().owner());
    }
}
