package org.interurban.platform.activities;

import java.util.List;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of activities. */
@Configuration(proxyBeanMethods = false)
class ActivityHistory {

    @Bean
    RecordHistory historyOfActivities(Activities activities) {
        return RecordHistory.of("activity", "activity", ActivityPermission.ACTIVITIES_EDIT)
                .within(code -> activities.find(code).map(activity -> List.of(activities.scopes(activity))));
    }
}
