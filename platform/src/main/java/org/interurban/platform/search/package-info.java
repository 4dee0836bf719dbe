/** Finding any record by its words in any working language; modules hand in their documents, readers see what they may. */
@NullMarked
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"authority", "database", "web"})
package org.interurban.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
