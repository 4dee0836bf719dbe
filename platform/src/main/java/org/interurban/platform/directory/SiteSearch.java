package org.interurban.platform.directory;

import java.util.Map;
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
    public Map<String, String> touchedBy() {
        return Map.of(
                "site",
                "select changed.keys ->> 'code'",
                "organisation",
                "select s.code from site s where s.organisation = (changed.keys ->> 'id')::uuid",
                "organisation_name",
                "select s.code from site s where s.organisation = (changed.keys ->> 'organisation')::uuid",
                "participant",
                "select s.code from site s where s.organisation = (changed.keys ->> 'organisation')::uuid");
    }

    @Override
    public String sql() {
        return """
            select s.code, case when o.local_government then '/cities/' else '/organisations/' end || o.code,
                   search_text(s.name, s.name_translations), '{}'::jsonb, '{}'::text[],
                   array(select n.name from organisation_name n where n.organisation = o.id order by n.name),
                   w.everyone, w.permission, w.scopes
              from site s join organisation o on o.id = s.organisation join organisation_seen_by w on w.id = o.id
            """;
    }
}
