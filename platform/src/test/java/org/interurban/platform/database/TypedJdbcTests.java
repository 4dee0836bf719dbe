package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.TestDatabase;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.LocalizedText.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@TestInstance(Lifecycle.PER_CLASS)
class TypedJdbcTests {

    record HarbourId(UUID value) implements Identifier {}

    enum Traffic implements Coded {
        FERRY,
        INLAND_BARGE
    }

    record Harbour(
            HarbourId id,
            Traffic traffic,
            LocalizedText name,
            List<String> quays,
            @Nullable HarbourId twin) {}

    private static final HarbourId RHINE = new HarbourId(Identifier.next());
    private static final LocalizedText NAME = LocalizedText.of("Rheinhafen", "de")
            .with("en", "Rhine port", Origin.PERSON)
            .with("ko", "라인 항", Origin.MACHINE);

    private SingleConnectionDataSource database;
    private JdbcClient sql;
    private NamedParameterJdbcTemplate template;

    @BeforeAll
    void connect() {
        database = new SingleConnectionDataSource(TestDatabase.empty(), true);
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V0004__texts_in_languages.sql"))
                .execute(database);
        var typed = new TypedJdbc();
        template = typed.namedParameterJdbcTemplate(typed.jdbcTemplate(database));
        sql = typed.jdbcClient(template);
        sql.sql("""
            create table harbour (id uuid primary key, traffic text not null, name text not null, translations jsonb not null,
                                  quays text[] not null, twin uuid)
            """).update();
    }

    @AfterAll
    void disconnect() {
        database.destroy();
    }

    @BeforeEach
    void keepOne() {
        sql.sql("truncate harbour").update();
        sql.sql("""
            insert into harbour (id, traffic, name, translations, quays)
            values (:id, :traffic, original_of(:name), translations_of(:name), '{north,south}')
            """)
                .param("id", RHINE)
                .param("traffic", Traffic.INLAND_BARGE)
                .param("name", NAME)
                .update();
    }

    private List<Harbour> harbours(String where, Object... values) {
        return sql.sql("select id, traffic, localized(name, translations) as name, quays, twin from harbour where "
                        + where)
                .params(values)
                .query(Harbour.class)
                .list();
    }

    @Test
    void aRowComesBackAsTheValuesItWasMadeFrom() {
        assertThat(harbours("true"))
                .containsExactly(new Harbour(RHINE, Traffic.INLAND_BARGE, NAME, List.of("north", "south"), null));
    }

    @Test
    void columnsStandAsPlainValuesForOtherStatements() {
        assertThat(sql.sql(
                                "select traffic, name, translations ->> 'ko' as ko, language_shown(translations, 'fr') as shown from harbour")
                        .query()
                        .singleRow())
                .containsEntry("traffic", "inland-barge")
                .containsEntry("name", "Rheinhafen")
                .containsEntry("shown", "de")
                .extractingByKey("ko")
                .asString()
                .contains("\"machine\"");
    }

    @Test
    void parametersByPositionAreBoundWhateverTheStatementAnswers() {
        sql.sql("update harbour set twin = ?, traffic = ? where id = ?")
                .params(RHINE, Traffic.FERRY, RHINE)
                .update();

        var found = new ArrayList<String>();
        sql.sql("select name from harbour where twin = ?").param(RHINE).query(row -> {
            found.add(row.getString("name"));
        });
        assertThat(found).containsExactly("Rheinhafen");
        assertThat(sql.sql("select name from harbour where traffic = ? and id = ?")
                        .params(List.of(Traffic.FERRY, RHINE))
                        .query((ResultSetExtractor<Boolean>) ResultSet::next))
                .isTrue();
    }

    @Test
    void parametersByPositionAndInListsAreBoundLikeNamedOnes() {
        assertThat(harbours("id = ? and traffic = ?", RHINE, Traffic.INLAND_BARGE))
                .hasSize(1);
        assertThat(harbours("traffic = ?", Traffic.FERRY)).isEmpty();
        assertThat(sql.sql("select count(*) from harbour where id in (:ids) and traffic in (:kinds)")
                        .param("ids", List.of(RHINE, new HarbourId(Identifier.next())))
                        .param("kinds", List.of(Traffic.values()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(sql.sql("select count(*) from harbour where id = any(:ids)")
                        .param("ids", new HarbourId[] {RHINE})
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void statementsOfTheTemplateAreBoundInTheSameWay() {
        assertThat(template.queryForObject(
                        "select traffic from harbour where id = :id", Map.of("id", RHINE), String.class))
                .isEqualTo("inland-barge");
    }

    @Test
    void anAddressNamesAnIdentityAndNothingChosenIsNone() {
        var conversions = new DefaultConversionService();
        Conversions.addTo(conversions);

        assertThat(conversions.convert(RHINE.value().toString(), HarbourId.class))
                .isEqualTo(RHINE);
        assertThat(conversions.convert("", HarbourId.class)).isNull();
        assertThatThrownBy(() -> conversions.convert("rhine", HarbourId.class))
                .isInstanceOf(ConversionFailedException.class);
    }

    @Test
    void aWordThatIsNoChoiceIsRefusedByName() {
        sql.sql("update harbour set traffic = 'hovercraft'").update();

        assertThatThrownBy(() -> harbours("true")).hasStackTraceContaining("Traffic has no \"hovercraft\"");
    }

    @Test
    void anAddressNamesARecordByItsId() {
        var requests = new DefaultConversionService();
        Conversions.addTo(requests);

        assertThat(requests.convert(" " + RHINE.value() + " ", HarbourId.class)).isEqualTo(RHINE);
        assertThat(requests.convert("", HarbourId.class)).isNull();
        assertThatThrownBy(() -> requests.convert("rhine", HarbourId.class))
                .isInstanceOf(ConversionFailedException.class);
    }
}
