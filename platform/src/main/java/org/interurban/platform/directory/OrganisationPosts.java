package org.interurban.platform.directory;

import java.util.List;

/** Who holds which post in an organisation: asked by its page, answered by the floor that keeps people. */
public interface OrganisationPosts {

    /** Those that the current person sees. */
    List<Profile.Post> of(OrganisationId organisation);
}
