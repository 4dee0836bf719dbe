package org.interurban.platform.partnerships;

import java.util.List;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of partnerships. */
@Configuration(proxyBeanMethods = false)
class PartnershipHistory {

    @Bean
    RecordHistory historyOfPartnerships(Partnerships partnerships) {
        return RecordHistory.of("partnership", "partnership", PartnershipPermission.PARTNERSHIP_EDIT)
                .within(code -> partnerships.idOf(code).map(id -> List.of(partnerships.scopes(id))))
                .withParts("partnership", "partnership_member", "partnership_topic");
    }
}
