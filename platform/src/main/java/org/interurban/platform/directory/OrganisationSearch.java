package org.interurban.platform.directory;

import java.util.Map;
import org.interurban.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** Bodies that are no cities, as they are found. */
@Component
class OrganisationSearch implements SearchSource {

    /** What changes a document of a city or another body: its row, its names, its country, and the programmes that see it before others. */
    static final Map<String, String> TOUCHED = Map.of(
            "country",
            "select o.code from organisation o where o.country = changed.keys ->> 'code'",
            "organisation",
            "select changed.keys ->> 'code'",
            "organisation_name",
            "select o.code from organisation o where o.id = (changed.keys ->> 'organisation')::uuid",
            "participant",
            "select o.code from organisation o where o.id = (changed.keys ->> 'organisation')::uuid");

    @Override
    public String kind() {
        return "organisation";
    }

    @Override
    public Map<String, String> touchedBy() {
        return TOUCHED;
    }

    @Override
    public String sql() {
        return """
            select o.code, '/organisations/' || o.code, search_text(o.name, o.name_translations),
                   search_text(o.description, o.description_translations),
                   array(select n.name from organisation_name n where n.organisation = o.id order by n.name),
                   array_remove(c.name || array(select words ->> 'text' from jsonb_path_query(c.name_translations, '$.*') words), null),
                   s.everyone, s.permission, s.scopes
              from organisation o join organisation_seen_by s on s.id = o.id
              left join country_brief c on c.code = o.country
             where not o.local_government
            """;
    }
}
