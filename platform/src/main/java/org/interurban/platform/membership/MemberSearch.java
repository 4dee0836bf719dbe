package org.interurban.platform.membership;

import java.util.Map;
import org.interurban.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** Members of the network, as they are found: by the names of their bodies. */
@Component
class MemberSearch implements SearchSource {

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public float weight() {
        return 0.6f;
    }

    @Override
    public Map<String, String> touchedBy() {
        return Map.of(
                "member",
                "select changed.keys ->> 'code'",
                "country",
                """
                select m.code from member m join organisation_brief o on o.id = m.organisation
                 where o.country = changed.keys ->> 'code'
                """,
                "organisation",
                "select m.code from member m where m.organisation = (changed.keys ->> 'id')::uuid",
                "organisation_name",
                "select m.code from member m where m.organisation = (changed.keys ->> 'organisation')::uuid");
    }

    @Override
    public String sql() {
        return """
            select m.code, '/members/' || m.code, search_text(o.name, o.name_translations), '{}'::jsonb,
                   array(select n.name from organisation_alias n where n.organisation = o.id order by n.name),
                   array_remove(c.name || array(select words ->> 'text' from jsonb_path_query(c.name_translations, '$.*') words), null),
                   true, 'RECORDS_READ', '{}'::text[]
              from member m
              join organisation_brief o on o.id = m.organisation
              left join country_brief c on c.code = o.country
            """;
    }
}
