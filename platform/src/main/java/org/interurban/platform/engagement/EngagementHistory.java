package org.interurban.platform.engagement;

import java.util.List;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of visits and support between members. */
@Configuration(proxyBeanMethods = false)
class EngagementHistory {

    @Bean
    RecordHistory historyOfEngagements(Engagements engagements) {
        return RecordHistory.of("engagement", "engagement", EngagementPermission.ENGAGEMENT_EDIT)
                .within(code -> engagements.find(code).map(found -> List.of(engagements.scopes(found))))
                .withParts("engagement", "engagement_step", "engagement_topic");
    }
}
