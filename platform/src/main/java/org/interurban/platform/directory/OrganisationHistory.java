package org.interurban.platform.directory;

import org.interurban.platform.audit.RecordHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of the past of cities and organisations. */
@Configuration(proxyBeanMethods = false)
class OrganisationHistory {

    @Bean
    RecordHistory historyOfOrganisations() {
        return RecordHistory.of("organisation", "organisation", DirectoryPermission.DIRECTORY_EDIT)
                .withParts("organisation", "organisation_name", "organisation_fact", "site");
    }
}
