package org.interurban.platform.plans;

import java.util.Collection;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.Aspect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of agreements and actions follows the reading that a person chose. */
@Configuration
class PlanAspects {

    private final JdbcClient sql;

    PlanAspects(JdbcClient sql) {
        this.sql = sql;
    }

    @Bean
    Aspect statusOfAgreement() {
        return oneOf(Coded.codes(AgreementStatus.class), new Aspect("agreement", "status", set("agreement", "status")));
    }

    @Bean
    Aspect subjectOfAgreement() {
        return new Aspect("agreement", "subject", set("agreement", "subject"));
    }

    @Bean
    Aspect kindOfAction() {
        return oneOf(Coded.codes(ActionKind.class), new Aspect("plan-item", "kind", set("plan_item", "kind")));
    }

    private static Aspect oneOf(Collection<String> codes, Aspect aspect) {
        return new Aspect(aspect.kind(), aspect.name(), (code, value, chosen) -> {
            if (codes.contains(value)) {
                aspect.follow().write(code, value, chosen);
            }
        });
    }

    private Aspect.Follow set(String table, String column) {
        return (code, value, chosen) -> sql.sql("""
                update %1$s set %2$s = :value, version = version + 1 where code = :code and %2$s is distinct from :value
                """.formatted(table, column))
                .param("value", value)
                .param("code", code)
                .update();
    }
}
