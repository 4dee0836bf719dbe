package org.interurban.platform.directory;

/** Two records were of one body: what named the one by its id without a foreign key has no record any more. */
public record OrganisationMerged(OrganisationId gone, OrganisationId kept) {}
