package org.interurban.platform.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which module each table belongs to, and each view. */
public final class Tables {

    /**
     * @param view whether it is what its module publishes for others to read
     * @param definer whose migration says what a view reads: a higher floor may say it anew, for what of its own is seen there
     */
    public record Relation(String name, String owner, boolean view, String definer) {}

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path OWNERS = House.kept("owners.properties");
    private static final Pattern NAME = Pattern.compile("V\\d+__(\\w+)\\.sql");
    private static final Pattern CREATED = Pattern.compile(
            "(?im)^\\s*create (?:or replace )?(?:unlogged )?(?:materialized )?(table|view) (?:if not exists )?(\\w+)");
    private static final Pattern DROPPED = Pattern.compile("(?im)^\\s*drop (?:table|view) (?:if exists )?(\\w+)");

    private Tables() {}

    /** By name, as all migrations together leave them. The owner is whom the migration is named for, or whom the list says. */
    public static Map<String, Relation> all() {
        var said = new Properties();
        var all = new TreeMap<String, Relation>();
        try (var reader = Files.newBufferedReader(OWNERS);
                var files = Files.list(MIGRATIONS)) {
            said.load(reader);
            for (var file : files.sorted().toList()) {
                var sql = Files.readString(file);
                var module = NAME.matcher(file.getFileName().toString()).replaceFirst("$1");
                DROPPED.matcher(sql).results().map(found -> found.group(1)).forEach(all::remove);
                CREATED.matcher(sql).results().forEach(found -> {
                    var name = found.group(2);
                    all.put(
                            name,
                            new Relation(
                                    name,
                                    said.getProperty(name, module),
                                    found.group(1).equalsIgnoreCase("view"),
                                    module));
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
