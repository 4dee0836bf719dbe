package org.interurban.platform.membership;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What members do in the network: asked by their list and pages, answered by the floor that keeps clusters and offices. */
public interface MemberRoles {

    /** @param role lead, co-lead or member */
    record ClusterRole(String cluster, String name, String role) {}

    record Office(String role, String term, @Nullable Integer rank) {}

    /** Its roles in clusters, in SQL: an array in JSON of {@link ClusterRole} of the member {@code m}, names in {@code :language}. */
    String clusters();

    /** Its offices, in SQL: an array in JSON of {@link Office} of the member {@code m}, the newest term first. */
    String offices();

    /** The codes of a cluster's members. */
    List<String> inCluster(String cluster);

    /** The codes of members who hold the office or, for "yes", any. */
    List<String> inOffice(String office);

    /** All clusters, names by code, in their order. */
    Map<String, String> clusterNames(Locale locale);

    /** The codes of all offices, in their order. */
    List<String> officeNames();
}
