package org.interurban.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the sample knows of a year of work can be typed into the forms, and is then the same record, field by field. */
@PlatformTest
@LeavesRecords
class EnteredByHandTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void load() {
        sample.load();
    }

    private record Owned(String code, String partnership, String programme) {

        String where() {
            if (!partnership.isEmpty()) {
                return "partnership=" + partnership;
            }
            return programme.isEmpty() ? "network=true" : "programme=" + programme;
        }
    }

    /**
     * @param untyped columns that only files fill so far: remarks of those who read the documents, the meeting that made an action and the
     *     question that touches it
     */
    @ParameterizedTest
    @CsvSource({
        "activity, /activities/, note",
        "agreement, /agreements/, note",
        "plan_item, /actions/, note activity question"
    })
    void whatStandsInTheFormOfARecordMakesTheSameRecordAgain(String table, String page, String untyped) {
        var officer = new FormHttp(port, TestPeople.session(TestPeople.account(sql, Role.PROGRAMME_OFFICER), sessions));
        var faults = new SoftAssertions();
        for (var owned : owned(table)) {
            var typed = officer.open(page + owned.code() + "/edit", page + owned.code() + "/edit");
            var blank = officer.open(page + "new?" + owned.where(), page + "new");
            var own = Stream.of("partnership", "programme", "network", "_csrf", "form")
                    .filter(name -> !blank.value(name).isEmpty())
                    .collect(Collectors.toMap(name -> name, blank::value));

            var answer = officer.post(new FormHttp.Form(blank.action(), typed.fields(), blank.cookie()).with(own));

            faults.assertThat(answer.statusCode()).as(owned.code()).isEqualTo(302);
            if (answer.statusCode() == 302) {
                var made = newest(table);
                faults.assertThat(row(table, made, untyped))
                        .as(owned.code())
                        .isEqualTo(row(table, owned.code(), untyped));
                sql.sql("update %s set removed_at = now() where code = ?".formatted(table))
                        .param(made)
                        .update();
            }
        }
        faults.assertAll();
    }

    private List<Owned> owned(String table) {
        return sql.sql("""
            select t.code, coalesce(p.code, '') as partnership, coalesce(g.code, '') as programme
              from %s t left join partnership p on p.id = t.partnership left join programme g on g.id = t.programme
             where t.removed_at is null order by t.code
            """.formatted(table)).query(Owned.class).list();
    }

    /** The ids follow the time. */
    private String newest(String table) {
        return sql.sql("select code from %s order by id desc limit 1".formatted(table))
                .query(String.class)
                .single();
    }

    /** All of it but what each record has of its own; of translations their words. */
    private Map<String, String> row(String table, String code, String untyped) {
        var row = new TreeMap<String, String>();
        JsonMapper.shared()
                .readTree(sql.sql("select to_jsonb(t)::text from %s t where code = ?".formatted(table))
                        .param(code)
                        .query(String.class)
                        .single())
                .forEachEntry((name, value) -> row.put(
                        name,
                        name.endsWith("_translations")
                                ? value.path("ko").path("text").toString()
                                : value.toString()));
        row.keySet().removeAll(Set.of("id", "code", "version", "position"));
        row.keySet().removeAll(Set.of(untyped.split(" ")));
        return row;
    }
}
