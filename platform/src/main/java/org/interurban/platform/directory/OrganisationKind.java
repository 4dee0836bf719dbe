package org.interurban.platform.directory;

import org.interurban.platform.shared.Coded;

/** What a body is; those that can stand among the cities come first. */
enum OrganisationKind implements Coded {
    CITY,
    DISTRICT,
    COUNTY,
    REGENCY,
    REGION,
    ALLIANCE,
    METROPOLITAN_AUTHORITY,
    AUTHORITY,
    DEVELOPMENT_AUTHORITY,
    CITY_NETWORK,
    UNIVERSITY,
    RESEARCH_CENTRE,
    TRAINING_CENTRE,
    COMPANY,
    PUBLIC_COMPANY,
    FOUNDATION,
    NGO,
    UN_BODY,
    INTERNATIONAL_ORGANISATION,
    EU_INSTITUTION,
    EU_SERVICE,
    GOVERNMENT,
    PUBLIC_BODY,
    NETWORK_OFFICE,
    ORGANISATION,
    NOT_STATED
}
