/** PostgreSQL: a server of one's own inside the data folder, or the one that is configured; and who changes what in it. */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"shared", "authority"})
package org.interurban.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
