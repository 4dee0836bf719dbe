package org.interurban.platform.gazetteer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Regions, countries and time zones come with the program; every start looks whether its files are newer than the tables. */
@Component
@DependsOnDatabaseInitialization
class ReferenceData implements SmartInitializingSingleton {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final String NAME_IN = "name_";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final ReferenceFiles files;

    ReferenceData(JdbcClient sql, TransactionTemplate transaction, ReferenceFiles files) {
        this.sql = sql;
        this.transaction = transaction;
        this.files = files;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var name : List.of("regions.csv", "countries.csv", "time_zones.csv")) {
            var file = new ClassPathResource("reference/" + name);
            if (!files.isLoaded(file)) {
                transaction.executeWithoutResult(status -> {
                    load(name, read(file));
                    files.loaded(file);
                });
            }
        }
    }

    private void load(String name, List<CSVRecord> lines) {
        switch (name) {
            case "regions.csv" -> lines.forEach(this::region);
            case "countries.csv" -> lines.forEach(this::country);
            default -> lines.forEach(this::timeZone);
        }
    }

    private void region(CSVRecord line) {
        sql.sql("""
            insert into region (code, name, name_translations, parent) values (:code, :name, :names::jsonb, :parent)
            on conflict (code) do update set name = excluded.name, name_translations = excluded.name_translations,
              parent = excluded.parent
            """)
                .param("code", line.get("code"))
                .param("name", line.get("name"))
                .param("names", translations(line))
                .param("parent", text(line, "parent"))
                .update();
    }

    private void country(CSVRecord line) {
        sql.sql("""
            insert into country (code, alpha3, name, name_translations, region, population, gdp, currency, time_zone)
            values (:code, :alpha3, :name, :names::jsonb, :region, :population::bigint, :gdp::numeric, :currency,
              :zone)
            on conflict (code) do update set alpha3 = excluded.alpha3, name = excluded.name,
              name_translations = excluded.name_translations, region = excluded.region,
              population = excluded.population, gdp = excluded.gdp, currency = excluded.currency,
              time_zone = excluded.time_zone
            """)
                .param("code", line.get("alpha2"))
                .param("alpha3", text(line, "alpha3"))
                .param("name", line.get("name"))
                .param("names", translations(line))
                .param("region", text(line, "sub_region") == null ? text(line, "region") : text(line, "sub_region"))
                .param("population", text(line, "population"))
                .param("gdp", text(line, "gdp_ppp_usd"))
                .param("currency", text(line, "currency"))
                .param("zone", text(line, "time_zone"))
                .update();
    }

    private void timeZone(CSVRecord line) {
        sql.sql("""
            insert into time_zone (name, country, cities) values (:name, :country, :cities)
            on conflict (name) do update set country = excluded.country, cities = excluded.cities
            """)
                .param("name", line.get("name"))
                .param("country", line.get("country"))
                .param("cities", line.get("main_cities").replace(";", ", "))
                .update();
    }

    static List<CSVRecord> read(ClassPathResource file) {
        try (var parser = FORMAT.parse(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(CSVRecord line, String column) {
        var text = line.get(column);
        return text.isBlank() ? null : text;
    }

    /** The names in further languages, each in a column named for its language: {@code name_fr}. */
    private static String translations(CSVRecord line) {
        var names = new TreeMap<String, Map<String, String>>();
        line.toMap().forEach((column, name) -> {
            if (column.startsWith(NAME_IN) && !name.isBlank()) {
                names.put(column.substring(NAME_IN.length()), Map.of("text", name, "origin", "person"));
            }
        });
        return JsonMapper.shared().writeValueAsString(names);
    }
}
