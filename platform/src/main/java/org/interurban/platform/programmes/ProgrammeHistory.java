package org.interurban.platform.programmes;

import java.util.List;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of programmes. */
@Configuration(proxyBeanMethods = false)
class ProgrammeHistory {

    @Bean
    RecordHistory historyOfProgrammes(Programmes programmes) {
        return RecordHistory.of("programme", "programme", ProgrammePermission.PROGRAMME_EDIT)
                .within(code -> programmes.idOf(code).map(id -> List.of(id.scope())))
                .withParts("programme", "programme_body", "programme_theme", "programme_objective", "programme_group");
    }
}
