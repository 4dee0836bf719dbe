/** Countries, regions, places, their clocks and their holidays. */
@NullMarked
@ApplicationModule(
        displayName = "Gazetteer",
        allowedDependencies = {"shared", "authority", "web", "audit", "delivery", "archive", "sheets"})
package org.interurban.platform.gazetteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
