package org.interurban.platform.taxonomy;

import java.util.Set;
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
    public Set<String> tables() {
        return Set.of("taxonomy", "topic", "programme");
    }

    @Override
    public String sql() {
        return """
            select x.code || '.' || t.code, '/topics/' || x.code || '/' || t.code, search_text(t.label, t.label_translations),
                   search_text(x.name, x.name_translations), array[t.code::text], '{}'::text[],
                   s.everyone, s.permission, s.scopes
              from topic t join taxonomy x on x.id = t.taxonomy join taxonomy_seen_by s on s.id = x.id
            """;
    }
}
