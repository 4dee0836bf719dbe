package org.interurban.platform.directory;

import java.util.Set;
import org.interurban.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** What can be seen in a city, as it is found. */
@Component
class SiteSearch implements SearchSource {

    @Override
    public String kind() {
        return "site";
    }

    @Override
    public Set<String> tables() {
        return Set.of("site", "organisation", "organisation_name");
    }

    @Override
    public String sql() {
        return """
            select s.code, case when o.local_government then '/cities/' else '/organisations/' end || o.code,
                   search_text(s.name, s.name_translations), '{}'::jsonb, '{}'::text[],
                   array(select n.name from organisation_name n where n.organisation = o.id order by n.name),
                   true, 'RECORDS_READ', '{}'::text[]
              from site s join organisation o on o.id = s.organisation
            """;
    }
}
