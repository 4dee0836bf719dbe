/** Visits of courtesy and requests for support between members and the secretariat, and what follows from them. */
@NullMarked
@ApplicationModule(displayName = "Engagement")
package org.interurban.platform.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
