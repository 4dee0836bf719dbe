package org.interurban.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@Transactional(isolation = Isolation.REPEATABLE_READ)
class RecordExportTests {

    @Autowired
    RecordImport imports;

    @Autowired
    RecordExport exports;

    @Autowired
    JdbcClient sql;

    @TempDir
    Path folder;

    @BeforeEach
    void haveTheSampleAndNothingElse() throws IOException {
        empty();
        assertThat(SampleNetwork.load(imports)).isInstanceOf(RecordImport.Outcome.Imported.class);
    }

    @Test
    void givesTheSameRecordsWhenImportedIntoAnEmptyDatabase() throws IOException {
        addWhatTheSampleLacks();
        var before = records();

        var first = exports.write(folder.resolve("first"));
        empty();
        var again = imports.load(files(folder.resolve("first")));
        var second = exports.write(folder.resolve("second"));

        assertThat(first).isInstanceOf(RecordExport.Outcome.Exported.class).isEqualTo(second);
        assertThat(again).isInstanceOf(RecordImport.Outcome.Imported.class);
        var after = records();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> {
            assertThat(without(rows, after.get(table))).as("lost from " + table).isEmpty();
            assertThat(without(after.get(table), rows)).as("new in " + table).isEmpty();
        });
        for (var name : imports.fileNames()) {
            assertThat(folder.resolve("second").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(name));
        }
    }

    @Test
    void changesNothingWhereItIsImportedOverItself() throws IOException {
        exports.write(folder);
        var changes = sql.sql("select count(*) from row_history where table_name <> 'mail_message'")
                .query(Long.class);
        var before = changes.single();

        assertThat(imports.load(files(folder))).isInstanceOf(RecordImport.Outcome.Imported.class);

        assertThat(changes.single()).isEqualTo(before);
    }

    @Test
    void leavesAFolderThatHoldsSomethingAlone() throws IOException {
        Files.writeString(folder.resolve("cities.csv"), "mine");

        assertThat(exports.write(folder)).isInstanceOf(RecordExport.Outcome.NotAnEmptyFolder.class);
        assertThat(folder.resolve("cities.csv")).hasContent("mine");
    }

    /** What people enter and the documents of the sample do not happen to say. */
    private void addWhatTheSampleLacks() {
        for (var change : List.of(
                "update organisation set population = 9400000, population_qualifier = 'exact', population_year = 2020,"
                        + " name_translations = name_translations || '{\"zh-Hant\": {\"text\": \"首爾\", \"origin\":"
                        + " \"person\"}}' where code = 'seoul'",
                "update agreement set title_translations = title_translations || '{\"original\": {\"language\":"
                        + " \"en\"}}' where code = 'AG-01'",
                "insert into organisation_name (id, organisation, name, folded, kind) select gen_random_uuid(), id,"
                        + " 'Hanyang; Hanseong', 'hanyang hanseong', 'alternative' from organisation where code = 'seoul'",
                "insert into person (id, code, name, email) values (gen_random_uuid(), 'an-officer', 'An \"officer\","
                        + " by name', 'officer@example.org')",
                "insert into post (id, organisation, title, duty, holder, from_on, to_on, precision, confirmed_on)"
                        + " select gen_random_uuid(), o.id, 'Officer', 'focal-point', p.id, '2021-01-01', '2022-12-31',"
                        + " 'year', '2024-02-29' from organisation o, person p where o.code = 'dublin' and p.code ="
                        + " 'an-officer'",
                "insert into post (id, organisation, title, duty) select gen_random_uuid(), id, 'Officer', 'deputy'"
                        + " from organisation, generate_series(1, 2) where code = 'dublin'",
                "update programme set predecessor = (select id from programme where code = 'WC-2017-2018'),"
                        + " published = false, description = E'two\\nlines' where code = 'IURC'",
                "update participant set capacity_min = 1, capacity_max = 3, languages = '{en,ko}', staff_days = 2.50,"
                        + " first_timer = true, left_on = '2023-05-01' where organisation in"
                        + " (select id from organisation where code = 'dublin')",
                "insert into participant (id, programme, organisation, cohort) select gen_random_uuid(), p.id, o.id,"
                        + " '9' from programme p, organisation o where p.code = 'IURC' and o.code = 'busan'",
                "insert into profile_line (id, participant, kind, statement, grade, evidence, position) select"
                        + " gen_random_uuid(), id, 'seek', 'Shade', 3, 'Hot summers', 1 from participant where cohort ="
                        + " '9'",
                "insert into profile_line (id, participant, kind, topic, statement, grade, position) select"
                        + " gen_random_uuid(), a.id, kind, t.id, kind, 2, row_number() over () + 1 from participant a,"
                        + " (select id from topic order by id limit 1) t, unnest(array['offer', 'seek']) kind"
                        + " where cohort = '9'",
                "update partnership_member set joined_on = '2022-02-03', left_on = '2023-04-05'" + " where side = 2",
                "update activity set partners = '{\"One; two\",three}', published = false, precision = 'period',"
                        + " from_on = '2022-01-01', to_on = '2022-12-31' where code = 'SV-01'",
                "insert into activity_site (activity, site) select a.id, s.id from activity a,"
                        + " (select id from site order by code limit 1) s where a.code in ('SV-01', 'SV-02')"
                        + " on conflict do nothing",
                "update plan_item set due_on = '2025-06-30' where code = 'IURC-Seoul-Dublin-01'",
                "update agreement set expires_on = '2026-06-30' where code = 'AG-01'")) {
            assertThat(sql.sql(change).update()).as(change).isPositive();
        }
    }

    private void empty() {
        sql.sql("set constraints all immediate").update();
        sql.sql("truncate document, question, reference, taxonomy, organisation, person, programme, network_figure,"
                        + " network_statement, membership_rule, membership_type, member_region, plan_template,"
                        + " milestone, method_step cascade")
                .update();
        sql.sql("set constraints all deferred").update();
    }

    private static List<Resource> files(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.<Resource>map(FileSystemResource::new).toList();
        }
    }

    /** Every row of every table of records, with the row it points to in place of an identity. */
    private Map<String, List<String>> records() {
        var tables = sql.sql("""
            select table_name from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE'
               and table_name !~ '^(row_history|audit_|search_|sheet_|spring_|event_|scheduled_|flyway_|country|place|account)'
            """).query(String.class).list();
        var byTable = new TreeMap<String, List<Map<String, Object>>>();
        var byId = new HashMap<Object, Map<String, Object>>();
        for (var table : tables) {
            var rows = new ArrayList<Map<String, Object>>();
            sql.sql("select to_jsonb(t)::text from %s t".formatted(table))
                    .query(String.class)
                    .list()
                    .forEach(text -> {
                        var row = new TreeMap<String, Object>();
                        JsonMapper.shared().readTree(text).forEachEntry((name, value) -> {
                            if (!name.equals("version") && !value.isNull()) {
                                row.put(name, value.isString() ? value.stringValue() : value.toString());
                            }
                        });
                        byId.put(row.remove("id"), row);
                        rows.add(row);
                    });
            byTable.put(table, rows);
        }
        var records = new TreeMap<String, List<String>>();
        byTable.forEach((table, rows) -> records.put(
                table,
                rows.stream().map(row -> spelledOut(row, byId).toString()).toList()));
        return records;
    }

    private static List<String> without(List<String> rows, List<String> others) {
        var rest = new ArrayList<>(rows);
        others.forEach(rest::remove);
        return rest;
    }

    private static Map<String, Object> spelledOut(Map<String, Object> row, Map<Object, Map<String, Object>> byId) {
        var whole = new TreeMap<String, Object>(row);
        whole.replaceAll((name, value) -> {
            var id = value.toString().replaceFirst(".*/", "");
            return byId.containsKey(id) ? spelledOut(byId.get(id), byId) : value;
        });
        return whole;
    }
}
