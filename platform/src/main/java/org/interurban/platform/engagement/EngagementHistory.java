package org.interurban.platform.engagement;

import java.util.List;
import java.util.Map;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of visits and support between members. */
@Configuration(proxyBeanMethods = false)
class EngagementHistory {

    private final Engagements engagements;

    EngagementHistory(Engagements engagements) {
        this.engagements = engagements;
    }

    @Bean
    RecordHistory historyOfEngagements() {
        return new RecordHistory(
                "engagement",
                "engagement",
                EngagementPermission.ENGAGEMENT_EDIT,
                code -> engagements.find(code).map(engagement -> List.of(engagements.scopes(engagement))),
                Map.of("engagement_step", "engagement", "engagement_topic", "engagement"));
    }
}
