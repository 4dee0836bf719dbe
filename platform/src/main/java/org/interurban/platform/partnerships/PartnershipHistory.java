package org.interurban.platform.partnerships;

import java.util.List;
import java.util.Map;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of partnerships. */
@Configuration(proxyBeanMethods = false)
class PartnershipHistory {

    private final Partnerships partnerships;

    PartnershipHistory(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    @Bean
    RecordHistory historyOfPartnerships() {
        return new RecordHistory(
                "partnership",
                "partnership",
                PartnershipPermission.PARTNERSHIP_EDIT,
                code -> partnerships.idOf(code).map(id -> List.of(partnerships.scopes(id))),
                Map.of("partnership_member", "partnership", "partnership_topic", "partnership"));
    }
}
