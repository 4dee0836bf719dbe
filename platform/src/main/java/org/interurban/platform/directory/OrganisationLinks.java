package org.interurban.platform.directory;

import java.util.List;
import java.util.Locale;

/** Implemented by higher modules to say on an organisation's page what it is to them: a member, a partner. */
public interface OrganisationLinks {

    /** @param text in the reader's language; @param link where it can be seen */
    record Mention(String text, String link) {}

    List<Mention> of(OrganisationId organisation, Locale locale);
}
