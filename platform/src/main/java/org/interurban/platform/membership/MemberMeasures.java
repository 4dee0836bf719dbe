package org.interurban.platform.membership;

import org.interurban.platform.portraits.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be counted of the members. */
@Configuration
class MemberMeasures {

    @Bean
    Measure membership() {
        return new Measure("membership.count", "/members", 10, Measure.By.COUNTRY, """
            select m.id, make_date(m.joined_year, 1, 1) as day, o.id as city, o.country, null as theme,
                   null::uuid as programme, null::uuid as partnership, true as everyone, '' as permission, '{}'::text[] as scopes
              from member m join organisation_brief o on o.id = m.organisation
            """, null);
    }
}
