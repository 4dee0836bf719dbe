/** What leaves by mail and what comes back through its links; and work that takes longer than a page. */
@NullMarked
@ApplicationModule(
        displayName = "Delivery",
        allowedDependencies = {"shared", "authority", "database", "web"})
package org.interurban.platform.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
