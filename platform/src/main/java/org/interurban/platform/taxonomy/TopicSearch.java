package org.interurban.platform.taxonomy;

import java.util.Map;
import org.interurban.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** Topics of all taxonomies, as they are found. */
@Component
class TopicSearch implements SearchSource {

    @Override
    public String kind() {
        return "topic";
    }

    @Override
    public Map<String, String> touchedBy() {
        return Map.of(
                "topic",
                "select x.code || '.' || (changed.keys ->> 'code') from taxonomy x where x.id = (changed.keys ->>"
                        + " 'taxonomy')::uuid",
                "taxonomy",
                """
                select x.code || '.' || t.code from topic t join taxonomy x on x.id = t.taxonomy
                 where x.id = (changed.keys ->> 'id')::uuid
                """,
                "programme",
                """
                select x.code || '.' || t.code from topic t join taxonomy x on x.id = t.taxonomy
                 where x.programme = changed.keys ->> 'code'
                """);
    }

    @Override
    public String sql() {
        return """
            select x.code || '.' || t.code, '/topics/' || x.code || '/' || t.code, search_text(t.label, t.label_translations),
                   search_text(x.name, x.name_translations), t.alternatives || t.code::text, '{}'::text[],
                   s.everyone, s.permission, s.scopes
              from topic t join taxonomy x on x.id = t.taxonomy join taxonomy_seen_by s on s.id = x.id
            """;
    }
}
