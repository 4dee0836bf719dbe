/** Documents, the passages that recorded facts rest on, and the questions where documents disagree. */
@NullMarked
@ApplicationModule(
        displayName = "Sources",
        allowedDependencies = {"shared", "authority", "database", "web", "audit", "archive", "sheets"})
package org.interurban.platform.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
