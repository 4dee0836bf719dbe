/** All records as the platform's own files: brought in all at once, or not at all, and written out as they stand. */
@NullMarked
@ApplicationModule(
        displayName = "Archive",
        allowedDependencies = {"shared", "authority", "audit", "files"})
package org.interurban.platform.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
