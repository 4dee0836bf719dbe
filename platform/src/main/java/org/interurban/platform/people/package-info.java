/** People and the posts they hold: a post outlives its holders, and a person who was erased is gone for good. */
@NullMarked
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "delivery",
            "archive",
            "sheets",
            "sources",
            "accounts",
            "directory"
        })
package org.interurban.platform.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
