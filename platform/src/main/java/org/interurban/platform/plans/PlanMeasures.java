package org.interurban.platform.plans;

import org.interurban.platform.portraits.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be counted of agreements. */
@Configuration
class PlanMeasures {

    @Bean
    Measure agreementsMade() {
        return new Measure("plans.agreements-made", "/agreements", 30, Measure.By.PARTNERSHIP, """
            select a.id, a.from_on as day, c.id as city, c.country, p.theme, a.programme, a.partnership,
                   s.everyone, s.permission, s.scopes
              from agreement a
              join agreement_seen_by s on s.id = a.id
              left join partnership_brief p on p.id = a.partnership
              left join agreement_party y on y.agreement = a.id
              left join organisation_brief c on c.id = y.organisation
             where a.status in ('signed', 'declared')
            """, null);
    }
}
