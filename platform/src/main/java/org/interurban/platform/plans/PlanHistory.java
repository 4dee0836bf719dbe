package org.interurban.platform.plans;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of agreements, actions and templates of plans. */
@Configuration(proxyBeanMethods = false)
class PlanHistory {

    private final Plans plans;

    PlanHistory(Plans plans) {
        this.plans = plans;
    }

    @Bean
    RecordHistory historyOfAgreements() {
        return new RecordHistory(
                "agreement",
                "agreement",
                PlanPermission.AGREEMENTS_EDIT,
                code -> plans.agreement(code)
                        .map(agreement -> List.of(plans.scopes(agreement.programme(), agreement.partnership()))),
                Map.of("agreement_party", "agreement"));
    }

    @Bean
    RecordHistory historyOfActions() {
        return new RecordHistory(
                "action",
                "plan_item",
                PlanPermission.PLANS_EDIT,
                code -> plans.action(code)
                        .map(action -> List.of(plans.scopes(action.programme(), action.partnership()))),
                Map.of());
    }

    @Bean
    RecordHistory historyOfTemplates() {
        return new RecordHistory(
                "plan-template",
                "plan_template",
                PlanPermission.PLANS_EDIT,
                code -> Optional.of(List.of()),
                Map.of("plan_template_step", "template"));
    }
}
