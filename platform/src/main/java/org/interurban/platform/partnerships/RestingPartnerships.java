package org.interurban.platform.partnerships;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.participants.RestsOnParticipants;
import org.interurban.platform.programmes.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The partnerships of a programme that are not closed and to which the bodies belong. */
@Component
class RestingPartnerships implements RestsOnParticipants {

    private final JdbcClient sql;

    RestingPartnerships(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Thing> of(ProgrammeId programme, Collection<String> organisations, Locale locale) {
        return sql.sql("""
            select p.code, in_language(p.name, p.name_translations, :language) as name
              from partnership p
             where p.programme = :programme and p.status <> 'closed'
               and exists (select from partnership_member m join organisation_brief o on o.id = m.organisation
                            where m.partnership = p.id and m.left_on is null and o.code = any(:organisations))
             order by lower(p.name), p.code
            """)
                .param("language", locale.getLanguage())
                .param("programme", programme.value())
                .param("organisations", organisations.toArray(String[]::new))
                .query((rs, row) ->
                        new Thing("partnership", rs.getString("name"), "/partnerships/" + rs.getString("code")))
                .list();
    }
}
