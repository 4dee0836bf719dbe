package org.interurban.platform.participants;

import java.util.HashMap;
import java.util.Map;
import org.interurban.platform.sheets.Likeness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The topics in which programmes speak by what they are called: a statement that is the name of one is about that topic. */
final class TopicsInWords {

    private static final String SEVERAL = "";

    private final Map<String, Map<String, String>> byProgramme = new HashMap<>();

    private TopicsInWords() {}

    static TopicsInWords read(JdbcClient sql) {
        var topics = new TopicsInWords();
        sql.sql("""
            select p.code, t.written, t.label, w.word
              from programme_topic_list x
              join programme_brief p on p.id = x.programme
              join topic_label t on t.taxonomy = x.taxonomy
              left join lateral (select l.value ->> 'text' as word from jsonb_each(t.label_translations) l
                                 union all select unnest(t.alternatives)) w on true
            """).query(rs -> {
            topics.add(rs.getString("code"), rs.getString("written"), rs.getString("label"));
            topics.add(rs.getString("code"), rs.getString("written"), rs.getString("word"));
        });
        return topics;
    }

    private void add(String programme, String topic, @Nullable String called) {
        if (called != null) {
            byProgramme
                    .computeIfAbsent(programme, key -> new HashMap<>())
                    .merge(Likeness.fold(called), topic, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    /** The interest, with the topic that its statement names where it says none; of several that go by that name none is meant. */
    Map<String, String> withTopic(Map<String, String> interest) {
        var named = byProgramme
                .getOrDefault(interest.getOrDefault("programme", ""), Map.of())
                .getOrDefault(Likeness.fold(interest.getOrDefault("statement", "")), SEVERAL);
        if (interest.containsKey("topic") || named.equals(SEVERAL)) {
            return interest;
        }
        var known = new HashMap<>(interest);
        known.put("topic", named);
        return known;
    }
}
