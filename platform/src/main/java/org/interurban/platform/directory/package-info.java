/** Cities and all other bodies the network knows, under every name they go by; their facts and sites. */
@NullMarked
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "search",
            "drawing",
            "archive",
            "sheets",
            "sources",
            "gazetteer"
        })
package org.interurban.platform.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
