package org.interurban.platform.activities;

import java.util.List;
import java.util.stream.Stream;
import org.interurban.platform.directory.OrganisationId;

/** One who takes part in an activity: who receives, or who comes. */
sealed interface Party {

    OrganisationId body();

    record Host(OrganisationId body) implements Party {}

    record Visitor(OrganisationId body) implements Party {}

    /** The hosts and then the visitors, each once; a body that hosts does not visit. */
    static List<Party> of(List<OrganisationId> hosts, List<OrganisationId> visitors) {
        return Stream.<Party>concat(
                        hosts.stream().distinct().map(Host::new),
                        visitors.stream()
                                .distinct()
                                .filter(visitor -> !hosts.contains(visitor))
                                .map(Visitor::new))
                .toList();
    }
}
