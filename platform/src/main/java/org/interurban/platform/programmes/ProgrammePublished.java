package org.interurban.platform.programmes;

/** A programme can be seen by everyone from now on. */
public record ProgrammePublished(ProgrammeId programme, String code) {}
