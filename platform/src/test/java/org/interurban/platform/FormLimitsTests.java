package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interurban.platform.web.Limits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;

/** A form, and so a sheet, takes as much as the table that it fills. */
@PlatformTest
class FormLimitsTests {

    /** The tables that forms fill, by the names of their records, where a form is not called after its table. */
    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            Map.entry("ActionForm", List.of("plan_item")),
            Map.entry("ContactForm", List.of("person", "post")),
            Map.entry("FollowUpForm", List.of("engagement_step")),
            Map.entry("GroupForm", List.of("programme_group")),
            Map.entry("KindForm", List.of("activity_kind")),
            Map.entry("NewPartnershipForm", List.of("partnership")),
            Map.entry("OfferForm", List.of("engagement_step")),
            Map.entry("ProfileForm", List.of("participant")),
            Map.entry("RoundForm", List.of("pairing_round")),
            Map.entry("SettingsForm", List.of("network_settings")),
            Map.entry("StepForm", List.of("plan_template_step")),
            Map.entry("TemplateForm", List.of("plan_template")),
            Map.entry("TopicListForm", List.of("taxonomy")));

    private static List<String> tables(Class<?> form) {
        var name = form.getSimpleName();
        return TABLES.getOrDefault(
                name, List.of(JdbcUtils.convertPropertyNameToUnderscoreName(name.substring(0, name.length() - 4))));
    }

    /** Components that fill columns of other names. */
    private static final Map<String, String> COLUMNS = Map.of("ActionForm.plan", "plan_name");

    private static final Pattern AT_MOST = Pattern.compile("length\\(\\(?(\\w+)\\)?(?:::text)?\\) <= (\\d+)");

    @Autowired
    JdbcClient sql;

    /** By table and column, as in {@code agreement.title}. */
    private Map<String, Integer> limitsOfTables() {
        var limits = new HashMap<String, Integer>();
        sql.sql("""
            select c.conrelid::regclass::text as owner, pg_get_constraintdef(c.oid) as said from pg_constraint c
             where c.contype = 'c' and c.connamespace = 'public'::regnamespace and c.conrelid <> 0
            """).query(rs -> {
            var owner = rs.getString("owner");
            AT_MOST.matcher(rs.getString("said"))
                    .results()
                    .forEach(found ->
                            limits.merge(owner + "." + found.group(1), Integer.valueOf(found.group(2)), Math::min));
        });
        return limits;
    }

    private static Stream<Class<?>> forms() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.interurban.platform")
                        .stream()
                        .filter(found -> found.getSimpleName().endsWith("Form") && !found.isNestedClass())
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(form ->
                                form.isRecord() && !form.getPackageName().endsWith(".web"))
                        .filter(form -> !form.getSimpleName().equals("SheetForm"));
    }

    @Test
    void everyFormSaysWhichTableItFills() {
        var tables = sql.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .set();

        assertThat(forms().map(Class::getSimpleName)).containsAll(TABLES.keySet());
        assertThat(forms().filter(form -> !tables.containsAll(tables(form)))).isEmpty();
    }

    @Test
    void aFieldTakesAsMuchAsItsColumn() {
        var ofTables = limitsOfTables();
        var compared = new TreeSet<String>();
        var different = new TreeSet<String>();
        forms().forEach(form -> Arrays.stream(form.getRecordComponents()).forEach(component -> {
            var field = form.getSimpleName() + "." + component.getName();
            var column =
                    COLUMNS.getOrDefault(field, JdbcUtils.convertPropertyNameToUnderscoreName(component.getName()));
            var said = new Limits().in(form, component.getName());
            for (var table : tables(form)) {
                var taken = ofTables.get(table + "." + column);
                if (taken != null) {
                    compared.add(table + "." + column);
                    if (!Objects.equals(said, taken)) {
                        different.add("%s says %s, %s.%s %d".formatted(field, said, table, column, taken));
                    }
                }
            }
        }));

        assertThat(compared).contains("activity.title", "agreement.title", "organisation.name", "plan_item.statement");
        assertThat(different).isEmpty();
    }
}
