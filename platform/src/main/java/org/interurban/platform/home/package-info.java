/** The start page with the way in for a city, what the network states of itself, and its settings. */
@NullMarked
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "shared",
            "authority",
            "web",
            "audit",
            "delivery",
            "files",
            "drawing",
            "portraits",
            "directory",
            "programmes",
            "partnerships",
            "pairing",
            "lines"
        })
package org.interurban.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
