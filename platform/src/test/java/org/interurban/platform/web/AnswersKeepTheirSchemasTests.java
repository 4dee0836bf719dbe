package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.interurban.platform.ModuleRecords;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.pairing.RoundHttp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the interface answers, held against the schemas that it publishes: every list, and every record that a list names. */
@PlatformTest
@Transactional
class AnswersKeepTheirSchemasTests {

    private static final String ROOT = "/api/v1/";

    @Autowired
    MockMvcTester programs;

    @Autowired
    JdbcClient sql;

    @Autowired
    JsonMapper json;

    @Autowired
    WholeSample sample;

    private RequestPostProcessor officer;
    private ObjectNode api;
    private UUID round;

    @BeforeEach
    void readDescription() throws Exception {
        sample.load();
        ModuleRecords.make(sql);
        officer = TestPeople.holding(sql, Role.ADMINISTRATOR);
        round = new RoundHttp(programs, officer).create("IURC", "eu", "non-eu", "TOTAL");
        api = (ObjectNode) answer("/api/v1/openapi");
        api.path("components").path("schemas").forEach(AnswersKeepTheirSchemasTests::close);
    }

    /** What stands in an answer and not in its schema is a fault here, though programs are told that more may come. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    @Test
    void everyListAndEveryRecordIsAsItsSchemaSays() throws Exception {
        var faults = new ArrayList<String>();
        var asked = new ArrayList<String>();
        for (var path : paths().entrySet()) {
            var schema = schema(path.getValue());
            for (var address : addresses(path.getKey())) {
                asked.add(path.getKey());
                schema.validate(answer(address)).stream()
                        .limit(3)
                        .forEach(fault ->
                                faults.add(address + " " + fault.getInstanceLocation() + ": " + fault.getMessage()));
            }
        }

        assertThat(faults).isEmpty();
        assertThat(asked).as("paths without an answer").containsAll(paths().keySet());
    }

    @Test
    void aWrongAnswerIsFound() throws Exception {
        var member = schema(paths().get("/api/v1/members/{code}"));
        var answer = (ObjectNode) answer("/api/v1/members/busan");

        assertThat(member.validate(answer)).isEmpty();
        answer.put("unheard", 1);
        assertThat(member.validate(answer)).isNotEmpty();
        answer.remove("unheard");
        answer.remove(answer.propertyNames().iterator().next());
        assertThat(member.validate(answer)).isNotEmpty();
    }

    /** Where JSON is answered, with what it is to be. */
    private Map<String, JsonNode> paths() {
        var paths = new TreeMap<String, JsonNode>();
        api.path("paths").properties().forEach(path -> {
            var schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                paths.put(path.getKey(), schema);
            }
        });
        return paths;
    }

    private Schema schema(JsonNode published) {
        var schema = json.createObjectNode();
        schema.set("$ref", published.path("$ref"));
        schema.set("components", api.path("components"));
        assertThat(published.path("$ref").asString()).startsWith("#/components/schemas/");
        return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(schema);
    }

    /** The pages of a list, or the records that the list above names. */
    private List<String> addresses(String path) throws UnsupportedEncodingException {
        if (path.equals(ROOT + "places")) {
            return List.of(path + "?country=KR");
        }
        if (path.equals(ROOT + "search")) {
            return List.of(path + "?q=seoul", path + "?q=nothing-of-the-kind");
        }
        if (path.equals(ROOT + "programmes/{code}/rounds")) {
            return List.of(ROOT + "programmes/IURC/rounds");
        }
        if (path.equals(ROOT + "rounds/{id}")) {
            return List.of(ROOT + "rounds/" + round);
        }
        if (!path.contains("{")) {
            return List.of(path, path + "?limit=500&lang=ko");
        }
        var list = path.substring(0, path.indexOf("/{"));
        var rest = path.substring(path.indexOf("}") + 1);
        return items(list, rest.isEmpty() ? officer : null) // lines are what everyone sees
                .map(item -> list + "/" + item.path("code").asString() + rest)
                .toList();
    }

    private Stream<JsonNode> items(String list, @Nullable RequestPostProcessor reader)
            throws UnsupportedEncodingException {
        var items = answer(list + "?limit=500", reader).path("items");
        return StreamSupport.stream(items.spliterator(), false);
    }

    private JsonNode answer(String address) throws UnsupportedEncodingException {
        return answer(address, officer);
    }

    private JsonNode answer(String address, @Nullable RequestPostProcessor reader) throws UnsupportedEncodingException {
        var answer = programs.get()
                .uri(address)
                .with(reader == null ? request -> request : reader)
                .exchange();
        assertThat(answer).as(address).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
