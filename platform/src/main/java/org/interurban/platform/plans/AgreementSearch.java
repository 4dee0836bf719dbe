package org.interurban.platform.plans;

import java.util.Map;
import org.interurban.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** Agreements as they are found: by title, subject and parties. */
@Component
class AgreementSearch implements SearchSource {

    @Override
    public String kind() {
        return "agreement";
    }

    @Override
    public Map<String, String> touchedBy() {
        return Map.of(
                "agreement",
                "select changed.keys ->> 'code'",
                "agreement_party",
                "select g.code from agreement g where g.id = (changed.keys ->> 'agreement')::uuid",
                "organisation_name",
                """
                select g.code from agreement g join agreement_party y on y.agreement = g.id
                 where y.organisation = (changed.keys ->> 'organisation')::uuid
                """,
                "partnership",
                "select g.code from agreement g where g.partnership = (changed.keys ->> 'id')::uuid",
                "partnership_member",
                "select g.code from agreement g where g.partnership = (changed.keys ->> 'partnership')::uuid",
                "programme",
                "select g.code from agreement g where g.programme = (changed.keys ->> 'id')::uuid");
    }

    @Override
    public String sql() {
        return """
            select g.code, '/agreements/' || g.code, search_text(g.title, g.title_translations),
                   search_text(g.subject, g.subject_translations), array[g.code::text],
                   array_remove(array[p.name, p.abbreviation, b.name, g.place], null)
                     || array(select distinct y.name from agreement_party y where y.agreement = g.id)
                     || array(select distinct n.name from agreement_party y join organisation_alias n on n.organisation = y.organisation
                               where y.agreement = g.id),
                   s.everyone, s.permission, s.scopes
              from agreement g
              join agreement_seen_by s on s.id = g.id
              left join programme_brief p on p.id = g.programme
              left join partnership_brief b on b.id = g.partnership
            """;
    }
}
