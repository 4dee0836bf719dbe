package org.interurban.platform.membership;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of memberships. */
@Configuration(proxyBeanMethods = false)
class MemberHistory {

    @Bean
    RecordHistory historyOfMembers() {
        return new RecordHistory(
                "member",
                "member",
                MembershipPermission.MEMBERS_EDIT,
                code -> Optional.of(List.of()),
                Map.of());
    }
}
