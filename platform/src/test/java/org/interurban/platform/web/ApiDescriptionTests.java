package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class ApiDescriptionTests {

    @Autowired
    MockMvcTester programs;

    @Autowired
    JsonMapper json;

    @Autowired
    List<Listing<?>> listings;

    private JsonNode api;

    @BeforeEach
    void read() throws UnsupportedEncodingException {
        var answer = programs.get().uri("/api/v1/openapi").exchange();
        assertThat(answer).hasStatusOk();
        api = json.readTree(answer.getResponse().getContentAsByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "members, type country region cluster office programme joined",
        "activities, programme partnership type country city year status mode",
        "partnerships, programme country city",
        "agreements, programme partnership type status year country city",
        "programmes, kind year parent form country city published",
        "cities, country region kind programme",
        "topics, taxonomy parent",
        "search, kind",
        "places, country"
    })
    void everyListNamesWhatItCanBeAsked(String list, String filters) {
        var parameters = parameters(list);

        assertThat(parameters).contains(filters.split(" ")).contains("q", "limit", "offset");
        assertThat(parameters).doesNotContain("query", "request", "locale");
    }

    @Test
    void aListBelowARecordNamesThemToo() {
        var rounds = api.path("paths")
                .path("/api/v1/programmes/{code}/rounds")
                .path("get")
                .path("parameters");

        assertThat(StreamSupport.stream(rounds.spliterator(), false)
                        .map(parameter -> parameter.path("name").asString()))
                .contains("code", "state", "sort", "limit");
    }

    @Test
    void theOrdersOfAListAreThoseThatItHas() {
        var sort = StreamSupport.stream(list("members").path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("name").asString().equals("sort"))
                .findFirst()
                .orElseThrow();

        assertThat(sort.path("required").asBoolean()).isFalse();
        assertThat(sort.at("/schema/enum").toString()).contains("\"country\"", "\"-joined\"");
    }

    @Test
    void theAnswerOfAListHasItsRowsInIt() {
        var page = schema(list("activities").at("/responses/200/content/application~1json/schema"));
        var row = schema(page.at("/properties/items/items"));

        assertThat(page.path("properties").propertyNames()).containsExactlyInAnyOrder("items", "total", "next");
        assertThat(row.path("properties").propertyNames()).contains("hosts", "visitors", "precision", "participants");
        assertThat(schema(schema(list("partnerships").at("/responses/200/content/application~1json/schema"))
                                .at("/properties/items/items"))
                        .path("properties")
                        .propertyNames())
                .contains("members", "topics")
                .doesNotContain("visitors");
    }

    @ParameterizedTest
    @CsvSource({
        "activities, mode, in-person online hybrid",
        "activities, status, proposed planned held postponed cancelled",
        "agreements, precision, day month year period none",
        "partnerships, status, listed active closed"
    })
    void aColumnOfAFewCodesNamesAllOfThem(String list, String column, String codes) {
        var row = schema(schema(list(list).at("/responses/200/content/application~1json/schema"))
                .at("/properties/items/items"));
        var property = row.path("properties").path(column);
        var named = property.has("anyOf") ? property.path("anyOf").get(0) : property;

        assertThat(named.path("enum")).extracting(JsonNode::asString).containsExactly(codes.split(" "));
        assertThat(StreamSupport.stream(list(list).path("parameters").spliterator(), false)
                        .filter(parameter -> parameter.path("name").asString().equals(column))
                        .allMatch(parameter -> parameter.at("/schema/enum").size() == codes.split(" ").length))
                .isTrue();
    }

    @Test
    void aSheetIsASheetOfAllRows() {
        assertThat(list("members").at("/responses/200/content").propertyNames())
                .contains("application/json", "text/csv", Sheet.XLSX);
        assertThat(list("members.csv").at("/responses/200/content").propertyNames())
                .containsExactly("text/csv");
        assertThat(parameters("members.csv")).contains("country").doesNotContain("limit", "offset");
    }

    /** But what stands in a record within the row, which a sheet lays out flat. */
    @Test
    void aColumnOfASheetIsCalledAsTheProperty() {
        var others = new TreeSet<String>();
        for (var listing : listings) {
            for (var address : listing.addresses()) {
                if (address.startsWith("/api/v1/") && !address.contains("{")) {
                    var row = schema(schema(list(address.substring("/api/v1/".length()))
                                    .at("/responses/200/content/application~1json/schema"))
                            .at("/properties/items/items"));
                    listing.sheet().columns().stream()
                            .map(Sheet.Column::name)
                            .filter(name ->
                                    !row.path("properties").has(JdbcUtils.convertUnderscoreNameToPropertyName(name)))
                            .forEach(name -> others.add(listing.sheet().name() + " " + name));
                }
            }
        }

        assertThat(others)
                .containsExactlyInAnyOrder(
                        "activities host_city",
                        "activities host_country",
                        "activities host_place",
                        "activities participants_max",
                        "activities participants_min",
                        "activities visiting_city",
                        "partnerships countries",
                        "questions chosen");
    }

    @Test
    void aFormerNameGoesOnBeingAnsweredAndSaysTheNewOne() throws UnsupportedEncodingException {
        var member = json.readTree(programs.get()
                .uri("/api/v1/members/busan")
                .exchange()
                .getResponse()
                .getContentAsByteArray());
        var row = schema(schema(list("members").at("/responses/200/content/application~1json/schema"))
                .at("/properties/items/items"));

        assertThat(member.path("nameLocal").asString())
                .isEqualTo("부산")
                .isEqualTo(member.path("localName").asString());
        assertThat(row.at("/properties/localName/deprecated").asBoolean()).isTrue();
        assertThat(row.at("/properties/nameLocal").has("deprecated")).isFalse();
    }

    @Test
    void saysWhatItDescribes() {
        assertThat(api.at("/openapi").asString()).startsWith("3.1");
        assertThat(api.at("/info/title").asString()).isEqualTo("Interurban");
        assertThat(api.at("/info/version").asString()).isEqualTo("v1");
        assertThat(api.at("/info/description").asString()).contains("\"next\"");
    }

    private JsonNode list(String name) {
        var list = api.path("paths").path("/api/v1/" + name).path("get");
        assertThat(list.path("operationId").asString()).isEqualTo(name);
        return list;
    }

    private List<String> parameters(String list) {
        return StreamSupport.stream(list(list).path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    private JsonNode schema(JsonNode reference) {
        var name = reference.path("$ref").asString();
        assertThat(name).startsWith("#/components/schemas/");
        return api.at(name.substring(1));
    }
}
