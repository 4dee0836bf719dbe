package org.interurban.platform.taxonomy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds, among topics that are to be added, those that may well be there already in other words. */
@Repository
class AlikeTopics {

    /** Of the three-letter pieces of two names, the share in common from which they are asked about. */
    private static final double ALIKE = 0.6;

    /** @param known what it is much like: a topic of the list, one of its other words, or an earlier line */
    record Doubt(String written, String known) implements Serializable {}

    /** What was pasted, sorted: topics that are new, that may be there already, that are there. */
    record Sorted(List<PastedTopic> fresh, List<Doubt> doubts, List<String> known) {

        /** With those of which somebody said that they are meant. */
        List<PastedTopic> with(List<String> sure) {
            return fresh.stream()
                    .filter(topic -> sure.contains(topic.label())
                            || doubts.stream()
                                    .noneMatch(doubt -> doubt.written().equals(topic.label())))
                    .toList();
        }
    }

    private final JdbcClient sql;
    private final TopicEntries entries;

    AlikeTopics(JdbcClient sql, TopicEntries entries) {
        this.sql = sql;
        this.entries = entries;
    }

    /** @param list its code; empty for one that is to be made */
    Sorted sort(String list, List<PastedTopic> pasted) {
        var names = new LinkedHashMap<String, String>();
        entries.of(list)
                .forEach(entry -> Stream.concat(Stream.of(entry.label().original()), entry.alternatives().stream())
                        .forEach(word -> names.putIfAbsent(PastedTopic.key(word), word)));
        var fresh = new ArrayList<PastedTopic>();
        var known = new ArrayList<String>();
        var written = new LinkedHashMap<String, String>();
        for (var topic : pasted) {
            var key = PastedTopic.key(topic.label());
            if (names.containsKey(key) || written.putIfAbsent(key, topic.label()) != null) {
                known.add(topic.label());
            } else {
                fresh.add(topic);
            }
        }
        return new Sorted(fresh, doubts(names, written), known);
    }

    private List<Doubt> doubts(Map<String, String> names, Map<String, String> written) {
        return sql.sql("""
            with fresh as (select * from unnest(:fresh, :written) with ordinality as f (key, word, place)),
                 known as (select key, word, 0 as place from unnest(:keys, :names) as k (key, word)
                           union all select key, word, place from fresh)
            select f.word as written, k.word as known
              from fresh f
              join lateral (select k.word from known k
                             where k.place < f.place and similarity(k.key, f.key) >= :alike
                             order by similarity(k.key, f.key) desc, k.place limit 1) k on true
             order by f.place
            """)
                .param("fresh", written.keySet().toArray(String[]::new))
                .param("written", written.values().toArray(String[]::new))
                .param("keys", names.keySet().toArray(String[]::new))
                .param("names", names.values().toArray(String[]::new))
                .param("alike", ALIKE)
                .query(Doubt.class)
                .list();
    }
}
