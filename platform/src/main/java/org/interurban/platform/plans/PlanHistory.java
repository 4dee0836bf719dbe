package org.interurban.platform.plans;

import java.util.List;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of agreements, actions and templates of plans. */
@Configuration(proxyBeanMethods = false)
class PlanHistory {

    @Bean
    RecordHistory historyOfAgreements(Plans plans) {
        return RecordHistory.of("agreement", "agreement", PlanPermission.AGREEMENTS_EDIT)
                .within(code -> plans.agreement(code)
                        .map(found -> List.of(plans.scopes(found.programme(), found.partnership()))))
                .withParts("agreement", "agreement_party");
    }

    @Bean
    RecordHistory historyOfActions(Plans plans) {
        return RecordHistory.of("action", "plan_item", PlanPermission.PLANS_EDIT)
                .within(code ->
                        plans.action(code).map(found -> List.of(plans.scopes(found.programme(), found.partnership()))));
    }

    @Bean
    RecordHistory historyOfTemplates() {
        return RecordHistory.of("plan-template", "plan_template", PlanPermission.PLANS_EDIT)
                .withParts("template", "plan_template_step");
    }
}
