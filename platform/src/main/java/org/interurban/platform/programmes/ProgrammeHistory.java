package org.interurban.platform.programmes;

import java.util.List;
import java.util.Map;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of programmes. */
@Configuration(proxyBeanMethods = false)
class ProgrammeHistory {

    private final Programmes programmes;

    ProgrammeHistory(Programmes programmes) {
        this.programmes = programmes;
    }

    @Bean
    RecordHistory historyOfProgrammes() {
        return new RecordHistory(
                "programme",
                "programme",
                ProgrammePermission.PROGRAMME_EDIT,
                code -> programmes.idOf(code).map(id -> List.of(id.scope())),
                Map.of(
                        "programme_body",
                        "programme",
                        "programme_theme",
                        "programme",
                        "programme_objective",
                        "programme",
                        "programme_group",
                        "programme"));
    }
}
