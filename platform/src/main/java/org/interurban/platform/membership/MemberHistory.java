package org.interurban.platform.membership;

import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of memberships. */
@Configuration(proxyBeanMethods = false)
class MemberHistory {

    @Bean
    RecordHistory historyOfMembers() {
        return RecordHistory.of("member", "member", MembershipPermission.MEMBERS_EDIT);
    }
}
