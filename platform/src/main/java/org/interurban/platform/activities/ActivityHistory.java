package org.interurban.platform.activities;

import java.util.List;
import java.util.Map;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of activities. */
@Configuration(proxyBeanMethods = false)
class ActivityHistory {

    private final Activities activities;

    ActivityHistory(Activities activities) {
        this.activities = activities;
    }

    @Bean
    RecordHistory historyOfActivities() {
        return new RecordHistory(
                "activity",
                "activity",
                ActivityPermission.ACTIVITIES_EDIT,
                code -> activities.find(code).map(activity -> List.of(activities.scopes(activity))),
                Map.of());
    }
}
