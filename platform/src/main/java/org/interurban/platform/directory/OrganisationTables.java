package org.interurban.platform.directory;

import org.interurban.platform.archive.RecordTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The files {@code cities.csv} and {@code organisations.csv}. */
@Configuration(proxyBeanMethods = false)
class OrganisationTables {

    @Bean
    RecordTable cityTable(OrganisationRows organisations) {
        return new OrganisationTable("cities", 30, true, organisations);
    }

    @Bean
    RecordTable organisationTable(OrganisationRows organisations) {
        return new OrganisationTable("organisations", 31, false, organisations);
    }
}
