package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the constructor of a kept record refuses, its table refuses too, whoever writes it; a file is told at its column. */
@PlatformTest
@Transactional
class RefusedValuesTests {

    private static final UUID ONE = UUID.randomUUID();

    /** @param components of the record by their names, beside examples for the others */
    record Refused(String type, Map<String, Object> components, String update) {}

    static final List<Refused> REFUSED = List.of(
            named("activities.Activity", "title", " ", "activity", "title"),
            named("activities.Activity", "title", "x".repeat(301), "activity", "title"),
            new Refused(
                    "activities.Activity",
                    Map.of("host", ONE, "visitor", ONE),
                    "update activity set visitor = host where code = 'SV-02'"),
            named("activities.KindOfActivity", "name", " ", "activity_kind", "name"),
            named("activities.KindOfActivity", "name", "x".repeat(101), "activity_kind", "name"),
            named("partnerships.Partnership", "name", " ", "partnership", "name"),
            named("partnerships.Partnership", "name", "x".repeat(201), "partnership", "name"),
            named("plans.Agreement", "title", " ", "agreement", "title"),
            named("plans.Agreement", "title", "x".repeat(301), "agreement", "title"),
            named("plans.PlanItem", "statement", " ", "plan_item", "statement"),
            named("plans.PlanItem", "statement", "x".repeat(501), "plan_item", "statement"),
            named("programmes.ProgrammeGroup", "name", " ", "programme_group", "name"),
            named("programmes.ProgrammeGroup", "name", "x".repeat(101), "programme_group", "name"),
            new Refused("programmes.ProgrammeGroup", Map.of("cities", -1), "update programme_group set cities = -1"),
            named("programmes.Programme", "name", " ", "programme", "name"),
            named("programmes.Programme", "name", "x".repeat(201), "programme", "name"),
            new Refused("programmes.Programme", Map.of("code", "no code"), "update programme set code = 'no code'"),
            new Refused(
                    "programmes.Programme",
                    Map.of("start", PartialPeriod.day(LocalDate.MAX), "end", PartialPeriod.day(LocalDate.EPOCH)),
                    "update programme set to_on = from_on - 1 where code = 'IURC'"),
            capacity(-1, 1),
            capacity(0, 0),
            capacity(0, 21),
            capacity(3, 2));

    private static Refused named(String type, String component, String text, String table, String column) {
        return new Refused(type, Map.of(component, text), "update %s set %s = '%s'".formatted(table, column, text));
    }

    private static Refused capacity(int least, int most) {
        return new Refused(
                "participants.Participant",
                Map.of("capacityMin", least, "capacityMax", most),
                "update participant set capacity_min = %d, capacity_max = %d".formatted(least, most));
    }

    @Autowired
    JdbcClient sql;

    @Autowired
    RecordImport records;

    @ParameterizedTest
    @FieldSource("REFUSED")
    void neitherTheRecordNorItsTableTakesIt(Refused refused) {
        assertThatCode(() -> made(refused.type(), Map.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> made(refused.type(), refused.components()))
                .isInstanceOf(IllegalArgumentException.class);

        assertThatThrownBy(() -> sql.sql(refused.update()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** A kept record is one with a version; a round has no rows in the sample and is tried by its own name below. */
    @Test
    void everyKeptRecordThatRefusesSomethingIsTried() {
        var kept = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.interurban.platform")
                        .stream()
                        .filter(type ->
                                type.isRecord() && type.tryGetField("version").isPresent())
                        .filter(RefusedValuesTests::refuses)
                        .map(JavaClass::getSimpleName);

        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("Round"), REFUSED.stream().map(refused -> refused.type()
                                        .replaceAll(".*\\.", "")))
                                .collect(Collectors.toSet()));
    }

    private static boolean refuses(JavaClass type) {
        return type.getConstructors().stream()
                .flatMap(constructor -> constructor.getConstructorCallsFromSelf().stream())
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(IllegalArgumentException.class));
    }

    @Test
    void aRoundHasAName() {
        assertThatThrownBy(() -> made("pairing.Round", Map.of("name", " ")))
                .isInstanceOf(IllegalArgumentException.class);

        assertThatThrownBy(() -> sql.sql("""
            insert into pairing_round (id, programme, name, state, form, side_a, side_b, rules, made_at)
            select gen_random_uuid(), id, ' ', 'draft', 'pool', '', '', '{}', now() from programme limit 1
            """).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activities   | visiting_city | code,type,title,host_city,visiting_city,status¶XX-1,study-visit,To itself,seoul,seoul,held",
                "participants | capacity_min  | programme,organisation,capacity_min,capacity_max¶IURC,seoul,3,2",
                "participants | capacity_min  | programme,organisation,capacity_min,capacity_max¶IURC,seoul,,21",
            })
    void aFileIsToldAtItsColumn(String file, String column, String content) {
        assertThat(records.load(List.of(resource(file, content.replace('¶', '\n')))))
                .isInstanceOfSatisfying(
                        RecordImport.Outcome.Refused.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.line()).isEqualTo(2);
                            assertThat(fault.column()).isEqualTo(column);
                        }));
    }

    private static ByteArrayResource resource(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name + ".csv";
            }
        };
    }

    private static Object made(String type, Map<String, Object> components) throws Throwable {
        return made(Class.forName("org.interurban.platform." + type), components);
    }

    private static Object made(Class<?> type, Map<String, Object> given) throws Throwable {
        var components = type.getRecordComponents();
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getType(), given.get(components[i].getName()));
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }

    /** The value that is given, in the type that is asked for, or any. */
    private static Object value(Class<?> type, Object given) throws Throwable {
        if (type == LocalizedText.class) {
            return LocalizedText.of(given == null ? "Example" : (String) given, "en");
        }
        if (given instanceof UUID id && type != UUID.class) {
            return made(type, Map.of("value", id));
        }
        if (given != null) {
            return given;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "String" -> "example";
            case "int" -> 1;
            case "boolean" -> false;
            case "List" -> List.of();
            case "UUID" -> UUID.randomUUID();
            case "PartialPeriod" -> PartialPeriod.UNKNOWN;
            default -> null; // what may be absent, or what the constructor does not look at
        };
    }

    @Test
    void everyTableWhosePastIsKeptKnowsItsRows() {
        assertThat(sql.sql("""
            select distinct t.event_object_table from information_schema.triggers t
             where t.trigger_name = 'keep_history' and not exists (
                   select from information_schema.columns c
                    where c.table_name = t.event_object_table and c.column_name in ('id', 'code') and c.is_nullable = 'NO')
            """).query(String.class).list()).isEmpty();
    }
}
