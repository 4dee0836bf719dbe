package org.interurban.platform.programmes;

import java.util.HashMap;
import java.util.Map;
import org.interurban.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** Programmes as they are found: by name, short name, themes and participants. */
@Component
class ProgrammeSearch implements SearchSource {

    private final WhoTakesPart who;

    ProgrammeSearch(WhoTakesPart who) {
        this.who = who;
    }

    @Override
    public String kind() {
        return "programme";
    }

    @Override
    public float weight() {
        return 1.2f;
    }

    @Override
    public Map<String, String> touchedBy() {
        var touched = new HashMap<>(who.touched());
        touched.put("programme", "select changed.keys ->> 'code'");
        touched.put(
                "programme_theme", "select p.code from programme p where p.id = (changed.keys ->> 'programme')::uuid");
        return touched;
    }

    @Override
    public String sql() {
        return """
            select p.code, '/programmes/' || p.code, search_text(p.name, p.name_translations),
                   search_text(p.description, p.description_translations),
                   array_remove(array[p.code::text, p.abbreviation], null),
                   array(select distinct w.value
                           from programme_theme h cross join jsonb_each_text(search_text(h.label, h.label_translations)) w
                          where h.programme = p.id and h.chosen)
                     || %s,
                   s.everyone, s.permission, s.scopes
              from programme p join programme_seen_by s on s.id = p.id
            """.formatted(who.names("p.id"));
    }
}
