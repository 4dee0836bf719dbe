package org.interurban.platform.activities;

import java.util.Map;
import org.interurban.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** Activities as they are found: by title, host, visitor and partnership. */
@Component
class ActivitySearch implements SearchSource {

    @Override
    public String kind() {
        return "activity";
    }

    @Override
    public float weight() {
        return 0.3f;
    }

    @Override
    public Map<String, String> touchedBy() {
        return Map.of(
                "activity",
                "select changed.keys ->> 'code' union select a.code from activity a where a.parent = (changed.keys ->> 'id')::uuid",
                "activity_city",
                "select a.code from activity a where a.id = (changed.keys ->> 'activity')::uuid",
                "organisation_name",
                """
                select a.code from activity a
                 where exists (select from activity_takes_part y
                                where y.activity = a.id and y.organisation = (changed.keys ->> 'organisation')::uuid)
                """,
                "partnership",
                "select a.code from activity a where a.partnership = (changed.keys ->> 'id')::uuid",
                "partnership_member",
                "select a.code from activity a where a.partnership = (changed.keys ->> 'partnership')::uuid",
                "programme",
                "select a.code from activity a where a.programme = (changed.keys ->> 'id')::uuid");
    }

    @Override
    public String sql() {
        return """
            select a.code, '/activities/' || a.code, search_text(a.title, a.title_translations),
                   search_text(a.description, a.description_translations), array[a.code::text],
                   array_remove(array[p.name, p.abbreviation, b.name, a.organiser, a.host_name], null) || a.partners
                     || array(select distinct n.name from organisation_alias n
                               where n.organisation in (select y.organisation from activity_takes_part y where y.activity = a.id)),
                   s.everyone, s.permission, s.scopes
              from activity a
              join activity_seen_by s on s.id = a.id
              left join programme_brief p on p.id = a.programme
              left join partnership_brief b on b.id = a.partnership
            """;
    }
}
