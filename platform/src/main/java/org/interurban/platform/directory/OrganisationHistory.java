package org.interurban.platform.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of cities and organisations. */
@Configuration(proxyBeanMethods = false)
class OrganisationHistory {

    @Bean
    RecordHistory historyOfOrganisations() {
        return new RecordHistory(
                "organisation",
                "organisation",
                DirectoryPermission.DIRECTORY_EDIT,
                code -> Optional.of(List.of()),
                Map.of("organisation_name", "organisation", "organisation_fact", "organisation", "site", "organisation"));
    }
}
