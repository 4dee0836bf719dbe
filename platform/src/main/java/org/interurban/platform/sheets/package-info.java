/** Records brought in from any sheet of an officer: its columns chosen, its rows reviewed, imported and, if need be, taken back. */
@NullMarked
@ApplicationModule(
        displayName = "Sheets",
        allowedDependencies = {"shared", "authority", "web", "audit", "files", "delivery"})
package org.interurban.platform.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
