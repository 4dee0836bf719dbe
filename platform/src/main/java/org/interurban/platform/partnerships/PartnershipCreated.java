package org.interurban.platform.partnerships;

import org.interurban.platform.programmes.ProgrammeId;

/** Cities are bound to each other from now on. */
public record PartnershipCreated(PartnershipId partnership, String code, ProgrammeId programme) {}
