package org.interurban.platform.activities;

import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dates that wait for an answer of the partner city. */
@Component
public class ProposedDates {

    private final JdbcClient sql;

    ProposedDates(JdbcClient sql) {
        this.sql = sql;
    }

    /** The name of the city for which the person may answer; whoever kept the record last proposed its date and may not. */
    public Optional<String> awaits(Person person, String activity, Locale locale) {
        var cities = person.assignments().stream()
                .filter(held ->
                        held.scope().kind() == Scope.Kind.CITY && held.role().grants(Permission.ACTIVITIES_EDIT))
                .map(held -> held.scope().id())
                .toArray(Scope.Id[]::new);
        if (cities.length == 0) {
            return Optional.empty();
        }
        return sql.sql("""
            select in_language(o.name, o.name_translations, :language)
              from activity a
              join partnership_member_view m on m.partnership = a.partnership and m.left_on is null
              join organisation_brief o on o.id = m.organisation
             where a.code = :activity and a.status = 'proposed' and a.from_on is not null
               and m.organisation = any(:cities)
               and :person is distinct from (select t.actor from act_brief t
                                              where t.subject_kind = 'activity' and t.subject_key = a.code
                                              order by t.id desc limit 1)
             order by m.side limit 1
            """)
                .param("activity", activity)
                .param("language", locale.getLanguage())
                .param("cities", cities)
                .param("person", person.account())
                .query(String.class)
                .optional();
    }
}
