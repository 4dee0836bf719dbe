/** The start page: the map of partnerships, three numbers, what is new, and the way in for a city. */
@NullMarked
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "shared",
            "authority",
            "web",
            "drawing",
            "sheets",
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
