package org.interurban.platform.directory;

import java.util.Map;
import org.interurban.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** Cities as they are found: by any of their names, and by country. */
@Component
class CitySearch implements SearchSource {

    @Override
    public String kind() {
        return "city";
    }

    @Override
    public float weight() {
        return 1.5f;
    }

    @Override
    public Map<String, String> touchedBy() {
        return OrganisationSearch.TOUCHED;
    }

    @Override
    public String sql() {
        return """
            select o.code, '/cities/' || o.code, search_text(o.name, o.name_translations),
                   search_text(o.description, o.description_translations),
                   array(select n.name from organisation_name n where n.organisation = o.id order by n.name),
                   array_remove(c.name || array(select words ->> 'text' from jsonb_path_query(c.name_translations, '$.*') words), null),
                   s.everyone, s.permission, s.scopes
              from organisation o join organisation_seen_by s on s.id = o.id
              left join country_brief c on c.code = o.country
             where o.local_government
            """;
    }
}
