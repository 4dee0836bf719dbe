package org.interurban.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills every text that people write, as long as it may be: wide letters without a space, pictures, marks upon marks, and markup. */
final class LongestTexts {

    /** No page may hold this but escaped. */
    static final String MARKUP = "<i data-raw title='\"&'>";

    /** How long each text may be, by table: as the forms and the database say, else as long as such texts are. */
    private static final Map<String, List<String>> TEXTS = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("account", List.of("name 120")),
            Map.entry(
                    "activity",
                    List.of(
                            "title 300",
                            "organiser 200",
                            "host_name 200",
                            "participants_note 300",
                            "description 4000",
                            "note 2000")),
            Map.entry("agreement", List.of("title 300", "place 200", "subject 1000", "note 2000")),
            Map.entry("agreement_party", List.of("name 200")),
            Map.entry("cluster", List.of("name 200")),
            Map.entry("document", List.of("title 300", "publisher 200", "note 2000")),
            Map.entry("holiday", List.of("name 120")),
            Map.entry("member", List.of("exception 500", "note 2000")),
            Map.entry("membership_rule", List.of("rule 1000", "note 2000")),
            Map.entry("method_step", List.of("method_name 200", "step 300", "note 2000")),
            Map.entry("milestone", List.of("title 300", "description 1000")),
            Map.entry("national_chapter", List.of("name 200", "note 2000")),
            Map.entry("network_figure", List.of("unit 80", "area 200", "note 2000")),
            Map.entry("network_statement", List.of("text 2000")),
            Map.entry(
                    "organisation",
                    List.of(
                            "name 200",
                            "official_name 200",
                            "abbreviation 40",
                            "population_scope 200",
                            "description 4000",
                            "website 300",
                            "note 2000")),
            Map.entry("organisation_fact", List.of("statement 1000", "unit 80", "scope 200")),
            Map.entry("participant", List.of("note 2000")),
            Map.entry("partnership", List.of("name 200", "theme 200", "cohort 40", "coordinator 200", "note 2000")),
            Map.entry("partnership_site", List.of("context 500")),
            Map.entry("partnership_topic", List.of("label 300")),
            Map.entry("plan_item", List.of("statement 500", "note 2000")),
            Map.entry("plan_template", List.of("name 200", "abbreviation 40", "note 2000")),
            Map.entry("plan_template_step", List.of("step 300", "guidance 2000", "note 2000")),
            Map.entry("post", List.of("title 200")),
            Map.entry("profile_line", List.of("statement 500", "evidence 1000")),
            Map.entry("programme", List.of("name 200", "abbreviation 40", "description 4000", "note 2000")),
            Map.entry("programme_group", List.of("name 100")),
            Map.entry("programme_objective", List.of("statement 1000")),
            Map.entry("programme_theme", List.of("label 300", "note 2000")),
            Map.entry("question", List.of("subject 500", "treatment 500")),
            Map.entry("reading", List.of("statement 1000", "reason 500")),
            Map.entry("site", List.of("name 200", "note 2000")),
            Map.entry("taxonomy", List.of("name 200", "note 2000")),
            Map.entry("topic", List.of("label 300", "note 2000")),
            Map.entry("pairing_round", List.of("name 200")),
            Map.entry("pairing_lock", List.of("reason 300")),
            Map.entry("pairing_answer", List.of("reason 1000")),
            Map.entry("mail_message", List.of("subject 200")),
            Map.entry("sheet_import", List.of("file_name 200")),
            Map.entry("job", List.of("problem 500"))));

    private LongestTexts() {}

    static void fill(JdbcClient sql) {
        sql.sql("update organisation set population = 1000, population_qualifier = 'exact' where population is null")
                .update(); // what it counts belongs to a number
        TEXTS.forEach(
                (table, texts) -> texts.forEach(text -> fill(sql, table, text.split(" ")[0], text.split(" ")[1])));
        sql.sql("update organisation set local_name = left(repeat('서울특별시', 40), 200), local_language = 'ko'")
                .update();
        sql.sql("update person set name = left(:markup || repeat('W', 200), 200) where erased_at is null")
                .param("markup", MARKUP)
                .update();
        sql.sql("update programme_body set name = left(:markup || repeat('W', 200), 195) || position")
                .param("markup", MARKUP)
                .update();
    }

    /** Each row another alphabet; in Korean always Hangul. */
    private static void fill(JdbcClient sql, String table, String column, String length) {
        sql.sql("""
            update %1$s set %2$s = left(:markup || repeat(alphabet, 4000), case when octet_length(alphabet) > 20 then %3$s * 5 / 8 else %3$s end)
              from (select ctid as row, (array['W', 'Wide words and narrow ones ', '도시', '👩‍👩‍👧‍👦', 'é̂̃', 'i', E'one\\nEND:VEVENT\\n'])
                             [1 + abs(hashtext(ctid::text)) %% 7] as alphabet from %1$s) as each
             where each.row = %1$s.ctid
            """.formatted(table, column, length)).param("markup", MARKUP).update();
        var translated = sql.sql("""
            select exists (select from information_schema.columns where table_name = ? and column_name = ?)
            """)
                .params(table, column + "_translations")
                .query(Boolean.class)
                .single();
        if (translated) {
            sql.sql("""
                update %1$s set %2$s_translations =
                       with_translation(%2$s_translations, 'ko', left(:markup || repeat('도시협력', 1000), %3$s))
                """.formatted(table, column, length))
                    .param("markup", MARKUP)
                    .update();
        }
    }
}
