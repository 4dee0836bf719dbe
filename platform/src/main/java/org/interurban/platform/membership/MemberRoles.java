package org.interurban.platform.membership;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What members do in the network: asked by their list and pages, answered by the floor that keeps clusters and offices. */
public interface MemberRoles {

    /** @param role lead, co-lead or member */
    record ClusterRole(String cluster, String name, String role) {}

    record Office(String role, String term, @Nullable Integer rank) {}

    record Roles(List<ClusterRole> clusters, List<Office> offices) {

        static final Roles NONE = new Roles(List.of(), List.of());

        public Roles {
            clusters = List.copyOf(clusters);
            offices = List.copyOf(offices);
        }
    }

    /** By the codes of those members that have any. */
    Map<String, Roles> of(Collection<String> members, Locale locale);

    /** The codes of a cluster's members. */
    List<String> inCluster(String cluster);

    /** The codes of members who hold the office or, for "yes", any. */
    List<String> inOffice(String office);

    /** All clusters, names by code, in their order. */
    Map<String, String> clusters(Locale locale);

    /** The codes of all offices, in their order. */
    List<String> offices();
}
