/** The start page: the map of partnerships, three numbers, what is new, and the way in for a city. */
@NullMarked
@ApplicationModule(displayName = "Home")
package org.interurban.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
