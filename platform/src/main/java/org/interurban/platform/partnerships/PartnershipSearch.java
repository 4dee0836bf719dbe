package org.interurban.platform.partnerships;

import java.util.Map;
import org.interurban.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** Partnerships as they are found: by their cities in any script, their theme and their programme. */
@Component
class PartnershipSearch implements SearchSource {

    @Override
    public String kind() {
        return "partnership";
    }

    @Override
    public float weight() {
        return 0.9f;
    }

    @Override
    public Map<String, String> touchedBy() {
        return Map.of(
                "partnership",
                "select changed.keys ->> 'code'",
                "partnership_member",
                "select b.code from partnership b where b.id = (changed.keys ->> 'partnership')::uuid",
                "partnership_match",
                "select b.code from partnership b where b.id = (changed.keys ->> 'partnership')::uuid",
                "partnership_topic",
                "select b.code from partnership b where b.id = (changed.keys ->> 'partnership')::uuid",
                "organisation_name",
                """
                select b.code from partnership b join partnership_member m on m.partnership = b.id
                 where m.organisation = (changed.keys ->> 'organisation')::uuid
                """,
                "programme",
                "select b.code from partnership b where b.programme = (changed.keys ->> 'id')::uuid");
    }

    @Override
    public String sql() {
        return """
            select b.code, '/partnerships/' || b.code, search_text(b.name, b.name_translations),
                   search_text(b.theme, b.theme_translations), array[b.code::text],
                   array_remove(array[p.name, p.abbreviation, p.code::text, b.round], null)
                     || array(select distinct n.name from partnership_member m join organisation_alias n on n.organisation = m.organisation
                               where m.partnership = b.id)
                     || array(select t.label from partnership_topic t where t.partnership = b.id and t.chosen)
                     || array(select l.value ->> 'text' from partnership_topic t, jsonb_each(t.label_translations) l
                               where t.partnership = b.id and t.chosen and l.value ->> 'text' is not null)
                     || array(select said from partnership_match x,
                                     unnest(array[x.one_says, x.other_says]
                                       || array(select l.value ->> 'text' from jsonb_each(x.one_says_translations) l)
                                       || array(select l.value ->> 'text' from jsonb_each(x.other_says_translations) l)) said
                               where x.partnership = b.id and said is not null),
                   s.everyone, s.permission, s.scopes
              from partnership b
              join programme_brief p on p.id = b.programme
              join partnership_seen_by s on s.id = b.id
            """;
    }
}
