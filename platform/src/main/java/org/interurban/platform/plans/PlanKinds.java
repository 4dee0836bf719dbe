package org.interurban.platform.plans;

import java.util.Set;
import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What documents tell of in agreements and plans. */
@Configuration
class PlanKinds {

    @Bean
    RecordKinds kindsOfAgreements() {
        return new RecordKinds(
                        Set.of("agreement", "agreement-party"),
                        "select k.code, s.everyone, s.permission, s.scopes from agreement k join agreement_seen_by s on s.id = k.id")
                .named("select code, in_language(title, title_translations, :language) as name from agreement");
    }

    @Bean
    RecordKinds kindsOfTemplates() {
        return new RecordKinds(
                        Set.of("plan-template", "plan-step"),
                        "select code, true as everyone, 'PLANS_EDIT' as permission, '{}'::text[] as scopes from plan_template")
                .named("select code, in_language(name, name_translations, :language) as name from plan_template");
    }

    @Bean
    RecordKinds kindsOfActions() {
        return new RecordKinds(
                        Set.of("plan-item"),
                        "select k.code, s.everyone, s.permission, s.scopes from plan_item k join plan_item_seen_by s on s.id = k.id")
                .named("select code, in_language(statement, statement_translations, :language) as name from plan_item");
    }
}
