/** Who belongs to the network: members of each type and region, and the rules by which a body may be one. */
@NullMarked
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "search",
            "drawing",
            "portraits",
            "archive",
            "sources",
            "directory"
        })
package org.interurban.platform.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
