/** The drawings: the line of a partnership, the timetable of many, the map of routes; positions only, templates draw them. */
@NullMarked
@ApplicationModule(
        displayName = "Drawing",
        allowedDependencies = {"shared", "authority", "web"})
package org.interurban.platform.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
