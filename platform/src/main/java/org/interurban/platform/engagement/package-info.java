/** Visits of courtesy and requests for support between members and the secretariat, and what follows from them. */
@NullMarked
@ApplicationModule(
        displayName = "Engagement",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "search",
            "delivery",
            "archive",
            "sheets",
            "sources",
            "taxonomy",
            "directory",
            "accounts"
        })
package org.interurban.platform.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
