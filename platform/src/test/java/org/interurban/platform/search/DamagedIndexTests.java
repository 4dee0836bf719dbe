package org.interurban.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Person;
import org.interurban.platform.web.Languages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Everything in the index can be read again from the database, so whatever becomes of its files, search goes on. */
@PlatformTest
class DamagedIndexTests {

    @TempDir
    Path data;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @Autowired
    SearchDocuments documents;

    @Autowired
    Languages languages;

    @BeforeEach
    void putOne() {
        put("zz-damaged", "Potorooville");
    }

    private void put(String code, String title) {
        transaction.executeWithoutResult(status -> documents.put(new SearchDocument(
                "city",
                code,
                "/cities/" + code,
                Map.of("en", title),
                Map.of(),
                List.of(),
                List.of(),
                true,
                CommonPermission.RECORDS_READ,
                Set.of())));
    }

    private Indexer start() throws IOException {
        var indexer = new Indexer(
                sql,
                transaction,
                json,
                clock,
                List.of(),
                languages,
                new SearchSettings(data, new SearchSettings.Search(false)));
        indexer.catchUp();
        return indexer;
    }

    private static long found(Indexer indexer, String words) {
        return indexer.find(words, "city", Person.NOBODY, "en", 0, 10).total();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(data.resolve("search-index"))) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_000})
    void startsOnFilesThatCannotBeRead(int bytes) throws IOException {
        var before = start();
        assertThat(found(before, "Potorooville")).isEqualTo(1);
        before.destroy();
        assertThat(files()).isNotEmpty();
        for (var file : files()) {
            Files.write(file, new byte[bytes]);
        }

        var after = start();

        assertThat(found(after, "Potorooville")).isEqualTo(1);
        after.destroy();
    }

    @Test
    void goesOnWhenItsFilesAreTakenAwayWhileItRuns() throws IOException {
        var indexer = start();
        FileSystemUtils.deleteRecursively(data.resolve("search-index"));

        put("zz-later", "Pademelonville");
        indexer.catchUp();

        assertThat(found(indexer, "Pademelonville")).isEqualTo(1);
        assertThat(found(indexer, "Potorooville")).isEqualTo(1);
        indexer.destroy();

        var after = start();
        assertThat(found(after, "Pademelonville")).isEqualTo(1);
        after.destroy();
    }

    @Test
    void worksWithoutAPlaceForItsFiles() throws IOException {
        Files.writeString(data.resolve("search-index"), "not a folder");

        var indexer = start();

        assertThat(found(indexer, "Potorooville")).isEqualTo(1);
        indexer.destroy();
    }
}
