package org.interurban.platform.activities;

import org.interurban.platform.portraits.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be counted of activities. */
@Configuration
class ActivityMeasures {

    @Bean
    Measure visitsHeld() {
        return new Measure(
                "activities.visits-held",
                "/activities?nature=visit&status=held",
                20,
                Measure.By.PARTNERSHIP,
                """
            select a.id, a.from_on as day, c.id as city, c.country, p.theme, a.programme, a.partnership,
                   s.everyone, s.permission, s.scopes
              from activity a
              join activity_seen_by s on s.id = a.id
              join activity_kind k on k.code = a.type
              left join partnership_brief p on p.id = a.partnership
              left join activity_takes_part x on x.activity = a.id
              left join organisation_brief c on c.id = x.organisation
             where k.nature = 'visit' and a.status = 'held'
            """,
                null);
    }
}
