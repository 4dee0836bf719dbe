package org.interurban.platform.activities;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.interurban.platform.authority.AccountId;
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

    /** Who gave the activity the date it has; empty where no account did. */
    Optional<AccountId> proposer(String activity) {
        return sql.sql("select account from activity_proposer where code = :activity")
                .param("activity", activity)
                .query((rs, row) ->
                        Optional.ofNullable(rs.getObject("account", UUID.class)).map(AccountId::new))
                .optional()
                .flatMap(account -> account);
    }

    /** The name of the city for which the person may answer; whoever proposed the date may not. */
    public Optional<String> awaits(Person person, String activity, Locale locale) {
        var cities = person.assignments().stream()
                .filter(held -> held.scope().kind().equals(Scope.Kind.CITY)
                        && ActivityPermission.ACTIVITIES_EDIT.isHeldBy(held.role()))
                .map(held -> held.scope().id())
                .toArray(Scope.Id[]::new);
        if (cities.length == 0
                || proposer(activity)
                        .filter(Predicate.isEqual(person.account()))
                        .isPresent()) {
            return Optional.empty();
        }
        return sql.sql("""
            select in_language(o.name, o.name_translations, :language)
              from activity a
              join activity_meets m on m.activity = a.id
              join organisation_brief o on o.id = m.organisation
             where a.code = :activity and a.status = 'proposed' and a.from_on is not null
               and m.organisation = any(:cities)
             order by 1 limit 1
            """)
                .param("activity", activity)
                .param("language", locale.getLanguage())
                .param("cities", cities)
                .query(String.class)
                .optional();
    }
}
