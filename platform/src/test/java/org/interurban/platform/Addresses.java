package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of ours that answers a GET, in every format, with the records of its pattern filled in. */
final class Addresses {

    /** Written by a Chromium from the page beside them, and what asks to be let in. */
    private static final List<String> LEFT_OUT = List.of(".pdf", ".png", "/sign-in/demo");

    private static final String NONE = "00000000-0000-7000-8000-000000000000";

    private final Set<String> patterns = new TreeSet<>();
    private final Map<String, List<String>> places = new TreeMap<>();

    Addresses(RequestMappingHandlerMapping mapping) {
        mapping.getHandlerMethods().forEach((request, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.interurban.")
                    && request.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                request.getPathPatternsCondition().getPatternValues().stream()
                        .filter(pattern -> LEFT_OUT.stream().noneMatch(pattern::contains))
                        .forEach(patterns::add);
            }
        });
    }

    /** What is public and whatever else cannot tell a secret. */
    Addresses withPublic() {
        put("/activities/{code}", "/activities/SV-01", "/activities/SV-08");
        put("/agreements/{code}", "/agreements/AG-01");
        put("/activities/kinds/{code}", "/activities/kinds/webinar");
        put("/engagements/{code}", "/engagements/EN-001");
        put("/partnerships/{code}", "/partnerships/IURC-Seoul-Dublin", "/partnerships/IURC-Busan-Rotterdam");
        put("/programmes/{code}", "/programmes/IURC", "/programmes/OPENCHILD", "/programmes/IUC");
        put("/actions/{code}", "/actions/IURC-Seoul-Dublin-01");
        put("/plan-templates/{code}", "/plan-templates/ucap");
        put("/cities/{code}", "/cities/busan", "/cities/rotterdam", "/cities/tampere", "/cities/dublin");
        put("/organisations/{code}", "/organisations/european-union");
        put("/{list:cities|organisations}/{code}", "/cities/busan", "/cities/tampere");
        put("/members/{code}", "/members/busan");
        put("/documents/{code}", "/documents/citynet-eu-brochure");
        put(
                "/history/of/{kind}/{code}",
                "/history/of/partnership/IURC-Busan-Rotterdam",
                "/history/of/organisation/busan");
        put("/questions/{code}", "/questions/CF-13");
        put("/conclusions/{kind}/{code}", "/conclusions/agreement/AG-02", "/conclusions/activity/SV-01");
        put("/countries/{code}", "/countries/KR");
        put("/topics/{taxonomy}/{code}", "/topics/sdg/SDG-11");
        put("/topic-lists/{list}", "/topic-lists/sdg");
        put("/enquiries/{code}", "/enquiries/nowhere");
        put("/answer/{token}", "/answer/none");
        put("/print/{token}", "/print/none");
        put("/pictures/{*place}", "/pictures/network/logo");
        for (var kind : List.of("accounts", "people", "contacts", "outbox", "jobs", "sheets", "rounds")) {
            put("/" + kind + "/{id}", "/" + kind + "/" + NONE);
        }
        put(
                "/sheets/of/{target}.xlsx",
                "/sheets/of/engagements.xlsx",
                "/sheets/of/agreements.xlsx",
                "/sheets/of/activities.xlsx",
                "/sheets/of/topics.xlsx");
        put("/history/{table}/{key}", "/history/organisation/" + NONE);
        ModuleRecords.secrets().forEach(kind -> put(kind.list() + "/{code}", kind.example()));
        return this;
    }

    /** The records that hold secrets. */
    Addresses withHidden(JdbcClient sql) {
        put("/activities/{code}", found(sql, "/activities/", "select code from activity where code like 'zqc%'"));
        put("/agreements/{code}", found(sql, "/agreements/", "select code from agreement where code like 'zqc%'"));
        put("/engagements/{code}", found(sql, "/engagements/", "select code from engagement where code like 'zqc%'"));
        put(
                "/partnerships/{code}",
                found(sql, "/partnerships/", "select code from partnership where code like 'zqc%'"));
        ModuleRecords.secrets().forEach(secret -> put(secret.list() + "/{code}", secret.page()));
        put("/programmes/{code}", "/programmes/zqcprogramme");
        put("/enquiries/{code}", "/enquiries/zqenquiry");
        put("/actions/{code}", found(sql, "/actions/", "select code from plan_item where code like 'zqc%'"));
        put("/topics/{taxonomy}/{code}", "/topics/zqctaxonomy/zqctaxonomy");
        put("/questions/{code}", found(sql, "/questions/", "select code from question where code like 'ZZ-%'"));
        put("/accounts/{id}", found(sql, "/accounts/", "select id from account where name like 'zqask%'"));
        put("/people/{id}", found(sql, "/people/", "select id from person where code like 'zqc%'"));
        put("/contacts/{id}", found(sql, "/contacts/", "select id from post where title like 'zqask%' order by id"));
        put("/outbox/{id}", found(sql, "/outbox/", "select id from mail_message where subject like 'zqask%'"));
        put("/jobs/{id}", found(sql, "/jobs/", "select id from job where problem like 'zqask%'"));
        put("/sheets/{id}", found(sql, "/sheets/", "select id from sheet_import where file_name like 'zqask%'"));
        put("/rounds/{id}", found(sql, "/rounds/", "select id from pairing_round where name like 'zqask%'"));
        put(
                "/history/{table}/{key}",
                found(
                        sql,
                        "/history/",
                        "select distinct table_name || '/' || row_key from row_history where before::text like"
                                + " '%zq%'"));
        return this;
    }

    private static String[] found(JdbcClient sql, String before, String query) {
        return sql.sql(query).query(String.class).list().stream()
                .map(key -> before + key)
                .toArray(String[]::new);
    }

    /** Under the interface's address as well. */
    private void put(String pattern, String... filled) {
        var all = places.computeIfAbsent(pattern, none -> new ArrayList<>());
        all.addAll(List.of(filled));
        var inApi = places.computeIfAbsent("/api/v1" + pattern, none -> new ArrayList<>());
        Stream.of(filled).map(address -> "/api/v1" + address).forEach(inApi::add);
    }

    /** Those without a variable: lists, forms, feeds. */
    List<String> lists() {
        return patterns.stream().filter(pattern -> !pattern.contains("{")).toList();
    }

    List<String> ofRecords() {
        var all = new LinkedHashSet<String>();
        for (var pattern : patterns) {
            if (pattern.contains("{")) {
                var filled = new ArrayList<String>();
                places.forEach((place, values) -> {
                    if (pattern.startsWith(place)) {
                        values.forEach(value -> filled.add(rest(value + pattern.substring(place.length()))));
                    }
                });
                assertThat(filled.stream().filter(address -> !address.contains("{")))
                        .as("records for %s: say what stands for its variables", pattern)
                        .isNotEmpty();
                all.addAll(filled);
            }
        }
        return List.copyOf(all);
    }

    /** A city of the round, or of the programme. */
    private static String rest(String address) {
        return address.replace("{group}", "eu")
                .replace("{id}", NONE)
                .replace("{code}", "busan")
                .replace("{organisation}", "busan");
    }
}
