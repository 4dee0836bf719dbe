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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.WebAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the constructor of a kept record refuses, its table refuses too, whoever writes it; a file is told at its column. */
@PlatformTest
@Transactional
class RefusedValuesTests {

    private static final String HOUSE = "org.interurban.platform";

    private static final UUID ONE = UUID.randomUUID();

    /** @param components of the record by their names, beside examples for the others */
    record Refused(String type, Map<String, Object> components, String update) {}

    static final List<Refused> REFUSED = List.of(
            new Refused(
                    "activities.Activity",
                    Map.of("parties", List.of(party("Host"), party("Visitor"))),
                    "update activity set visitor = host where code = 'SV-02'"),
            new Refused(
                    "activities.ActivityState$Stopped",
                    Map.of("reason", " "),
                    "update activity set stopped_reason = ' '"),
            new Refused(
                    "activities.ActivityState$Stopped",
                    Map.of("reason", "x".repeat(1_001)),
                    "update activity set status = 'cancelled', stopped_reason = '%s'".formatted("x".repeat(1_001))),
            named("activities.KindOfActivity", "name", " ", "activity_kind", "name"),
            named("activities.KindOfActivity", "name", "x".repeat(101), "activity_kind", "name"),
            organisation("name", " "),
            organisation("name", "x".repeat(201)),
            organisation("officialName", " "),
            organisation("officialName", "x".repeat(201)),
            organisation("abbreviation", " "),
            organisation("abbreviation", "x".repeat(41)),
            organisation("localName", " "),
            organisation("localName", "x".repeat(201)),
            organisation("localLanguage", "Korean"),
            organisation("description", " "),
            organisation("description", "x".repeat(4_001)),
            organisation("note", " "),
            organisation("note", "x".repeat(4_001)),
            new Refused(
                    "directory.Organisation",
                    Map.of("latitude", 1.0),
                    "update organisation set latitude = 1, longitude = null"),
            new Refused(
                    "directory.Organisation",
                    Map.of("latitude", 90.5, "longitude", 1.0),
                    "update organisation set latitude = 90.5"),
            new Refused(
                    "directory.Organisation",
                    Map.of("latitude", 1.0, "longitude", 180.5),
                    "update organisation set longitude = 180.5"),
            new Refused(
                    "directory.Organisation",
                    Map.of("population", Quantity.exactly(0)),
                    "update organisation set population = 0"),
            new Refused(
                    "directory.Organisation",
                    Map.of("population", Quantity.exactly(1_000_000_000_000L)),
                    "update organisation set population = 1000000000000"),
            organisation("populationScope", " "),
            organisation("populationScope", "x".repeat(201)),
            new Refused(
                    "directory.Organisation",
                    Map.of("population", Quantity.exactly(1), "populationYear", 20_226),
                    "update organisation set population = 1, population_year = 20226"),
            new Refused(
                    "engagement.Engagement",
                    Map.of("initiator", ONE, "addressee", ONE),
                    "update engagement set addressee = initiator"),
            step("Offer", " "),
            step("Offer", "x".repeat(501)),
            step("FollowUp", " "),
            step("FollowUp", "x".repeat(501)),
            named("plans.PlanStep", "step", " ", "plan_template_step", "step"),
            named("plans.PlanStep", "step", "x".repeat(301), "plan_template_step", "step"),
            new Refused("programmes.ProgrammeGroup", Map.of("cities", -1), "update programme_group set cities = -1"),
            new Refused("programmes.Programme", Map.of("code", "no code"), "update programme set code = 'no code'"),
            new Refused(
                    "programmes.Programme",
                    Map.of("start", PartialPeriod.day(LocalDate.MAX), "end", PartialPeriod.day(LocalDate.EPOCH)),
                    "update programme set to_on = from_on - 1 where code = 'IURC'"),
            capacity(-1, 1),
            capacity(0, 0),
            capacity(0, 21),
            capacity(3, 2),
            named("taxonomy.TopicList", "name", " ", "taxonomy", "name"),
            named("taxonomy.TopicList", "name", "x".repeat(201), "taxonomy", "name"),
            named("taxonomy.TopicList", "note", "x".repeat(2_001), "taxonomy", "note"),
            named("taxonomy.TopicEntry", "label", " ", "topic", "label"),
            named("taxonomy.TopicEntry", "label", "x".repeat(301), "topic", "label"),
            named("taxonomy.TopicEntry", "note", "x".repeat(2_001), "topic", "note"),
            enquiry("city", " "),
            enquiry("city", "x".repeat(201)),
            enquiry("writer", " "),
            enquiry("writer", "x".repeat(201)),
            enquiry("post", " "),
            enquiry("post", "x".repeat(201)),
            enquiry("message", "x".repeat(2_001)));

    private static Refused named(String type, String component, String text, String table, String column) {
        return new Refused(type, Map.of(component, text), "update %s set %s = '%s'".formatted(table, column, text));
    }

    /** Always of the same body. */
    private static Object party(String as) {
        try {
            return made("activities.Party$" + as, Map.of("body", ONE));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Refused organisation(String component, String text) {
        return new Refused(
                "directory.Organisation",
                Map.of(component, text),
                "update organisation set %s = '%s' where code = 'seoul'"
                        .formatted(JdbcUtils.convertPropertyNameToUnderscoreName(component), text));
    }

    private static Refused step(String kind, String statement) {
        return new Refused("engagement.Step$" + kind, Map.of("statement", statement), """
            insert into engagement_step (id, engagement, kind, organisation, statement, position)
            select gen_random_uuid(), id, 'offer', initiator, '%s', 1 from engagement where initiator is not null
            """.formatted(statement));
    }

    /** The sample holds none; only the text that is tried keeps this one out. */
    private static Refused enquiry(String component, String text) {
        var words = new HashMap<>(Map.of("city", "Riverton", "writer", "Mona", "post", "Mayor", "message", "Hello"));
        words.put(component, text);
        return new Refused("enquiries.Enquiry", Map.of(component, text), """
            insert into enquiry (id, code, city, writer, post, email, language, message, state, token, asked_at)
            values (gen_random_uuid(), 'example', '%s', '%s', '%s', 'mona@city.example', 'en', '%s', 'unconfirmed', 'x', now())
            """.formatted(
                        words.get("city"), words.get("writer"), words.get("post"), words.get("message")));
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

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @FieldSource("REFUSED")
    void neitherTheRecordNorItsTableTakesIt(Refused refused) {
        assertThatCode(() -> made(refused.type(), Map.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> made(refused.type(), refused.components()))
                .isInstanceOf(IllegalArgumentException.class);

        assertThatThrownBy(() -> sql.sql(refused.update()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** A round has no rows in the sample and is tried by its own name below. */
    private static final Set<String> ELSEWHERE = Set.of("pairing.Round name");

    /**
     * A kept record is one with an id or a version; what it refuses of one component is found by trying. What the list above does not
     * try is tried in the column and the table that are called as the component and the record are.
     */
    @Test
    void everythingThatAKeptRecordRefusesIsRefusedByItsTable() {
        var tried = REFUSED.stream()
                .flatMap(refused -> refused.components().keySet().stream().map(name -> refused.type() + " " + name))
                .collect(Collectors.toSet());
        ModuleRecords.make(sql);

        assertThat(kept().flatMap(RefusedValuesTests::refused).distinct())
                .contains("engagement.Engagement title") // which its constructor leaves to a method
                .filteredOn(found -> !tried.contains(found) && !ELSEWHERE.contains(found))
                .allSatisfy(found -> {
                    assertThat(isRefusedByTable(found, " "))
                            .as("blank %s", found)
                            .isTrue();
                    assertThat(isRefusedByTable(found, "x".repeat(100_000)))
                            .as("endless %s", found)
                            .isTrue();
                });
    }

    /** @param found a type and its component, which is a text */
    private boolean isRefusedByTable(String found, String text) {
        var words = found.replaceFirst(".*\\.", "").split(" ");
        var table = JdbcUtils.convertPropertyNameToUnderscoreName(words[0]);
        var column = JdbcUtils.convertPropertyNameToUnderscoreName(words[1]);
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        try {
            apart.executeWithoutResult(nested -> sql.sql("update %s set %s = ?".formatted(table, column))
                    .param(text)
                    .update());
            return false;
        } catch (DataIntegrityViolationException refused) {
            return String.valueOf(refused.getMessage()).contains("check constraint");
        }
    }

    private static Stream<Class<?>> kept() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(HOUSE).stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> Arrays.stream(type.getRecordComponents())
                                .anyMatch(component -> component.getName().equals("version")
                                        || component.getName().equals("id")
                                                && Identifier.class.isAssignableFrom(component.getType())));
    }

    /** The components of which it refuses a value that another of the same type does not share. */
    private static Stream<String> refused(Class<?> type) {
        var name = type.getName().substring(HOUSE.length() + 1);
        if (isRefused(type, Map.of())) {
            return Stream.of(name + " as an example");
        }
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> doubtful(component.getType())
                        .anyMatch(value -> isRefused(type, Map.of(component.getName(), value))))
                .map(component -> name + " " + component.getName());
    }

    private static Stream<Object> doubtful(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String", "LocalizedText" -> Stream.of(" ", "x".repeat(100_000));
            case "int", "Integer" -> Stream.of(-1, Integer.MAX_VALUE);
            default -> Stream.of();
        };
    }

    private static boolean isRefused(Class<?> type, Map<String, Object> components) {
        try {
            made(type, components);
            return false;
        } catch (IllegalArgumentException | NullPointerException refused) {
            return true;
        } catch (Throwable other) {
            throw new AssertionError(type + " with " + components.keySet(), other);
        }
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
                "activities   | visiting_city | code,type,title,host_city,visiting_city,status¶XX-1,study-visit,To"
                        + " itself,seoul,seoul,held",
                "engagements  | date          |"
                        + " code,kind,state,title,initiator,date¶XX-1,courtesy-visit,held,Ahead,seoul,2099-01-01",
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
        return made(Class.forName(HOUSE + "." + type), components);
    }

    private static Object made(Class<?> type, Map<String, Object> given) throws Throwable {
        var components = type.getRecordComponents();
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getName(), components[i].getType(), given.get(components[i].getName()));
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }

    /** The value that is given, in the type that is asked for, or any. */
    private static Object value(String component, Class<?> type, Object given) throws Throwable {
        if (given == null && type == String.class && component.endsWith("Language")) {
            return "en";
        }
        if (given == null && type == Quantity.class) {
            return Quantity.exactly(1);
        }
        if (given == null && type == WebAddress.class) {
            return new WebAddress("https://city.example");
        }
        if (given == null && type == MailAddress.class) {
            return new MailAddress("mona@city.example");
        }
        if (given == null && component.equals("parent")) {
            return null; // nothing stands below itself
        }
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
        if (type.isRecord() && Identifier.class.isAssignableFrom(type)) {
            return made(type, Map.of("value", UUID.randomUUID()));
        }
        if (type.isRecord() && type != PartialPeriod.class) {
            return made(type, Map.of());
        }
        if (type.isSealed()) {
            return made(type.getPermittedSubclasses()[0], Map.of());
        }
        return switch (type.getSimpleName()) {
            case "String" -> "example";
            case "int" -> 1;
            case "long" -> 1L;
            case "double" -> 1.0;
            case "float" -> 1.0f;
            case "boolean" -> false;
            case "List" -> List.of();
            case "Map" -> Map.of();
            case "Set" -> Set.of();
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
