package org.interurban.platform.plans;

import java.util.Set;
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
    public Set<String> tables() {
        return Set.of(
                "agreement", "agreement_party", "organisation_name", "partnership", "partnership_member", "programme");
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
