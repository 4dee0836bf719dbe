package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.house.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Programs and sheets of people rest on the columns of each list: they stay as they are kept beside this test. */
@PlatformTest
@Transactional
class KeptListsTests {

    private static final String KEPT = "lists.txt";

    /** Those whose rows differ from run to run. */
    private static final List<String> ONLY_HEADINGS = List.of(
            "/api/v1/search?q=seoul",
            "/api/v1/programmes/IURC/rounds",
            "/programmes/IURC/rounds",
            "/accounts",
            "/audit",
            "/outbox");

    private static final List<String> WITH_A_ROW = List.of(
            "/api/v1/programmes",
            "/api/v1/partnerships",
            "/api/v1/activities",
            "/api/v1/agreements",
            "/api/v1/members",
            "/api/v1/cities",
            "/api/v1/organisations",
            "/api/v1/countries",
            "/api/v1/topics",
            "/api/v1/taxonomies",
            "/api/v1/documents",
            "/api/v1/questions",
            "/api/v1/places?country=KR",
            "/programmes/IURC/participants",
            "/activities?q=SV-01",
            "/partnerships?q=seoul",
            "/programmes?q=IURC",
            "/members?q=seoul");

    @Autowired
    MockMvcTester programs;

    @Autowired
    JsonMapper json;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @Test
    void everyListKeepsItsColumnsAndTheirOrder() throws IOException {
        var found = new StringJoiner("\n", "", "\n");
        for (var list : ONLY_HEADINGS) {
            found.add(list + "\n  " + sheet(list).getFirst());
        }
        for (var list : WITH_A_ROW) {
            var rows = sheet(list);
            found.add(list + "\n  " + rows.getFirst() + "\n  " + rows.get(1));
            if (list.startsWith("/api/")) {
                var answer = json.readTree(text(list + (list.contains("?") ? "&" : "?") + "limit=1"));
                found.add("  " + answer.path("items").path(0));
            }
        }
        if (House.writes()) {
            Files.writeString(House.kept(KEPT), found.toString());
        }

        assertThat(found.toString()).isEqualTo(Files.readString(House.kept(KEPT)));
    }

    private List<String> sheet(String list) {
        var question = list.indexOf('?');
        var address = question < 0 ? list + ".csv" : list.substring(0, question) + ".csv" + list.substring(question);
        return text(address).substring(1).lines().limit(2).toList();
    }

    private String text(String address) {
        var answer =
                programs.get().uri(address).with(Acting.as(Role.ADMINISTRATOR)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return new String(Objects.requireNonNull(answer.getResponse().getContentAsByteArray()), StandardCharsets.UTF_8);
    }
}
