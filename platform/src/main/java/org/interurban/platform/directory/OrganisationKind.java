package org.interurban.platform.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a body is; those that can stand among the cities come first. */
enum OrganisationKind {
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
    NOT_STATED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(OrganisationKind::code).toList();
    }
}
