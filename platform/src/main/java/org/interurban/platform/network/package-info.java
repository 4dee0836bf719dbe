/** The network itself: its members, clusters, chapters, office bearers, rules and figures. */
@NullMarked
@ApplicationModule(displayName = "Network")
package org.interurban.platform.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
