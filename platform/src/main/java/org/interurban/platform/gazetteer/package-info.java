/** Countries, regions, places, their clocks and their holidays. */
@NullMarked
@ApplicationModule(
        displayName = "Gazetteer",
        allowedDependencies = {"authority", "web", "delivery", "sheets"})
package org.interurban.platform.gazetteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
