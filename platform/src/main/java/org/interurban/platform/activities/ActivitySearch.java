package org.interurban.platform.activities;

import java.util.Set;
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
    public Set<String> tables() {
        return Set.of(
                "activity", "activity_city", "organisation_name", "partnership", "partnership_member", "programme");
    }

    @Override
    public String sql() {
        return """
            select a.code, '/activities/' || a.code, search_text(a.title, a.title_translations),
                   search_text(a.description, a.description_translations), array[a.code::text],
                   array_remove(array[p.name, p.abbreviation, b.name, a.organiser, a.host_name], null) || a.partners
                     || array(select distinct n.name from organisation_alias n
                               where n.organisation in (a.host, a.visitor)
                                  or n.organisation in (select y.organisation from activity_city y where y.activity = a.id)),
                   s.everyone, s.permission, s.scopes
              from activity a
              join activity_seen_by s on s.id = a.id
              left join programme_brief p on p.id = a.programme
              left join partnership_brief b on b.id = a.partnership
            """;
    }
}
