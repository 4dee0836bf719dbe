/** The network itself: its clusters, chapters, office bearers, figures, milestones and what it says of itself. */
@NullMarked
@ApplicationModule(
        displayName = "Network",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "archive",
            "portraits",
            "sources",
            "taxonomy",
            "directory",
            "membership"
        })
package org.interurban.platform.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
